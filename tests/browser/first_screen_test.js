// What a reviewer sees before touching anything, and how it holds on other screens.
'use strict';
const assert = require('node:assert/strict');
const { onPage, record } = require('./chromium');

// Whether the first element that says `text` is seen whole without scrolling.
async function isOnFirstScreen(page, text) {
  const box = await page.getByText(text).first().boundingBox();
  const { width, height } = page.viewportSize();
  return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
}

onPage('demo', 'the first screen says which standard, who applies, and the verdict', async (page) => {
  const { subject } = record('demo');
  for (const text of [subject.number, subject.title, subject.organization, '退回补正', subject.published, subject.implemented])
    assert.ok(await isOnFirstScreen(page, text), text);
});

onPage('demo', 'the first screen counts the findings as the record does', async (page) => {
  const { findings } = record('demo');
  const counted = (status) => findings.filter((finding) => finding.status === status).length;
  const shown = await page.locator('.counts li').allInnerTexts();
  for (const [status, word] of [['fail', '须补正'], ['review', '须人工核对'], ['pass', '符合']]) {
    const said = shown.find((text) => text.includes(word));
    assert.match(said, new RegExp(`(^|\\D)${counted(status)}(\\D|$)`), word);
  }
  assert.ok(await isOnFirstScreen(page, '须人工核对'));
});

onPage('demo', 'every finding that decides stands on the first screen and leads to its place', async (page) => {
  const failures = record('demo').findings.filter((finding) => finding.status === 'fail' && finding.level === 'error');
  assert.ok(failures.length > 0);
  for (const { rule } of failures) {
    const link = page.locator(`.brief a[href="#r-${rule}"]`).first();
    const box = await link.boundingBox();
    assert.ok(box.y + box.height <= 800, rule);
  }
  await page.locator(`.brief a[href="#r-${failures[0].rule}"]`).first().click();
  await page.waitForFunction((id) => {
    const { top } = document.getElementById(id).getBoundingClientRect();
    return top >= 0 && top < 400;
  }, 'r-' + failures[0].rule, { timeout: 5000 });
});

for (const name of ['demo', 'good', 'hostile', 'big', 'index'])
  onPage(name, 'nothing is wider than a phone', async (page) => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 400, `the page is ${width} wide`);
  }, { viewport: { width: 400, height: 800 } });
