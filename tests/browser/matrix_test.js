// The consistency matrix and the evidence behind its readings.
'use strict';
const assert = require('node:assert/strict');
const { onPage, record } = require('./chromium');

async function isDrawn(image) {
  assert.ok(await image.isVisible());
  await image.evaluate((element) => element.decode());
  assert.ok(await image.evaluate((element) => element.naturalWidth > 20 && element.clientWidth > 20));
}

onPage('demo', 'a difference is marked down to its characters', async (page) => {
  const marked = await page.locator('#matrix mark').allInnerTexts();
  // The form says 021 where the others say 012.
  assert.ok(marked.includes('21'), String(marked));
  const cell = page.locator('#matrix td', { hasText: '021' }).first();
  assert.equal(await cell.locator('.value').first().innerText().then((text) => text.includes('T/BJQYWL 021—2023')), true);
  assert.deepEqual(await cell.locator('.value').first().locator('mark').allInnerTexts(), ['21']);
});

onPage('demo', 'rows in which all agree mark nothing', async (page) => {
  const agreeing = record('demo').matrix.filter((row) => row.agrees).length;
  assert.ok(agreeing > 0);
  const quiet = await page.locator('.agreements tbody tr').count();
  assert.ok(quiet > 0);
  assert.equal(await page.locator('.agreements mark').count(), 0);
});

onPage('demo', 'a reading of the matrix opens its crop or leads to it', async (page) => {
  const folded = page.locator('#matrix details').filter({ has: page.locator(':scope > img') });
  for (const details of await folded.all()) {
    if (!(await details.isVisible())) continue;  // in a row that is folded itself
    assert.equal(await details.locator('img').isVisible(), false);
    await details.locator('summary').click();
    await isDrawn(details.locator('img'));
  }
  const link = page.locator('#matrix a[href^="#crop-"]:visible');
  assert.ok(await folded.count() + await link.count() > 0);
  if (await link.count() === 0) return;
  const target = page.locator('[id="' + (await link.first().getAttribute('href')).slice(1) + '"]');
  await link.first().click();
  await page.waitForFunction((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && top < bottom && bottom <= innerHeight;
  }, await target.elementHandle(), { timeout: 5000 });
});

onPage('demo', 'every finding shows the pictures of its evidence', async (page) => {
  const images = await page.locator('article.finding img:visible').all();
  assert.ok(images.length > 3);
  for (const image of images) {
    await image.scrollIntoViewIfNeeded();
    await isDrawn(image);
  }
});

onPage('demo', 'a row in which all agree unfolds to its places', async (page) => {
  const folded = page.locator('.agreements tbody tr').first().locator('details').first();
  const inside = folded.locator(':scope > :not(summary)').first();
  assert.equal(await inside.isVisible(), false);
  await folded.locator(':scope > summary').click();
  assert.ok(await inside.isVisible());
});
