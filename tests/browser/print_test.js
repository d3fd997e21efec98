// The page on A4 paper: printed by Chromium, read back by pdftotext.
'use strict';
const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { onPage, record, root } = require('./chromium');

// The text of each page, laid out as printed. Printed once for each name.
const known = new Map();
async function printed(page, name) {
  if (!known.has(name)) known.set(name, await print(page, name));
  return known.get(name);
}
async function print(page, name) {
  const file = path.join(root, name + '.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true });
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { info, pages: text.split('\f').slice(0, -1) };
}
const plain = (text) => text.replace(/\s+/g, '');

for (const name of ['demo', 'good'])
  onPage(name, 'every printed page is A4 and says number and page of pages', async (page) => {
    const { info, pages } = await printed(page, name);
    assert.match(info, /Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/);
    console.log(`# ${name}: ${pages.length} printed pages`);
    const { number } = record(name).subject;
    pages.forEach((text, i) => {
      const head = plain(text.split('\n').slice(0, 4).join(''));
      assert.ok(head.includes(plain(number)), `page ${i + 1}: ${head}`);
      assert.match(head, new RegExp(`第${i + 1}页.*${pages.length}页`), `page ${i + 1}`);
    });
  });

onPage('demo', 'the first printed page holds the verdict and what decides', async (page) => {
  const { pages } = await printed(page, 'demo');
  assert.ok(plain(pages[0]).includes('退回补正'));
  const brief = await page.locator('.brief li').count();
  assert.ok(brief > 0);
  for (const finding of record('demo').findings.filter((one) => one.status === 'fail' && one.level === 'error'))
    assert.ok(plain(pages[0]).includes(plain(finding.message).slice(0, 16)), finding.message);
});

onPage('demo', 'no finding begins at the foot of a printed page', async (page) => {
  const { pages } = await printed(page, 'demo');
  const findings = record('demo').findings.filter((one) => ['fail', 'review'].includes(one.status));
  for (const { title, rule } of findings) {
    const at = pages.findIndex((text) => text.split('\n').some((line) => line.includes(rule) && plain(line).includes(plain(title))));
    assert.ok(at >= 0, `${rule} is not printed`);
    const lines = pages[at].split('\n').filter((line) => line.trim() !== '');
    const below = lines.length - 1 - lines.findIndex((line) => line.includes(rule) && plain(line).includes(plain(title)));
    assert.ok(below >= 3, `${rule}: ${below} lines below its head on page ${at + 1}`);
  }
});

onPage('demo', 'who reviewed signs on the last printed page, and not alone', async (page) => {
  const { pages } = await printed(page, 'demo');
  const last = pages[pages.length - 1];
  for (const word of ['审查人', '复核人', '日期']) assert.ok(plain(last).includes(word), word);
  assert.ok(last.split('\n').filter((line) => line.trim() !== '').length > 6, 'it stands with what is signed');
});

onPage('demo', 'paper shows what was chosen and written, and no control', async (page) => {
  const block = page.locator('.decide').first();
  await block.locator('input[value=return]').check();
  await block.locator('textarea').fill('请于十日内补交');
  const { pages } = await printed(page, 'chosen');
  const text = pages.join('\n');
  assert.ok(text.includes('请于十日内补交'));
  assert.match(plain(text), /☑退回补正/);
  for (const control of ['导出decisions.json', '下一项未决定']) assert.ok(!plain(text).includes(control), control);
});

onPage('demo', 'all sections of the page are printed in their order', async (page) => {
  const { pages } = await printed(page, 'demo');
  const heads = await page.locator('main > section > h2').evaluateAll((all) =>
    all.filter((head) => !head.closest('#decide')).map((head) => head.textContent.trim()));
  assert.ok(heads.length >= 5);
  const lines = pages.join('\n').split('\n').map(plain);
  let from = 0;
  for (const head of heads.filter(Boolean)) {
    const at = lines.findIndex((line, i) => i >= from && line.startsWith(plain(head)));
    assert.ok(at >= 0, head);
    from = at + 1;
  }
});
