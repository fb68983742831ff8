// Hears "changed" from data-live and fetches the fragment data-live-fragment in place of the element's content.
document.querySelectorAll("[data-live]").forEach((element) => {
  if (!window.EventSource) return;
  let busy = false;
  let again = false;
  const look = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const response = await fetch(element.dataset.liveFragment, { headers: { "X-Fragment": "true" } }).catch(() => null);
    if (response && response.ok) element.innerHTML = await response.text();
    busy = false;
    if (again) {
      again = false;
      look();
    }
  };
  const source = new EventSource(element.dataset.live);
  source.addEventListener("changed", look);
  source.addEventListener("open", () => {
    if (element.dataset.liveOnce) look();
    element.dataset.liveOnce = "true";
  });
  addEventListener("pagehide", () => source.close());
});
