// An operator's keys: "/" searches, "g" then a letter goes somewhere, "?" tells which.
(() => {
  const places = { d: "/operate", o: "/operate/orders", c: "/operate/cycles", p: "/operate/products", t: "/operate/offers", l: "/operate/leaders" };
  let goes = 0;
  const help = () => document.getElementById("keys-help")?.showModal();
  document.addEventListener("keydown", (event) => {
    if (event.target.closest?.("input, textarea, select, dialog") || event.metaKey || event.ctrlKey || event.altKey) return;
    const going = Date.now() - goes < 1000;
    goes = event.key === "g" ? Date.now() : 0;
    if (going && places[event.key]) location.assign(places[event.key]);
    else if (event.key === "?") help();
    else if (event.key === "/") {
      const search = document.querySelector("[data-search-all]");
      if (!search) return;
      event.preventDefault();
      search.focus();
    }
  });
  document.querySelectorAll("[data-keys-help]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", help);
  });
})();
