// Goods of a new cycle are found by words and by kind, what is chosen stays in sight and is counted; what is typed stays on
// this device until it is sent.
(() => {
  const box = document.querySelector("[data-choose]");
  const form = box?.closest("form");
  if (!form) return;
  const rows = [...form.querySelectorAll(".cycle-product[data-words]")];
  const words = box.querySelector("[data-choose-words]");
  const kinds = [...box.querySelectorAll("[data-choose-kind]")];
  const said = box.querySelector("[data-choose-said]");
  const count = form.querySelector("[data-choose-count]");
  const isChosen = (row) => row.querySelector(".check input").checked;
  let kind = "";

  const show = () => {
    const asked = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    rows.forEach((row) => {
      const text = row.dataset.words.toLowerCase();
      const matches = (!kind || row.dataset.kind === kind) && asked.every((it) => text.includes(it));
      row.hidden = !matches && !(isChosen(row) && !asked.length && !kind);
      if (matches) found += 1;
    });
    const chosen = rows.filter(isChosen).length;
    said.textContent = found ? said.dataset.chosen.replace("{0}", chosen) : said.dataset.none;
    if (count) count.textContent = chosen ? `· ${chosen}` : "";
    kinds.forEach((it) => it.setAttribute("aria-pressed", String(it.dataset.chooseKind === kind)));
  };
  box.hidden = false;
  words.addEventListener("input", show);
  // Enter looks on, it does not open the cycle
  words.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  box.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-choose-kind]");
    if (!chip) return;
    kind = chip.dataset.chooseKind;
    show();
  });
  form.addEventListener("change", show);

  const name = form.dataset.kept && `draft:${form.dataset.kept}`;
  const drop = form.querySelector("[data-kept-drop]");
  const mentioned = form.querySelector("[data-kept-said]");
  const fields = () => [...form.elements].filter((it) => it.name && it.type !== "hidden" && it.type !== "submit");
  const remember = (act) => {
    try {
      return act();
    } catch {
      // no room on this device: then only the form keeps it
      return null;
    }
  };
  const old = name && remember(() => JSON.parse(localStorage.getItem(name)));
  if (old && !form.elements.title.value) {
    fields().forEach((it) => {
      if (!(it.name in old)) return;
      if (it.type === "checkbox") it.checked = old[it.name];
      else it.value = old[it.name];
    });
    mentioned.textContent = mentioned.dataset.keptWords;
    drop.hidden = false;
  }
  if (name) {
    form.addEventListener("input", (event) => {
      if (event.target === words) return;
      const typed = Object.fromEntries(fields().map((it) => [it.name, it.type === "checkbox" ? it.checked : it.value]));
      remember(() => localStorage.setItem(name, JSON.stringify(typed)));
    });
    form.addEventListener("submit", () => remember(() => localStorage.removeItem(name)));
    drop.addEventListener("click", () => {
      remember(() => localStorage.removeItem(name));
      form.reset();
      mentioned.textContent = "";
      drop.hidden = true;
      show();
    });
  }
  show();
})();
