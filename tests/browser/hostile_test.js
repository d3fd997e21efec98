// What an applicant wrote is shown and does nothing.
'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const { pathToFileURL } = require('node:url');
const { PAGES, attacked, onPage } = require('./chromium');

for (const name of ['hostile', 'index_hostile', 'watch_hostile'])
  onPage(name, 'an attack is shown as it was written and never runs', async (page) => {
    const body = await page.locator('body').innerText();
    for (const words of ['<script>alert(1)</script>', 'onerror=alert(2)', '[U+202E]fdp.exe[U+2066][U+200B]', '𠮷𪚥😀乙'])
      assert.ok(body.includes(words), words);
    assert.equal(await page.locator('iframe, object, embed, base, [onerror], [onfocus], [autofocus]').count(), 0);
    assert.equal(await page.locator('script').count(), 1);  // our own
    // Every control and link may be used: still nothing (the case fails on a dialog or request).
    await page.locator('body').evaluate((element) => {
      for (const control of element.querySelectorAll('summary, button:not(.renew), input[type=radio]')) control.click();
    });
    for (const href of await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
      assert.doesNotMatch(href, /^\s*(javascript|data|https?):/i);
    await page.waitForTimeout(200);
  });

onPage('hostile', 'a script that got into the page would not run', async (page) => {
  await page.evaluate(() => {
    window.ran = false;
    const script = document.createElement('script');
    script.append('window.ran = true');
    // The policy's own complaint is expected here and is not a deed of the page.
    addEventListener('securitypolicyviolation', () => { window.refused = true; });
    const image = document.createElement('img');
    try { image.setAttribute('onerror', 'window.ran = true'); } catch { window.refused = true; }
    document.body.append(script, image);
  });
  await page.waitForFunction(() => window.refused === true);
  assert.equal(await page.evaluate(() => window.ran), false);
}, { expects: /Content Security Policy|Trusted/ });

onPage('hostile', 'no script could read text as markup, were it to try', async (page) => {
  const errors = await page.evaluate(() => {
    const attempts = [
      () => { document.body.innerHTML = '<b>x</b>'; },
      () => { document.body.insertAdjacentHTML('beforeend', '<b>x</b>'); },
      () => { document.write('<b>x</b>'); },
      () => { document.createElement('script').src = 'x.js'; },
    ];
    return attempts.map((attempt) => { try { attempt(); return 'allowed'; } catch (error) { return error.name; } });
  });
  assert.deepEqual(errors, ['TypeError', 'TypeError', 'TypeError', 'TypeError']);
}, { expects: /Trusted/ });

// What the program made of real dossiers that are attacks, used as a reader would.
const MARKUP = '<script>window.__pwned=1</script><svg onload=window.__pwned=1>';
async function useEverything(page) {
  await page.locator('body').evaluate((body) => {
    for (const control of body.querySelectorAll('summary, button:not(.renew), input[type=radio]')) control.click();
    for (const field of body.querySelectorAll('input, textarea, a, select')) field.focus();
  });
  await page.waitForTimeout(100);
}
async function assertHarmless(page) {
  assert.equal(await page.evaluate(() => window.__pwned), undefined);
  assert.equal(await page.locator('iframe, object, embed, base, form[action], svg[onload], [onerror], [onfocus], [autofocus]').count(), 0);
  assert.equal(await page.locator('script').count(), 1);  // our own
}

attacked.forEach((name, i) => onPage('attacked_' + (i + 1), 'the page of a dossier that is an attack shows it whole and works', async (page) => {
  const text = await page.locator('body').evaluate((body) => body.textContent);
  assert.ok(text.includes(MARKUP), 'the markup, as text');
  await useEverything(page);
  await assertHarmless(page);
  await page.locator('#decide-by').fill('王审查');
  await page.locator('.decide input[value=accept]').first().check();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#decide-export').click()]);
  const sheet = JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
  assert.equal(sheet.by, '王审查');
  assert.ok(sheet.decisions.length >= 1);
  await assertHarmless(page);
}));

onPage('attacked_index', 'the index of dossiers that are attacks finds each of them and leads to its page', async (page) => {
  await useEverything(page);
  await assertHarmless(page);
  assert.equal(await page.locator('#table tbody tr').count(), attacked.length);
  const links = await page.locator('#table tbody th a').evaluateAll((all) => all.map((link) => link.href));
  const expected = attacked.map((name, i) => pathToFileURL(PAGES['attacked_' + (i + 1)]).pathname);
  assert.deepEqual(links.map((link) => decodeURIComponent(new URL(link).pathname)).sort(), expected.map(decodeURIComponent).sort());
  await page.locator('#by-text').fill('onerror');
  await page.waitForFunction(() => document.querySelectorAll('#table tbody tr').length === 1);
  await assertHarmless(page);
});
