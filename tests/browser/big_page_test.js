// Many findings, many files, many dossiers.
'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const { onPage, PAGES } = require('./chromium');

const loadTime = (page) => page.evaluate(() => {
  const { domContentLoadedEventEnd, loadEventEnd } = performance.getEntriesByType('navigation')[0];
  return { parsed: Math.round(domContentLoadedEventEnd), loaded: Math.round(loadEventEnd) };
});

onPage('big', '300 findings and 500 files stay under 15 MB and open', async (page) => {
  const size = fs.statSync(PAGES.big).size;
  const { parsed, loaded } = await loadTime(page);
  console.log(`# big page: ${(size / 1e6).toFixed(1)} MB, parsed after ${parsed} ms, loaded after ${loaded} ms`);
  assert.ok(size < 15e6, `${size} bytes`);
  assert.ok(size > 3e6, 'its crops are of the usual size');
  assert.ok(loaded < 10000, `${loaded} ms`);  // the wish is 2 s on an idle machine; tests share theirs
  assert.equal(await page.locator('article.finding').count() + await page.locator('#passed tbody tr, #not-applicable tbody tr').count(), 300);
  assert.ok(await page.locator('article.finding figure img').count() >= 250);
  assert.equal(await page.locator('#files [id^=f]').count(), 500);
});

onPage('big', 'a link of the contents lands where it leads', async (page) => {
  for (const target of ['#files', '#matrix', '#method']) {
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator(`nav a[href="${target}"]`).click();
    await page.waitForTimeout(1000);  // however it moves there
    const top = await page.locator(target).evaluate((section) => section.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 400, `${target} stands at ${Math.round(top)}`);
  }
});

onPage('big', 'a decision is taken at once among 300', async (page) => {
  const took = await page.evaluate(() => {
    const radio = document.querySelectorAll('.decide input[value=accept]')[200];
    const before = performance.now();
    radio.click();
    radio.getBoundingClientRect();
    return performance.now() - before;
  });
  console.log(`# big page: a decision took ${Math.round(took)} ms`);
  assert.ok(took < 2000);
  assert.match(await page.locator('.progress').innerText(), /1 \/ \d+/);
});

onPage('watch_big', '10,000 rows below a status open', async (page) => {
  const bytes = fs.statSync(PAGES.watch_big).size;
  const { parsed, loaded } = await loadTime(page);
  console.log(`# index of 10,000: ${(bytes / 1e6).toFixed(1)} MB, parsed after ${parsed} ms, loaded after ${loaded} ms`);
  assert.ok(bytes < 8e6, `${bytes} bytes`);
  assert.ok(loaded < 10000, `${loaded} ms`);  // tests share their machine
  assert.match(await page.locator('#shown').innerText(), /1\d{4}/);
  assert.ok(await page.locator('#table tbody tr').count() <= 500);
});
