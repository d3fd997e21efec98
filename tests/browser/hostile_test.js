// What an applicant wrote is shown and does nothing.
'use strict';
const assert = require('node:assert/strict');
const { onPage } = require('./chromium');

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
    script.textContent = 'window.ran = true';
    // The policy's own complaint is expected here and is not a deed of the page.
    addEventListener('securitypolicyviolation', () => { window.refused = true; });
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.ran = true');
    document.body.append(script, image);
  });
  await page.waitForFunction(() => window.refused === true);
  assert.equal(await page.evaluate(() => window.ran), false);
}, { expects: /Content Security Policy/ });
