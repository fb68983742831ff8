// What was typed stays while somebody changes language or theme: the page comes back with its fields filled in.
(() => {
  const KEPT = "typed";
  const fields = () => [...document.querySelectorAll("form[method=post] :is(input, textarea, select)[name]")]
    .filter((it) => !["hidden", "password", "file"].includes(it.type) && !it.closest(".menu"));
  const chosen = (it) => (["checkbox", "radio"].includes(it.type) ? it.checked : it.value);

  document.addEventListener("submit", (event) => {
    const menu = event.target;
    if (!["/language", "/theme"].includes(menu.getAttribute("action"))) return;
    const page = menu.elements.back?.value;
    sessionStorage.setItem(KEPT, JSON.stringify({ page, typed: fields().map((it) => [it.name, chosen(it)]) }));
  });

  const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
  sessionStorage.removeItem(KEPT);
  if (kept?.page !== location.pathname + location.search) return;
  const here = fields();
  if (here.length !== kept.typed.length) return;
  here.forEach((it, at) => {
    const [name, value] = kept.typed[at];
    if (it.name !== name || chosen(it) === value) return;
    if (typeof value === "boolean") it.checked = value;
    else it.value = value;
    it.dispatchEvent(new Event("input", { bubbles: true }));
  });
})();
