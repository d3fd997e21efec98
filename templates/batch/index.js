// The index of a batch with its table sorted and filtered in place. Without this script all rows
// are there, in order. Rows are only hidden and moved, never made: what applicants wrote is not
// read as markup again.
//
// It stands before the rows, for where it runs only the first of them are laid out while the others
// arrive (index.css); most of the time of a long page went there.
"use strict";
document.documentElement.classList.add("scripted");

// What this tab remembers of the page over a reload; nothing where the browser keeps nothing.
const memory = {
  read(name) {
    try {
      return JSON.parse(sessionStorage.getItem(`${name} ${location.pathname}`));
    } catch {
      return null;
    }
  },
  write(name, value) {
    try {
      sessionStorage.setItem(`${name} ${location.pathname}`, JSON.stringify(value));
    } catch {}
  },
};

document.addEventListener("DOMContentLoaded", () => {
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
  let most = 500;                    // rows laid out at once, until somebody asks for all
  let sorted = null;                 // the column and whether it descends
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
      (!rule || (row.dataset.rules || "").split(" ").includes(rule)) &&
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
    const link = event.target.closest("a[data-programme], a[data-ending], a[data-rule], a[data-text]");
    if (!link) return;
    filters.reset();
    for (const name of ["programme", "ending", "rule", "text"])
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
    sorted = { column, descending };
    const isNumber = heads[column].dataset.sort === "number";
    const keyed = rows.map((row) => [keyOf(row.cells[column], isNumber), row]);
    keyed.sort(([a], [b]) => (descending ? compare(b, a) : compare(a, b)));
    rows = keyed.map(([, row]) => row);
    filter();
    const inOrder = document.createDocumentFragment();
    for (const row of rows) inOrder.appendChild(row);
    body.appendChild(inOrder);
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

  // A page that is loaded again, or gone back to, looks as it was left.
  const fields = ["text", "programme", "ending", "rule", "change"].map(field).filter(Boolean);
  const leave = () => memory.write("index", {
    values: fields.map((one) => (one.type === "checkbox" ? one.checked : one.value)),
    isWhole: most === Infinity, sorted, top: scrollY,
  });
  const takeUp = (left) => {
    fields.forEach((one, i) => { one[one.type === "checkbox" ? "checked" : "value"] = left.values[i]; });
    for (const one of fields) if (one.selectedIndex === -1) one.selectedIndex = 0;  // no longer there
    if (left.isWhole) most = Infinity;
    if (left.sorted) sort(left.sorted.column, left.sorted.descending);
  };
  const cameBy = performance.getEntriesByType("navigation")[0]?.type;
  const left = cameBy === "reload" || cameBy === "back_forward" ? memory.read("index") : null;
  addEventListener("pagehide", leave);

  filters.hidden = false;
  if (left) takeUp(left);
  filter();
  table.classList.add("ready");
  if (left) {
    history.scrollRestoration = "manual";
    scrollTo(0, left.top);
  }
});
