// All of the page by keyboard alone, and its places to be seen.
'use strict';
const assert = require('node:assert/strict');
const { onPage, record } = require('./chromium');

const isOpen = (finding) => ['fail', 'review'].includes(finding.status) && !(finding.waiver && finding.waiver.state === 'applied');

onPage('demo', 'Tab begins with the way past the head and reaches the controls of each finding', async (page) => {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  const reached = new Set();
  for (let i = 0; i < 600; ++i) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const block = document.activeElement.closest('article');
      return { rule: block ? block.id : '', tag: document.activeElement.tagName };
    });
    if (at.tag === 'BODY') break;
    if (at.tag === 'INPUT') reached.add(at.rule);
  }
  for (const { rule } of record('demo').findings.filter(isOpen)) assert.ok(reached.has('r-' + rule), rule);
});

onPage('demo', 'what has the focus shows it', async (page) => {
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press('Tab');
    const shown = await page.evaluate(() => {
      const styles = [document.activeElement, document.activeElement.parentElement].map((element) => getComputedStyle(element));
      return styles.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1);
    });
    assert.ok(shown, await page.evaluate(() => document.activeElement.outerHTML.slice(0, 200)));
  }
});

onPage('demo', 'j and k go from finding to finding, and not while somebody writes', async (page) => {
  const open = record('demo').findings.filter(isOpen);
  const here = () => page.evaluate(() => document.activeElement.closest('article')?.id ?? '');
  const order = await page.locator('article:has(.decide)').evaluateAll((articles) => articles.map((article) => article.id));
  assert.equal(order.length, open.length);
  await page.keyboard.press('j');
  assert.equal(await here(), order[0]);
  await page.keyboard.press('j');
  assert.equal(await here(), order[1]);
  await page.keyboard.press('k');
  assert.equal(await here(), order[0]);
  await page.locator('textarea').nth(3).focus();
  await page.keyboard.type('jk');
  assert.equal(await here(), order[3]);
  assert.equal(await page.locator('textarea').nth(3).inputValue(), 'jk');
});
