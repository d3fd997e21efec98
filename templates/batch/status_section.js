// The status at the head of a watch's index: ages that count up, an alarm where the page is too
// old to be true, and the page loaded again now and then, unless somebody is at work in it.
document.addEventListener("DOMContentLoaded", () => {
  const watch = document.getElementById("watch");
  if (!watch) return;
  const part = (name) => watch.querySelector("." + name);
  const arrived = Date.now();
  const limit = Number(watch.dataset.limit || Infinity) * 1000;  // a page older than this is silent

  // How old the page was when it arrived. The server's clock may go differently; but a page that
  // is another than a moment ago is fresh whatever the clocks say.
  const ageAtArrival = () => {
    const written = watch.dataset.written;
    const last = memory.read("watch");
    let fresh = null;
    if (last && last.written === written) fresh = last.fresh;
    else if (last && arrived - last.loaded < limit) fresh = arrived;
    memory.write("watch", { written, fresh, loaded: arrived });
    return Math.max(0, arrived - (fresh ?? Date.parse(written)));
  };
  const age = ageAtArrival();
  part("silent").hidden = !(age > limit);
  watch.classList.toggle("is-silent", age > limit);

  const tellAges = () => {
    for (const element of watch.querySelectorAll(".age")) {
      const { age: then, second, minute, hour } = element.dataset;
      const seconds = Number(then) + (age + Date.now() - arrived) / 1000;
      const [words, count] = seconds < 120 ? [second, seconds] : seconds < 7200 ? [minute, seconds / 60] : [hour, seconds / 3600];
      element.textContent = words.replace("{count}", Math.floor(count));
    }
  };

  // Somebody is at work who has just moved something, stands in a field, has marked text or
  // unfolded a part.
  const kJust = 15000;
  let moved = -Infinity;
  for (const deed of ["pointerdown", "keydown", "wheel", "touchmove", "input"])
    addEventListener(deed, () => { moved = Date.now(); }, { capture: true, passive: true });
  const unfolded = new Set(document.querySelectorAll("details[open]"));
  const isHeld = () =>
    Date.now() - moved < kJust ||
    Boolean(document.activeElement?.matches("input:not([type=checkbox]), select")) ||
    getSelection().toString() !== "" ||
    Array.from(document.querySelectorAll("details[open]")).some((one) => !unfolded.has(one));

  // A long page is not loaded again and again.
  const every = Math.max(15000, 10 * performance.now());
  const renewing = part("renewing").querySelector("input");
  renewing.checked = memory.read("renewing") !== false;
  renewing.addEventListener("change", () => memory.write("renewing", renewing.checked));
  part("renewing").hidden = false;
  part("renew").hidden = false;
  part("renew").addEventListener("click", () => location.reload());

  const turn = () => {
    tellAges();
    const isDue = renewing.checked && !document.hidden && Date.now() - arrived >= every;
    const held = isDue && isHeld();
    part("held").hidden = !held;
    if (isDue && !held) location.reload();
  };
  turn();
  setInterval(turn, 1000);
});
