// Names to go on with appear under the box while one types; without script the box looks for what was typed.
document.querySelectorAll("[data-suggest]").forEach((input) => {
  const form = input.form;
  const list = form.querySelector(".search-suggestions");
  let waiting = 0;
  let asked = null;
  const close = () => {
    list.hidden = true;
    list.replaceChildren();
  };
  const ask = async () => {
    asked?.abort();
    if (!input.value.trim()) return close();
    asked = new AbortController();
    const where = new URLSearchParams({ q: input.value });
    if (form.community) where.set("community", form.community.value);
    try {
      const answer = await fetch(input.dataset.suggest + "?" + where, { signal: asked.signal });
      const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
      const names = page.querySelector(".search-names");
      list.hidden = !names;
      list.replaceChildren(...(names ? [document.adoptNode(names)] : []));
    } catch {
      // the next letter asks again
    }
  };
  input.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(ask, 200);
  });
  input.addEventListener("compositionend", ask);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return close();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...list.querySelectorAll("a")];
    const to = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (stops[to]) {
      event.preventDefault();
      stops[to].focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) close();
  });
});
