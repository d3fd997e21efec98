// What axe-core finds wrong on our pages: nothing. Names, labels, roles, order of headings, scopes
// of tables, contrast; in the light and in the dark.
'use strict';
const assert = require('node:assert/strict');
const { onPage } = require('./chromium');

async function faults(page) {
  // By the debugger: the page's own policy lets no other script in.
  await page.evaluate(require('axe-core').source);
  const { violations } = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
  }));
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

// What is folded counts as well.
const unfold = (page) => page.evaluate(() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const style = document.createElement('style');
  style.textContent = '* { content-visibility: visible !important }';
  document.head.append(style);
});

for (const colorScheme of ['light', 'dark'])
  for (const name of ['demo', 'sample', 'english', 'index', 'watch', 'watch_english'])
    onPage(name, `nothing keeps anybody out, ${colorScheme}`, async (page) => {
      await unfold(page);
      assert.deepEqual(await faults(page), []);
    }, { colorScheme });

for (const name of ['demo', 'index'])
  onPage(name, 'there is one main heading and no level is left out', async (page) => {
    const levels = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((heads) => heads.map((head) => Number(head.tagName[1])));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    assert.equal(levels[0], 1);
    for (let i = 1; i < levels.length; ++i) assert.ok(levels[i] <= levels[i - 1] + 1, `heading ${i}: ${levels}`);
  });

onPage('demo', 'every head of a table says what it is the head of', async (page) => {
  assert.equal(await page.locator('th:not([scope])').count(), 0);
  assert.ok(await page.locator('th[scope]').count() > 0);
});

onPage('demo', 'every picture of evidence says what it shows', async (page) => {
  const alts = await page.locator('figure img, img').evaluateAll((images) => images.map((image) => image.alt));
  assert.ok(alts.length > 5);
  for (const alt of alts) assert.ok(alt.length > 10, alt);
});
