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

const told = (page) => page.locator('#told-rows').evaluate((data) => JSON.parse(data.textContent).rows);

onPage('index_big', '10,000 rows are filtered by words, and shown again', async (page) => {
  const all = await told(page);
  assert.ok(all.length >= 10000);
  const wanted = all.filter((row, at) => JSON.stringify([at + 1, ...row]).includes('4321')).length;
  assert.ok(wanted > 0);
  await page.locator('#by-text').fill('4321');
  await page.waitForFunction(([selector, count]) => document.querySelectorAll(selector).length === count, [rows, wanted]);
  for (const text of await page.locator(rows).allInnerTexts()) assert.match(text, /4321/);
  assert.match(await page.locator('#shown').innerText(), new RegExp(`${wanted}.*${all.length}`));
  await page.locator('#filters button[type=reset]').click();
  const more = page.locator('#more-rows');
  await more.waitFor({ state: 'visible' });  // not all are laid out until somebody asks
  assert.match(await more.innerText(), new RegExp(String(all.length)));
  for (const count of [2000, 4000]) {
    await laidOut(page, (id) => document.getElementById(id).click(), 'more-rows');
    assert.equal(await page.locator(rows).count(), count);
  }
  const took = await laidOut(page, (verdict) => {
    const ending = document.getElementById('by-ending');
    ending.value = verdict;
    ending.dispatchEvent(new Event('input', { bubbles: true }));
  }, 'return');
  console.log(`# index of 10,000: filtered after ${took} ms`);
  const endings = await page.locator(rows).evaluateAll((some) => [...new Set(some.map((row) => row.dataset.ending))]);
  assert.deepEqual(endings, ['return']);
});

onPage('index_big', 'a column is sorted by its values, and the other way round', async (page) => {
  const head = page.locator('#table th[data-sort]', { hasText: '自评' }).first();
  const n = 1 + await head.evaluate((cell) => cell.cellIndex);
  const took = await laidOut(page, (at) => document.querySelector(`#table th:nth-child(${at}) button`).click(), n);
  console.log(`# index of 10,000: sorted after ${took} ms`);
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  const scores = (await told(page)).map((row) => row[7]).filter(Boolean).map(Number).sort((a, b) => a - b);
  const shown = await page.locator(rows).count();
  assert.deepEqual(await numbers(page, n), scores.slice(-shown).reverse());
  await laidOut(page, (at) => document.querySelector(`#table th:nth-child(${at}) button`).click(), n);
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  // Those without one stand first.
  assert.deepEqual(await numbers(page, n), scores.slice(0, (await numbers(page, n)).length));
});

onPage('index_big', 'a row made of the data is the row that the page would have', async (page) => {
  const name = '材料 1';
  const parts = (row) => row.evaluate((one) => Array.from(one.querySelectorAll('*'), (part) => [part.tagName, part.className, part.getAttribute('href'), part.getAttribute('scope'), part.textContent]));
  const standing = page.locator(rows, { has: page.locator('th a', { hasText: new RegExp(`^${name}$`) }) });
  const before = await parts(standing);
  const made = await page.evaluate((wanted) => {
    const data = document.getElementById('told-rows');
    const row = toldRows(data, []).find((one) => one.name === wanted).element;
    return Array.from(row.querySelectorAll('*'), (part) => [part.tagName, part.className, part.getAttribute('href'), part.getAttribute('scope'), part.textContent]);
  }, name);
  const decoded = (all) => all.map(([tag, kind, link, ...rest]) => [tag, kind, link && decodeURIComponent(link), ...rest]);
  assert.deepEqual(decoded(made), decoded(before));
});

onPage('index_big', 'a list too long for paper says where the rest stands', async (page) => {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator(rows).count(), 2000);
  assert.ok(await page.locator('#on-paper').isVisible());
  assert.match(await page.locator('#on-paper').innerText(), /2000.*register\.xlsx/);
});

onPage('index', 'what filters leaves the others out, and says how many there are', async (page) => {
  const all = await page.locator(rows).count();
  await page.locator('#by-ending').selectOption('return');
  await page.waitForFunction(([selector, count]) => document.querySelectorAll(selector).length < count, [rows, all]);
  for (const row of await page.locator(rows).all()) assert.equal(await row.getAttribute('data-ending'), 'return');
  await page.locator('#by-text').fill('没有这样的材料');
  await page.locator('#nothing-shown').waitFor({ state: 'visible' });
});
