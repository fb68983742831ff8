// Hears "changed" from data-live and fetches the fragment data-live-fragment in place of the element's content.
document.querySelectorAll("[data-live]").forEach((element) => {
  if (!window.EventSource) return;
  let busy = false;
  let again = false;
  let opened = false;
  const look = async () => {
    again = busy;
    if (busy) return;
    busy = true;
    const answer = await fetch(element.dataset.liveFragment, { headers: { "X-Fragment": "true" } }).catch(() => null);
    // somebody typing or choosing inside keeps what they have
    if (answer?.ok && !answer.redirected && !element.querySelector("input:focus, textarea:focus, select:focus")) element.innerHTML = await answer.text();
    busy = false;
    if (again) look();
  };
  let source = null;
  const listen = () => {
    source = new EventSource(element.dataset.live);
    source.addEventListener("changed", look);
    source.addEventListener("open", () => {
      // after a break something may have been missed
      if (opened) look();
      opened = true;
    });
  };
  listen();
  element.addEventListener("over", () => setTimeout(look, 1500));
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
});
