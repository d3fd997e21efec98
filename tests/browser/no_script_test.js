// The page where scripts are forbidden.
'use strict';
const assert = require('node:assert/strict');
const { onPage, record } = require('./chromium');

const bare = { javaScriptEnabled: false };

onPage('demo', 'without script everything is there to be read', async (page) => {
  for (const finding of record('demo').findings.filter((one) => ['fail', 'review'].includes(one.status))) {
    const article = page.locator(`[id="r-${finding.rule}"]`);
    assert.ok(await article.getByText(finding.title).first().isVisible(), finding.rule);
    assert.ok(await article.getByText(finding.message).first().isVisible(), finding.message);
  }
}, bare);

onPage('demo', 'without script no control is seen that would do nothing', async (page) => {
  for (const control of await page.locator('button, input, select, textarea').all())
    assert.equal(await control.isVisible(), false, await control.evaluate((element) => element.outerHTML.slice(0, 200)));
}, bare);

onPage('demo', 'without script evidence unfolds', async (page) => {
  const folded = page.locator('details').first();
  await folded.locator('summary').click();
  assert.notEqual(await folded.getAttribute('open'), null);
}, bare);

onPage('index', 'without script the index has all rows and no dead control', async (page) => {
  assert.equal(await page.locator('#table tbody tr:visible').count(), await page.locator('#table tbody tr').count());
  for (const control of await page.locator('button, input, select').all()) assert.equal(await control.isVisible(), false);
}, bare);
