// Rows of a long table: one tick for all of a page ("x" ticks the row in which the focus is), and how many there are.
(() => {
  const bar = document.querySelector("[data-ticks]");
  const every = document.querySelector("[data-tick-all]");
  const rows = [...document.querySelectorAll("input[form=table-acts]")];
  if (!bar || !rows.length) return;
  const all = bar.querySelector("input[name=all]");
  const said = bar.querySelector("[data-ticked]");
  const none = said.textContent;
  const tell = () => {
    const ticked = rows.filter((row) => row.checked).length;
    said.textContent = ticked && !all?.checked ? said.dataset.ticked.replace("{0}", ticked) : none;
    bar.classList.toggle("table-acts-on", ticked > 0 || !!all?.checked);
    if (every) {
      every.checked = ticked === rows.length;
      every.indeterminate = ticked > 0 && ticked < rows.length;
    }
  };
  if (every) {
    every.hidden = false;
    every.addEventListener("change", () => {
      rows.forEach((row) => { row.checked = every.checked; });
      tell();
    });
  }
  document.addEventListener("change", tell);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "x" || event.target.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
    const tick = event.target.closest("tr")?.querySelector("input[form=table-acts]");
    if (!tick) return;
    tick.checked = !tick.checked;
    tell();
  });
  tell();
})();
