// A reviewer's decisions in dossier.html: kept in the browser, exported to and imported from
// decisions.json (templates/json/decisions.schema.json). Without this script the page prints
// the same questions as boxes to tick.
//
// Plain ES2017 without a library. What is imported is a stranger's text: it gets into the page
// by textContent and value only. Words of ours come from data- attributes of the form.
//
// Tested by tests/browser.
(function () {
  'use strict';
  const SCHEMA = 'biaoshen/decisions/1';
  const CHOICES = ['accept', 'return', 'look'];
  const LONGEST_NOTE = 2000, LARGEST_FILE = 1 << 20;

  const form = document.getElementById('decide');
  if (!form) return;
  const words = form.dataset;
  const bar = document.getElementById('decide-bar');
  const by = document.getElementById('decide-by');
  const storageKey = 'biaoshen:' + words.dossier + ':' + words.input;

  // One block a finding: where a decision is made, and how it looks on paper.
  const blocks = Array.from(document.querySelectorAll('.decide[data-rule]'), (root) => ({
    root,
    rule: root.dataset.rule,
    evidence: root.dataset.evidence,
    article: root.closest('article'),
    radios: Array.from(root.querySelectorAll('input[type=radio]')),
    note: root.querySelector('textarea'),
    clear: root.querySelector('.clear'),
    changed: root.querySelector('.changed'),
    options: Array.from(root.querySelectorAll('.paper .option')),
    written: root.querySelector('.paper .written'),
  }));

  // ---- words ----

  function filled(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
  }
  function tell(sentence) {
    form.querySelector('.told').textContent = sentence;
  }
  function choiceInWords(choice) {
    return { accept: words.accept, return: words.return, look: words.lookCloser }[choice];
  }

  // ---- a block ----

  function choiceOf(block) {
    const chosen = block.radios.find((radio) => radio.checked);
    return chosen ? chosen.value : '';
  }
  // What counts: what is chosen here, else what was folded in for the same evidence.
  function standingChoice(block) {
    const recorded = block.root.querySelector('.recorded.current');
    return choiceOf(block) || (recorded ? recorded.dataset.decision : '');
  }
  function isDecided(block) {
    const choice = standingChoice(block);
    return choice === 'accept' || choice === 'return';
  }
  function choose(block, choice) {
    for (const radio of block.radios) radio.checked = radio.value === choice;
  }
  // Room for a note: about forty characters a line.
  function rowsFor(note) {
    const rows = note.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 40), 0);
    return Math.min(rows, 8);
  }
  function show(block) {
    const choice = choiceOf(block);
    block.clear.hidden = choice === '';
    block.root.classList.toggle('chosen', choice !== '' || block.note.value !== '');
    for (const option of block.options)
      option.firstElementChild.textContent = option.dataset.value === choice ? '☑' : '☐';
    block.written.textContent = block.note.value;
    block.note.rows = rowsFor(block.note.value);
  }
  function showProgress() {
    const done = blocks.filter(isDecided).length;
    const look = blocks.filter((block) => standingChoice(block) === 'look').length;
    bar.querySelector('.progress').textContent = filled(words.progress, { done, all: blocks.length }) +
      (look > 0 ? filled(words.look, { look }) : '');
    document.getElementById('decide-next').disabled = done === blocks.length;
  }

  // ---- decisions in and out ----

  // What was pasted or imported may hold characters that no record takes, or that turn the
  // writing around them: they become blanks.
  function plain(text) {
    return text.replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF]/gu, ' ');
  }
  // All that was entered, also a note without a choice: kept here, but not exported.
  function draft() {
    return blocks.filter((block) => choiceOf(block) !== '' || block.note.value !== '').map((block) => ({
      rule: block.rule,
      decision: choiceOf(block),
      note: plain(block.note.value),
      evidence_sha256: block.evidence,
    }));
  }
  function decisionsMade() {
    return draft().filter((decision) => decision.decision !== '');
  }
  // A decision about other evidence is shown, not taken over. Returns whether it was taken over.
  function take(block, decision) {
    const isSame = decision.evidence_sha256 === block.evidence;
    const isChoice = CHOICES.includes(decision.decision);
    if (typeof decision.note === 'string') block.note.value = plain(decision.note.slice(0, LONGEST_NOTE));
    block.changed.hidden = isSame || !isChoice;
    block.changed.textContent =
      isChoice ? filled(words.changed, { decision: choiceInWords(decision.decision) }) : '';
    choose(block, isSame && isChoice ? decision.decision : '');
    show(block);
    return isSame && isChoice;
  }
  function takeAll(decisions) {
    const unknown = [];
    let taken = 0;
    for (const decision of decisions) {
      if (decision === null || typeof decision !== 'object') continue;
      const block = blocks.find((one) => one.rule === decision.rule);
      if (!block) unknown.push(plain(String(decision.rule).slice(0, 80)));
      else if (take(block, decision)) ++taken;
    }
    showProgress();
    return { taken, unknown };
  }

  function keep() {
    try {
      localStorage.setItem(storageKey, JSON.stringify({ by: by.value, decisions: draft() }));
    } catch (error) {
      tell(words.notKept);
    }
  }
  function restore() {
    try {
      const kept = JSON.parse(localStorage.getItem(storageKey) || 'null');
      if (kept === null || !Array.isArray(kept.decisions)) return;
      by.value = String(kept.by || '');
      takeAll(kept.decisions);
    } catch (error) {
      tell(words.notKept);
    }
  }

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, '0');
    return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
  }
  function exportFile() {
    const decisions = decisionsMade();
    if (by.value.trim() === '') {
      tell(words.noName);
      by.focus();
      return;
    }
    if (decisions.length === 0) {
      tell(words.none);
      return;
    }
    const sheet = {
      schema: SCHEMA,
      dossier: words.dossier,
      input_sha256: words.input,
      revision: Number(words.revision),
      by: plain(by.value).trim(),
      on: today(),
      decisions,
    };
    const link = document.createElement('a');
    link.href = URL.createObjectURL(
      new Blob([JSON.stringify(sheet, null, 2) + '\n'], { type: 'application/json' }));
    link.download = 'decisions.json';
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    tell(filled(words.exported, { count: decisions.length }));
  }

  // Why the file is not for this page; empty where it is.
  function objection(sheet) {
    if (sheet === null || typeof sheet !== 'object') return words.otherSchema;
    if (sheet.schema !== SCHEMA || !Array.isArray(sheet.decisions)) return words.otherSchema;
    if (sheet.dossier !== words.dossier)
      return filled(words.otherDossier, { dossier: plain(String(sheet.dossier).slice(0, 200)) });
    return sheet.input_sha256 === words.input ? '' : words.otherInput;
  }
  function importText(text) {
    let sheet;
    try {
      sheet = JSON.parse(text);
    } catch (error) {
      tell(words.notJson);
      return;
    }
    const why = objection(sheet);
    if (why !== '') {
      tell(why);
      return;
    }
    const { taken, unknown } = takeAll(sheet.decisions);
    if (by.value.trim() === '' && typeof sheet.by === 'string') by.value = plain(sheet.by.slice(0, 100));
    tell(filled(words.imported, { count: taken }) + (unknown.length === 0 ? '' :
      ' ' + filled(words.unknown, { count: unknown.length, rules: unknown.slice(0, 5).join(', ') })));
    keep();
  }
  function importFile(event) {
    const file = event.target.files[0];
    if (!file) return;
    event.target.value = '';  // the same file may be chosen again
    if (file.size > LARGEST_FILE) {
      tell(words.tooLarge);
      return;
    }
    const reader = new FileReader();
    reader.onload = () => importText(reader.result);
    reader.onerror = () => tell(words.notJson);
    reader.readAsText(file);
  }

  // ---- going from finding to finding ----

  function goTo(block) {
    block.article.tabIndex = -1;
    block.article.focus({ preventScroll: true });
    block.article.scrollIntoView({ block: 'start' });
  }
  // The block that has the focus; else the last one that begins at the top of the window or above.
  function current() {
    const focused = blocks.findIndex((block) => block.article.contains(document.activeElement));
    if (focused >= 0) return focused;
    let last = -1;
    blocks.forEach((block, i) => {
      if (block.article.getBoundingClientRect().top < 80) last = i;
    });
    return last;
  }
  function goBy(step) {
    const next = current() + step;
    if (next >= 0 && next < blocks.length) goTo(blocks[next]);
  }
  function goToUndecided() {
    const from = current() + 1;
    const next = blocks.slice(from).concat(blocks.slice(0, from)).find((block) => !isDecided(block));
    if (!next) return;
    goTo(next);
    next.radios[0].focus({ preventScroll: true });
  }
  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (!document.getElementById('decide-keys').checked) return;
    if (event.target.closest && event.target.closest('textarea, input:not([type=radio]):not([type=checkbox])')) return;
    const step = { j: 1, n: 1, k: -1, p: -1 }[event.key];
    if (step) goBy(step);
  }

  // ---- the page comes alive ----

  function onChange(block) {
    block.changed.hidden = true;
    show(block);
    showProgress();
    keep();
    if (blocks.every(isDecided)) tell(words.allDone);
  }
  for (const block of blocks) {
    block.root.querySelector('fieldset').hidden = false;
    for (const radio of block.radios) radio.addEventListener('change', () => onChange(block));
    block.note.addEventListener('input', () => { show(block); keep(); });
    block.clear.addEventListener('click', () => {
      choose(block, '');
      onChange(block);
      block.radios[0].focus();
    });
    show(block);
  }
  document.documentElement.classList.add('scripted');
  form.hidden = bar.hidden = false;
  by.addEventListener('input', keep);
  document.getElementById('decide-export').addEventListener('click', exportFile);
  document.getElementById('decide-import').addEventListener('change', importFile);
  document.getElementById('decide-next').addEventListener('click', goToUndecided);
  document.addEventListener('keydown', onKey);
  restore();
  showProgress();
})();
