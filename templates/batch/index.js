// The index of a batch with its table sorted and filtered in place. Without this script all rows
// are there, in order. Rows are only hidden and moved, never made: what applicants wrote is not
// read as markup again.
"use strict";
(() => {
  const table = document.getElementById("table");
  if (!table) return;
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const filters = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const nothing = document.getElementById("nothing-shown");
  const more = document.getElementById("more-rows");
  const field = (name) => document.getElementById("by-" + name);

  let rows = Array.from(body.rows);  // in the order in which they stand
  let most = 1000;                   // rows laid out at once, until somebody asks for all
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, folded(row.textContent));
    return texts.get(row);
  };

  const filter = () => {
    const words = folded(field("text").value).split(/\s+/).filter(Boolean);
    const [programme, ending, rule] = ["programme", "ending", "rule"].map((name) => field(name).value);
    const onlyChanged = field("change") && field("change").checked;
    const fits = (row) =>
      (!programme || row.dataset.programme === programme) &&
      (!ending || row.dataset.ending === ending) &&
      (!rule || row.dataset.rules.split(" ").includes(rule)) &&
      (!onlyChanged || row.dataset.change) &&
      words.every((word) => textOf(row).includes(word));
    let count = 0;
    for (const row of rows) {
      const isShown = fits(row) && ++count <= most;
      if (row.hidden === isShown) row.hidden = !isShown;
    }
    const inWords = (element, numbers) => element.dataset.words.replace(/\{(\w+)\}/g, (_, name) => numbers[name]);
    shown.textContent = inWords(shown, { shown: count, all: rows.length });
    more.textContent = inWords(more, { shown: most, all: count });
    more.hidden = count <= most;
    nothing.hidden = count > 0;
    filters.classList.toggle("some", count < rows.length);
  };
  const showAll = () => {
    most = Infinity;
    filter();
  };

  // Typing waits for a pause: a row that comes or goes lays the whole table out again.
  let pause = 0;
  filters.addEventListener("input", (event) => {
    clearTimeout(pause);
    pause = setTimeout(filter, event.target.type === "search" ? 150 : 0);
  });
  filters.addEventListener("reset", () => setTimeout(filter));
  filters.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", showAll);
  window.addEventListener("beforeprint", showAll);

  // Totals lead to the rows they count.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-programme], a[data-ending], a[data-rule]");
    if (!link) return;
    filters.reset();
    for (const name of ["programme", "ending", "rule"])
      if (link.dataset[name]) field(name).value = link.dataset[name];
    filter();
  });

  // A column by the keys of its cells, as numbers or as text.
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const compare = (a, b) => (typeof a === "number" ? (a < b ? -1 : a > b ? 1 : 0) : collator.compare(a, b));
  const keyOf = (cell, isNumber) => {
    const key = cell.dataset.key === undefined ? cell.textContent.trim() : cell.dataset.key;
    return isNumber ? (key === "" ? -Infinity : Number(key)) : key;
  };
  const sort = (column, descending) => {
    const isNumber = heads[column].dataset.sort === "number";
    const keyed = rows.map((row) => [keyOf(row.cells[column], isNumber), row]);
    keyed.sort(([a], [b]) => (descending ? compare(b, a) : compare(a, b)));
    rows = keyed.map(([, row]) => row);
    filter();
    const sorted = document.createDocumentFragment();
    for (const row of rows) sorted.appendChild(row);
    body.appendChild(sorted);
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[column].setAttribute("aria-sort", descending ? "descending" : "ascending");
  };
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.title = table.dataset.sort.replace("{column}", head.textContent);
    const onPaper = document.createElement("span");  // buttons are not printed again on each page
    onPaper.className = "on-paper";
    onPaper.textContent = head.textContent;
    button.addEventListener("click", () => {
      const was = head.getAttribute("aria-sort");
      const isCount = head.classList.contains("count");  // the greatest first
      sort(column, was ? was === "ascending" : isCount);
    });
    head.replaceChildren(button, onPaper);
  });

  filters.hidden = false;
  filter();
})();
