// One Chromium for all cases, each in a profile of its own that knows nothing of the others, and
// the pages they look at. Whatever a page asks of the network, prints on the console or says in a
// dialog is written down: `open` fails on all of it when the case ends.
'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const test = require('node:test');
const { chromium } = require('playwright-core');

const root = process.env.PAGES;
const PAGES = {
  demo: path.join(root, 'results/demo/dossier.html'),
  good: path.join(root, 'results/good/dossier.html'),
  attacked_index: path.join(root, 'attacked/index.html'),
};
// What becomes of make_hostile_dossiers: attacked_1, attacked_2, …
const attacked = fs.readdirSync(path.join(root, 'hostile')).sort();
attacked.forEach((name, i) => { PAGES['attacked_' + (i + 1)] = path.join(root, 'attacked', name, 'dossier.html'); });
for (const name of ['sample', 'english', 'hostile', 'big', 'index', 'index_hostile', 'index_big', 'watch', 'watch_english', 'watch_hostile', 'watch_big'])
  PAGES[name] = path.join(root, 'pages', name + '.html');

const SCREEN = { width: 1280, height: 800 };
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

let browser;
test.before(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
});
test.after(() => browser.close());

// What a page did that none of ours may do.
function watch(page) {
  const deeds = [];
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) deeds.push('request: ' + request.url());
  });
  page.on('console', (message) => deeds.push('console: ' + message.text()));
  page.on('pageerror', (error) => deeds.push('error: ' + error.message));
  page.on('dialog', (dialog) => {
    deeds.push('dialog: ' + dialog.message());
    dialog.dismiss();
  });
  return deeds;
}

// A case: `what` is claimed, `look` is given the page `name` in a fresh profile. `expects`: deeds
// that the case provokes itself.
function onPage(name, what, look, { expects, ...options } = {}) {
  test.test(`${name}: ${what}`, { timeout: 60000 }, async () => {
    const context = await browser.newContext({ viewport: SCREEN, acceptDownloads: true, ...options });
    try {
      context.setDefaultTimeout(15000);
      const page = await context.newPage();
      const deeds = watch(page);
      await page.goto(pathToFileURL(PAGES[name]).href);
      await look(page, context);
      assert.deepEqual(deeds.filter((deed) => !expects || !expects.test(deed)), []);
    } finally {
      await context.close();
    }
  });
}

const record = (name) => require(path.join(path.dirname(PAGES[name]), 'dossier.json'));

module.exports = { PAGES, attacked, onPage, record, root };
