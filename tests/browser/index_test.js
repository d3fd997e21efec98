// The index of a batch: sorted, filtered, and usable with 10,000 rows.
'use strict';
const assert = require('node:assert/strict');
const { onPage } = require('./chromium');

const rows = '#table tbody tr';
// The numbers of a column as it stands, those without one left out.
const numbers = (page, n) => page.locator(`${rows} > :nth-child(${n})`).evaluateAll((cells) =>
  cells.map((cell) => cell.dataset.key ?? cell.textContent).filter((text) => text.trim() !== '').map(Number));
// What is on the screen has followed what the script did.
const laidOut = (page, act, argument) => page.evaluate(`(${async (doIt, given) => {
  const before = performance.now();
  doIt(given);
  await new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done))));
  return Math.round(performance.now() - before);
}})(${act}, ${JSON.stringify(argument)})`);

onPage('index_big', '10,000 rows are filtered by words, and shown again', async (page) => {
  const all = await page.locator(rows).count();
  assert.ok(all >= 10000);
  const wanted = await page.locator(rows).evaluateAll((some) => some.filter((row) => row.textContent.includes('4321')).length);
  assert.ok(wanted > 0);
  await page.locator('#by-text').fill('4321');
  await page.waitForFunction(([selector, count]) => document.querySelectorAll(selector + ':not([hidden])').length === count, [rows, wanted]);
  for (const text of await page.locator(`${rows}:not([hidden])`).allInnerTexts()) assert.match(text, /4321/);
  assert.match(await page.locator('#shown').innerText(), new RegExp(`${wanted}.*${all}`));
  await page.locator('#filters button[type=reset]').click();
  const more = page.locator('#more-rows');
  await more.waitFor({ state: 'visible' });  // not all are laid out until somebody asks
  assert.match(await more.innerText(), new RegExp(String(all)));
  await laidOut(page, (id) => document.getElementById(id).click(), 'more-rows');
  assert.equal(await page.locator(`${rows}:not([hidden])`).count(), all);
  const took = await laidOut(page, (verdict) => {
    const ending = document.getElementById('by-ending');
    ending.value = verdict;
    ending.dispatchEvent(new Event('input', { bubbles: true }));
  }, 'return');
  console.log(`# index of 10,000: filtered after ${took} ms`);
  const endings = await page.locator(`${rows}:not([hidden])`).evaluateAll((some) => [...new Set(some.map((row) => row.dataset.ending))]);
  assert.deepEqual(endings, ['return']);
});

onPage('index_big', 'a column is sorted by its values, and the other way round', async (page) => {
  const head = page.locator('#table th[data-sort]', { hasText: '自评' }).first();
  const n = 1 + await head.evaluate((cell) => cell.cellIndex);
  const took = await laidOut(page, (at) => document.querySelector(`#table th:nth-child(${at}) button`).click(), n);
  console.log(`# index of 10,000: sorted after ${took} ms`);
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  const scores = await numbers(page, n);
  assert.ok(scores.length >= 10000);
  for (let i = 1; i < scores.length; ++i) assert.ok(scores[i] <= scores[i - 1], `row ${i}`);
  await laidOut(page, (at) => document.querySelector(`#table th:nth-child(${at}) button`).click(), n);
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  assert.deepEqual(await numbers(page, n), scores.reverse());
});

onPage('index', 'what filters leaves the others out, and says how many there are', async (page) => {
  const all = await page.locator(rows).count();
  await page.locator('#by-ending').selectOption('return');
  await page.waitForFunction(([selector, count]) => document.querySelectorAll(selector + ':not([hidden])').length < count, [rows, all]);
  for (const row of await page.locator(`${rows}:not([hidden])`).all()) assert.equal(await row.getAttribute('data-ending'), 'return');
  await page.locator('#by-text').fill('没有这样的材料');
  await page.locator('#nothing-shown').waitFor({ state: 'visible' });
});
