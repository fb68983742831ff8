// What a stranger typed is there again when they come back to the page, signed in meanwhile: only what they changed.
(() => {
  const KEPT = "left";
  const here = location.pathname;
  const fields = () => [...document.querySelectorAll("main form[method=post] :is(input, textarea)[name]")]
    .filter((it) => !["hidden", "password", "file"].includes(it.type));
  const ticked = (it) => ["checkbox", "radio"].includes(it.type);
  const changed = (it) => (ticked(it) ? it.checked !== it.defaultChecked : it.value !== it.defaultValue);
  const named = (it) => (it.type === "radio" ? `${it.name}=${it.value}` : it.name);

  const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
  if (kept?.page === here) {
    sessionStorage.removeItem(KEPT);
    fields().filter((it) => Object.hasOwn(kept.typed, named(it))).forEach((it) => {
      it[ticked(it) ? "checked" : "value"] = kept.typed[named(it)];
      it.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  let sent = false;
  document.addEventListener("submit", (event) => {
    sent ||= event.target.closest("main") !== null && event.target.method === "post";
  });
  addEventListener("pagehide", () => {
    const stranger = document.querySelector(".bottom-bar") && !document.querySelector(".bell");
    const typed = fields().filter(changed).map((it) => [named(it), ticked(it) ? it.checked : it.value]);
    if (sent || !stranger || typed.length === 0) return;
    sessionStorage.setItem(KEPT, JSON.stringify({ page: here, typed: Object.fromEntries(typed) }));
  });
})();
