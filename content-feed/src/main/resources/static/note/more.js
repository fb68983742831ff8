// More notes come while one scrolls; the link to the next page stays for who has no script.
document.querySelectorAll("[data-more]").forEach((nav) => {
  const list = document.getElementById("tiles");
  const link = () => nav.querySelector("a[rel=next]");
  if (!list || !link() || !("IntersectionObserver" in window)) return;
  let loading = false;
  const watch = new IntersectionObserver(async (seen) => {
    if (loading || !link() || !seen.some((it) => it.isIntersecting)) return;
    loading = true;
    nav.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(link().href);
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      list.append(...page.querySelectorAll("#tiles > li"));
      const next = page.querySelector("[data-more]");
      nav.replaceChildren(...(next ? [...next.childNodes].map((it) => document.adoptNode(it)) : []));
      // whatever stands there already would not be seen anew
      watch.unobserve(nav);
      if (link()) watch.observe(nav);
    } catch {
      watch.disconnect();
    } finally {
      loading = false;
      nav.removeAttribute("aria-busy");
    }
  }, { rootMargin: "600px" });
  watch.observe(nav);
});
