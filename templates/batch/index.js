// The index of a batch with its table sorted and filtered in place. Without this script all rows
// are there, in order; of a long page the first of them. The others it makes of the data that
// stand below the table (index_rows.h), element by element: what applicants wrote is not read as
// markup again.
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

// What the filters and columns ask of a row that stands in the table.
class StandingRow {
  constructor(row) {
    this.element = row;
    this.programme = row.dataset.programme;
    this.ending = row.dataset.ending;
    this.isChanged = Boolean(row.dataset.change);
  }
  get rules() { return (this.element.dataset.rules || "").split(" "); }
  get text() { return this.element.textContent; }
  key(column) {
    const cell = this.element.cells[column];
    return cell.dataset.key === undefined ? cell.textContent.trim() : cell.dataset.key;
  }
}

// <name class="…">parts</name>, the parts being elements and texts, those that are empty left out.
const make = (name, className, ...parts) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...parts.filter((part) => part !== ""));
  return element;
};
const bdi = (text) => (text ? make("bdi", "", text) : "");
const state = (part, more = "") => (part ? make("span", "state" + more, part) : "");
const linkTo = (address, part) => {
  const link = make("a", "", part);
  link.href = address;
  return link;
};

// The same of a row of a long page, made into an element when it is first shown.
class ToldRow {
  constructor(page, values, at, standing) {
    this.page = page;
    this.nth = at + 1;
    this.made = standing;
    [this.name, this.link, this.programme, this.place, this.number = "", this.title = "", this.organization = "", this.score = "",
      this.fail = 0, this.review = 0, this.open = 0, this.ruleplaces = [], this.remarks = []] = values;
    this.programme = String(this.programme);
  }
  get ending() { return this.page.endings[this.place][0]; }
  get rules() { return this.ruleplaces.map((place) => this.page.rules[place]); }
  get isChanged() { return this.remark("change")[1] !== ""; }
  get programmeTitle() { return this.page.programmes[this.programme - 1]; }
  get text() {
    return [this.nth, this.name, this.programmeTitle, this.number, this.title, this.organization, this.score,
      this.page.endings[this.place][1], ...this.remarks.map(([, text]) => text)].join(" ");
  }
  get element() { return (this.made ??= this.make()); }
  key(column) {
    return [this.nth, this.name, this.number + this.title, this.organization, this.score, this.place, this.fail, this.review, this.open][column];
  }
  remark(kind) { return this.remarks.find(([one]) => one === kind) ?? [kind, "", ""]; }
  make() {
    const [mark, ending] = this.page.endings[this.place];
    const remark = (kind) => this.remark(kind)[1];
    const [, same, first] = this.remark("same_as");
    const count = (value) => make("td", "count", String(value));
    const name = make("th", "", linkTo(this.link || encodeURIComponent(this.name) + "/dossier.html", bdi(this.name)),
      state(bdi(this.programmeTitle)), state(same && linkTo(first, same)));
    name.scope = "row";
    const row = make("tr", "", make("td", "nth", String(this.nth)), name,
      make("td", "", this.number && make("span", "of", bdi(this.number)), bdi(this.title)),
      make("td", "", bdi(this.organization)), count(this.score || "–"),
      make("td", "", make("span", "badge " + mark, ending), state(remark("quarantined"), " given-up"), state(remark("overdue"), " given-up"),
        state(remark("revision")), state(remark("standing") && this.page.standing + remark("standing")), state(remark("change"))),
      count(this.fail), count(this.review), count(this.open));
    row.dataset.ending = mark;
    return row;
  }
}
const toldRows = (told, standing) => {
  const page = { ...JSON.parse(told.textContent), standing: told.dataset.standing };
  const rows = page.rows.map((values, at) => new ToldRow(page, values, at, standing[at]));
  page.rows = null;
  return rows;
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
  const onPaper = document.getElementById("on-paper");
  const field = (name) => document.getElementById("by-" + name);

  const told = document.getElementById("told-rows");
  let rows = told ? toldRows(told, Array.from(body.rows)) : Array.from(body.rows, (row) => new StandingRow(row));  // in their order
  const kMost = 500, kMore = told ? 2000 : Infinity;
  let most = kMost;   // rows laid out at once, until somebody asks for more
  let sorted = null;  // the column and whether it descends
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const textOf = (row) => (row.folded ??= folded(row.text));

  const filter = () => {
    const words = folded(field("text").value).split(/\s+/).filter(Boolean);
    const [programme, ending, rule] = ["programme", "ending", "rule"].map((name) => field(name).value);
    const onlyChanged = field("change") && field("change").checked;
    const fits = (row) =>
      (!programme || row.programme === programme) &&
      (!ending || row.ending === ending) &&
      (!rule || row.rules.includes(rule)) &&
      (!onlyChanged || row.isChanged) &&
      words.every((word) => textOf(row).includes(word));
    const fitting = rows.filter(fits), count = fitting.length;
    body.replaceChildren(...fitting.slice(0, most).map((row) => row.element));
    const inWords = (element, numbers) => element.dataset.words.replace(/\{(\w+)\}/g, (_, name) => numbers[name]);
    shown.textContent = inWords(shown, { shown: count, all: rows.length });
    more.textContent = inWords(more, { shown: most, all: count });
    more.hidden = count <= most;
    nothing.hidden = count > 0;
    filters.classList.toggle("some", count < rows.length);
    return count;
  };

  // Typing waits for a pause: a row that comes or goes lays the whole table out again.
  let pause = 0;
  filters.addEventListener("input", (event) => {
    clearTimeout(pause);
    pause = setTimeout(filter, event.target.type === "search" ? 150 : 0);
  });
  filters.addEventListener("reset", () => setTimeout(filter));
  filters.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => {
    most = told && most >= kMore ? most + kMore : kMore;
    filter();
  });
  window.addEventListener("beforeprint", () => {
    most = Math.max(most, kMore);
    const isCut = filter() > most;
    if (onPaper) onPaper.hidden = !isCut;
  });

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
  const keyOf = (row, column, isNumber) => {
    const key = row.key(column);
    return isNumber ? (key === "" ? -Infinity : Number(key)) : key;
  };
  const sort = (column, descending) => {
    sorted = { column, descending };
    const isNumber = heads[column].dataset.sort === "number";
    const keyed = rows.map((row) => [keyOf(row, column, isNumber), row]);
    keyed.sort(([a], [b]) => (descending ? compare(b, a) : compare(a, b)));
    rows = keyed.map(([, row]) => row);
    filter();
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
    most, sorted, top: scrollY,
  });
  const takeUp = (left) => {
    fields.forEach((one, i) => { one[one.type === "checkbox" ? "checked" : "value"] = left.values[i]; });
    for (const one of fields) if (one.selectedIndex === -1) one.selectedIndex = 0;  // no longer there
    most = left.most ?? Infinity;
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
