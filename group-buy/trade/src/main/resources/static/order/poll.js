// Looks again while money is on its way: often at first, then ever more rarely; a new state reloads the page.
document.querySelectorAll("[data-poll]").forEach((part) => {
  let wait = 2000;
  const look = async () => {
    if (!document.hidden && !part.querySelector("details[open]")) {
      const response = await fetch(part.dataset.poll, { headers: { "X-Fragment": "true" } }).catch(() => null);
      const text = response?.ok ? await response.text() : "";
      const state = /data-state="([^"]*)"/.exec(text)?.[1];
      if (state && state !== part.dataset.state) {
        location.replace(location.pathname);
        return;
      }
    }
    wait = Math.min(30000, wait * 1.25);
    setTimeout(look, wait);
  };
  setTimeout(look, wait);
});
