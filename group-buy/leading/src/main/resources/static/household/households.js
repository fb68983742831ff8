// The table of households answers while one types, goes on while one scrolls, and is walked by keys: / j k Enter x.
(() => {
  const list = document.getElementById("households-list");
  const form = document.querySelector(".households-find");
  if (!list || !form) return;
  const one = document.getElementById("household");
  const field = form.elements.q;
  const wide = matchMedia("(min-width: 1024px)");
  const query = (address) => {
    const at = (address || location.href).indexOf("?");
    return at < 0 ? "" : (address || location.href).slice(at);
  };
  const fetched = async (url) => {
    const answer = await fetch(url, { headers: { "X-Fragment": "true" } });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  const rows = () => [...list.querySelectorAll("a.household")];

  // behind it stands what is open, which may change
  const key = (box) => box.value.split(":")[0];

  // what is ticked, unfolded or stood on stays so
  const put = (page) => {
    const ticked = new Set([...list.querySelectorAll("input[name=household]:checked")].map((it) => key(it)));
    const open = list.querySelector(".households-many")?.open;
    const stands = document.activeElement?.closest?.("#households-rows > li")?.id;
    list.replaceChildren(...page.body.childNodes);
    list.querySelectorAll("input[name=household]").forEach((it) => { it.checked = ticked.has(key(it)); });
    list.querySelector(".households-many")?.toggleAttribute("open", !!open);
    if (stands) document.getElementById(stands)?.querySelector("a")?.focus({ preventScroll: true });
  };

  // only the latest question is answered
  let asked = 0;
  const show = async (search, keep) => {
    const mine = ++asked;
    try {
      const page = await fetched(list.dataset.households + search);
      if (mine !== asked) return;
      put(page);
      if (!keep) history.replaceState(null, "", location.pathname + search);
      watch();
    } catch {
      if (mine === asked) list.querySelector("[role=status]")?.replaceChildren(list.dataset.none);
    }
  };

  const typed = () => {
    const wanted = new URLSearchParams(new FormData(form));
    const current = new URLSearchParams(location.search);
    // the form knows the chip it was loaded with
    wanted.delete("chip");
    if (current.has("chip")) wanted.set("chip", current.get("chip"));
    if (wanted.get("sort") === "DOOR") wanted.delete("sort");
    if (!wanted.get("q")) wanted.delete("q");
    const search = wanted.toString();
    show(search ? `?${search}` : "");
  };
  let pause = 0;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(typed, 120);
  });
  form.elements.sort.addEventListener("change", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    typed();
  });

  // the next page comes before one is there; its link stays for who has no script
  let loading = false;
  const more = async (nav) => {
    const link = nav.querySelector("a[rel=next]");
    if (loading || !link) return;
    loading = true;
    const mine = asked;
    try {
      const page = await fetched(list.dataset.households + query(link.href));
      if (mine !== asked) return;
      document.getElementById("households-rows")?.append(...page.querySelectorAll("#households-rows > li"));
      const next = page.querySelector("[data-more] a[rel=next]");
      if (next) link.replaceWith(next);
      else link.remove();
      seen.unobserve(nav);
      if (next) seen.observe(nav);
    } catch {
      seen.disconnect();
    } finally {
      loading = false;
    }
  };
  const seen = new IntersectionObserver((entries) => entries.filter((it) => it.isIntersecting)
    .forEach((it) => more(it.target)), { rootMargin: "600px" });
  const watch = () => {
    seen.disconnect();
    const nav = list.querySelector("[data-more]");
    if (nav?.querySelector("a[rel=next]")) seen.observe(nav);
  };
  watch();

  // what somebody else did: all that is loaded is looked at again
  const again = async () => {
    const loaded = rows().length;
    const mine = ++asked;
    try {
      const page = await fetched(list.dataset.households + location.search);
      const fresh = page.getElementById("households-rows");
      let next = page.querySelector("[data-more] a[rel=next]");
      while (fresh && next && fresh.children.length < loaded) {
        const further = await fetched(list.dataset.households + query(next.href));
        fresh.append(...further.querySelectorAll("#households-rows > li"));
        const after = further.querySelector("[data-more] a[rel=next]");
        if (after) next.replaceWith(after);
        else next.remove();
        next = after;
      }
      if (mine !== asked) return;
      put(page);
      watch();
    } catch {
      // the next change is looked at again
    }
  };
  const last = document.getElementById("households-last");
  let state = last?.firstElementChild?.dataset.state;
  if (last) {
    new MutationObserver(() => {
      const now = last.firstElementChild?.dataset.state;
      if (now && now !== state) again();
      state = now || state;
    }).observe(last, { childList: true });
  }

  // beside the table on a wide screen, a page of its own on a phone
  const open = async (link) => {
    try {
      const page = await fetched(link.href);
      const fresh = page.getElementById("household");
      one.replaceChildren(...fresh.childNodes);
      list.querySelector("a.household[aria-current]")?.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
      one.focus({ preventScroll: true });
      history.replaceState(null, "", link.href);
    } catch {
      location.assign(link.href);
    }
  };
  list.addEventListener("click", (event) => {
    const plain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
    const row = event.target.closest("a.household");
    const chip = event.target.closest("a.chip");
    if (!plain) return;
    if (row && one && wide.matches) {
      event.preventDefault();
      open(row);
    } else if (chip) {
      event.preventDefault();
      show(query(chip.href));
    }
  });

  const step = (by) => {
    const all = rows();
    const focused = all.indexOf(document.activeElement);
    const at = focused < 0 ? all.findIndex((it) => it.hasAttribute("aria-current")) : focused;
    const to = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
    to?.focus();
    to?.scrollIntoView({ block: "nearest" });
  };
  const tick = () => {
    const box = document.activeElement?.closest?.("#households-rows > li")?.querySelector("input[name=household]");
    if (!box) return;
    list.querySelector(".households-many").open = true;
    box.checked = !box.checked;
  };
  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === "Escape" && event.target === field) {
      step(0);
      return;
    }
    if (event.target === field && (event.key === "ArrowDown" || event.key === "Enter" && !event.isComposing)) {
      event.preventDefault();
      step(0);
      return;
    }
    if (event.target.closest?.("input:not([type=checkbox]), textarea, select, dialog")) return;
    if (event.key === "/") {
      event.preventDefault();
      field.select();
      field.focus();
    } else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "x") tick();
  });
})();
