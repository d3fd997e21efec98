// A reviewer's decisions from the page to decisions.json and back, kept between visits, refused
// where the file is for another dossier.
'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const { onPage, record } = require('./chromium');

const told = (page) => page.locator('#decide .told').innerText();
const block = (page, n) => page.locator('.decide').nth(n);

async function decideTwo(page) {
  await page.locator('#decide-by').fill('王审查');
  await block(page, 0).locator('input[value=return]').check();
  await block(page, 0).locator('textarea').fill('请补交。<b>第二行</b>\n"引号" 𠮷');
  await block(page, 1).locator('input[value=accept]').check();
}
async function exported(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#decide-export').click()]);
  assert.equal(download.suggestedFilename(), 'decisions.json');
  return JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
}
async function handIn(page, content) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await page.locator('#decide-import').setInputFiles({ name: 'decisions.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.waitForFunction(() => document.querySelector('#decide .told').textContent !== '');
}
// A sheet that fits the demo dossier, without a page having made it.
function sheet(changes = {}) {
  const { name, input_sha256, revision, findings } = record('demo');
  const { rule, evidence_sha256 } = findings.find((finding) => finding.status === 'fail');
  return { schema: 'biaoshen/decisions/1', dossier: name, input_sha256, revision, by: '李复核', on: '2024-09-02',
    decisions: [{ rule, decision: 'return', note: '<i>注</i>', evidence_sha256 }], ...changes };
}

onPage('demo', 'what was decided is exported with name, day and the digests it rests on', async (page) => {
  await decideTwo(page);
  assert.match(await page.locator('.progress').innerText(), /2 \/ \d+/);
  const made = await exported(page);
  const { name, input_sha256, revision, findings } = record('demo');
  assert.deepEqual({ ...made, on: '', decisions: [] },
    { schema: 'biaoshen/decisions/1', dossier: name, input_sha256, revision, by: '王审查', on: '', decisions: [] });
  assert.match(made.on, /^\d{4}-\d\d-\d\d$/);
  assert.deepEqual(made.decisions.map((one) => one.decision), ['return', 'accept']);
  assert.equal(made.decisions[0].note, '请补交。<b>第二行</b>\n"引号" 𠮷');
  for (const { rule, evidence_sha256 } of made.decisions)
    assert.equal(evidence_sha256, findings.find((finding) => finding.rule === rule).evidence_sha256);
});

onPage('demo', 'what was pasted with characters that no record takes is exported with blanks', async (page) => {
  await page.locator('#decide-by').fill('王审查');
  await block(page, 0).locator('input[value=return]').check();
  await block(page, 0).locator('textarea').evaluate((area) => {
    area.value = '一\u000B二\u007F三\uD800四\n𠮷';
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  assert.equal((await exported(page)).decisions[0].note, '一 二 三 四\n𠮷');
});

onPage('demo', 'what was decided is still there after the page was opened again', async (page) => {
  await decideTwo(page);
  await page.reload();
  assert.equal(await page.locator('#decide-by').inputValue(), '王审查');
  assert.ok(await block(page, 0).locator('input[value=return]').isChecked());
  assert.match(await block(page, 0).locator('textarea').inputValue(), /第二行/);
  assert.ok(await block(page, 1).locator('input[value=accept]').isChecked());
  assert.match(await page.locator('.progress').innerText(), /2 \/ \d+/);
});

onPage('demo', 'a file of decisions is taken over into a page that knows none, as text', async (page) => {
  await handIn(page, sheet());
  const { rule } = sheet().decisions[0];
  const mine = page.locator(`.decide[data-rule="${rule}"]`);
  assert.ok(await mine.locator('input[value=return]').isChecked());
  assert.equal(await mine.locator('textarea').inputValue(), '<i>注</i>');
  assert.match(await page.locator('.progress').innerText(), /1 \/ \d+/);
  assert.equal(await mine.locator('i:text("注")').count(), 0);
});

const REFUSED = {
  'another dossier': [sheet({ dossier: '别的材料' }), /别的材料/],
  'other files of the same dossier': [sheet({ input_sha256: '0'.repeat(64) }), /./],
  'another schema': [sheet({ schema: 'something/1' }), /./],
  'a file that is not JSON': ['<html>', /JSON/],
  'a list': ['[]', /./],
  'a file without decisions': [sheet({ decisions: 'none' }), /./],
};
for (const [what, [content, words]] of Object.entries(REFUSED))
  onPage('demo', `decisions are refused in words: ${what}`, async (page) => {
    await handIn(page, content);
    assert.match(await told(page), words);
    assert.equal(await page.locator('.decide input:checked').count(), 0);
    assert.match(await page.locator('.progress').innerText(), /0 \/ \d+/);
  });

onPage('demo', 'a decision about other evidence is shown and not taken over', async (page) => {
  const changed = sheet();
  changed.decisions[0].evidence_sha256 = 'f'.repeat(64);
  await handIn(page, changed);
  const mine = page.locator(`.decide[data-rule="${changed.decisions[0].rule}"]`);
  assert.ok(await mine.locator('.changed').isVisible());
  assert.equal(await mine.locator('input:checked').count(), 0);
});

onPage('demo', 'nothing is exported without a name or a decision', async (page) => {
  await page.locator('#decide-export').click();
  assert.notEqual(await told(page), '');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'decide-by');
  await page.locator('#decide-by').fill('王审查');
  const before = await told(page);
  await page.locator('#decide-export').click();
  assert.notEqual(await told(page), before);
});

onPage('demo', 'the way to what is not decided yet skips what is', async (page) => {
  await block(page, 0).locator('input[value=accept]').check();
  await page.locator('h1').click();
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  await page.locator('#decide-next').click();
  const at = await page.evaluate(() => document.activeElement.closest('article').querySelector('.decide').dataset.rule);
  assert.equal(at, await block(page, 1).getAttribute('data-rule'));
});
