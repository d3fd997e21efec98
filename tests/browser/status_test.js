// The status at the head of a watch's index: read without script, alive with it.
'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const { onPage, PAGES } = require('./chromium');

const rows = '#table tbody tr';
// The page as it was written so many seconds ago; `isFirst`: to a tab that never saw it.
const writtenBefore = async (page, seconds, isFirst = true) => {
  if (isFirst) await page.evaluate(() => sessionStorage.clear());
  const html = fs.readFileSync(PAGES.watch, 'utf8');
  const at = new Date(Date.now() - seconds * 1000).toISOString();
  await page.route(/watch\.html/, (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8', body: html.replace(/data-written="[^"]*"/, `data-written="${at}"`),
  }));
  await page.reload();
};
const loads = (page) => page.evaluate(() => Number(sessionStorage.getItem('loads')));
const countLoads = (page) => page.addInitScript(() => {
  sessionStorage.setItem('loads', 1 + Number(sessionStorage.getItem('loads')));
});

onPage('watch', 'what runs, waits and was given up is seen on the first screen', async (page) => {
  for (const words of ['正在审查 2', '第 2/5 个文件', '等待 4', '不予受理 1', '申报书.docx.crdownload', '排队待审 10', '已隔离 1', '刚刚完成']) {
    const place = page.locator('#watch').getByText(words).first();
    assert.ok(await place.isVisible(), words);
    assert.ok((await place.boundingBox()).y < 800, words);
  }
});

onPage('watch', 'a page just written raises no alarm, and its age counts up', async (page) => {
  await writtenBefore(page, 0);
  assert.equal(await page.locator('#watch .silent').isVisible(), false);
  const seconds = async () => Number((await page.locator('#watch .age').innerText()).match(/\d+/)[0]);
  const first = await seconds();
  assert.ok(first >= 3);  // the age that the scan had when the page was written
  await page.waitForFunction((was) => Number(document.querySelector('#watch .age').textContent.match(/\d+/)[0]) >= was + 2, first);
});

onPage('watch', 'a page that is old says that the program may have stopped', async (page) => {
  await writtenBefore(page, 3600);
  assert.ok(await page.locator('#watch .silent').isVisible());
  assert.match(await page.locator('#watch .silent').innerText(), /可能已停止[\s\S]*systemctl/);
});

onPage('watch', 'a page that changes is alive, however the clock of its server goes', async (page) => {
  await writtenBefore(page, 3600);
  assert.ok(await page.locator('#watch .silent').isVisible());
  await page.unroute(/watch\.html/);
  await writtenBefore(page, 3590, false);
  assert.equal(await page.locator('#watch .silent').isVisible(), false);
});

// A page whose loads are counted, with a clock that can be moved on.
async function counted(page) {
  await countLoads(page);
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + (window.ahead || 0);
  });
  await page.reload();
  return loads(page);
}
const later = (page, seconds) => page.evaluate((ahead) => { window.ahead = ahead; }, seconds * 1000);
const isLoadedAgain = (page, before) => page.waitForFunction((was) => Number(sessionStorage.getItem('loads')) > was, before);

onPage('watch', 'the page is loaded again by itself and keeps filter, order and place', async (page) => {
  const before = await counted(page);
  await page.locator('#table thead button').nth(1).click();
  await page.locator('#by-text').fill('推荐');
  await page.waitForFunction((selector) => document.querySelectorAll(selector + ':not([hidden])').length === 1, rows);
  await page.locator('#by-text').blur();
  await page.evaluate(() => scrollTo(0, 200));
  await later(page, 60);
  await isLoadedAgain(page, before);
  await page.locator('#table.ready').waitFor();
  assert.equal(await page.locator('#by-text').inputValue(), '推荐');
  assert.equal(await page.locator(`${rows}:not([hidden])`).count(), 1);
  assert.equal(await page.locator('#table th').nth(1).getAttribute('aria-sort'), 'ascending');
  assert.equal(await page.evaluate(() => scrollY), 200);
});

onPage('watch', 'the page is not loaded again under the hands of somebody at work', async (page) => {
  const before = await counted(page);
  await page.locator('#by-text').focus();
  await later(page, 60);
  await page.locator('#watch .held').waitFor({ state: 'visible' });
  assert.equal(await loads(page), before);
  await page.locator('#watch .renew').click();
  await isLoadedAgain(page, before);
});

onPage('watch', 'whoever wants no renewal can end it, and it stays ended', async (page) => {
  const before = await counted(page);
  await page.getByLabel('自动刷新').uncheck();
  await page.reload();
  assert.equal(await page.getByLabel('自动刷新').isChecked(), false);
  await later(page, 600);
  await page.waitForTimeout(1500);
  assert.equal(await loads(page), before + 1);
  assert.equal(await page.locator('#watch .held').isVisible(), false);
});

onPage('watch', 'without script the status is read in full and no control is dead', async (page) => {
  for (const words of ['正在值守', '3 秒前', '第 2/5 个文件', '读取程序两次中断'])
    assert.ok(await page.locator('#watch').getByText(words).first().isVisible(), words);
  assert.equal(await page.locator('#watch .silent').isVisible(), false);
  for (const control of await page.locator('#watch button, #watch input').all()) assert.equal(await control.isVisible(), false);
  assert.equal(await page.locator(`${rows}:visible`).count(), await page.locator(rows).count());
}, { javaScriptEnabled: false });

onPage('watch', 'how many are duplicates leads to those', async (page) => {
  await page.getByText('其中 1 份与另一份内容相同').click();
  await page.waitForFunction((selector) => document.querySelectorAll(selector + ':not([hidden])').length === 1, rows);
  assert.match(await page.locator(`${rows}:not([hidden])`).innerText(), /与“乙”内容相同/);
});

onPage('watch', 'on paper one line is left of it', async (page) => {
  await writtenBefore(page, 0);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('#watch .now').isVisible());
  assert.ok((await page.locator('#watch').boundingBox()).height < 80);
});
