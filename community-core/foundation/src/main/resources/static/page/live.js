// Hears "changed" from data-live and fetches the fragment data-live-fragment in place of the element's content.
document.querySelectorAll("[data-live]").forEach((element) => {
  if (!window.EventSource) return;
  let busy = false;
  let again = false;
  let opened = false;
  let pressed = false;
  let missed = false;
  let shown = "";
  let folds = new Map();

  // not all pages at the same moment
  const soon = (milliseconds) => milliseconds * (0.5 + Math.random());
  const foldable = () => [...element.querySelectorAll("details[data-key]")];
  const foldsNow = () => new Map(foldable().map((it) => [it.dataset.key, it.open]));

  // what somebody folded, unfolded or stands on stays so
  const put = (text) => {
    const mine = [...foldsNow()].filter(([key, open]) => folds.has(key) && folds.get(key) !== open);
    const stands = element.contains(document.activeElement) && document.activeElement.getAttribute("href");
    element.innerHTML = text;
    shown = text;
    folds = foldsNow();
    const byKey = new Map(foldable().map((it) => [it.dataset.key, it]));
    mine.forEach(([key, open]) => byKey.get(key)?.toggleAttribute("open", open));
    if (stands) element.querySelector(`a[href="${CSS.escape(stands)}"]`)?.focus({ preventScroll: true });
  };

  // somebody typing, choosing or pressing inside keeps what they have
  const isBusyInside = () => pressed || element.querySelector("input:focus, textarea:focus, select:focus") !== null;

  const look = async () => {
    again = busy;
    if (busy) return;
    busy = true;
    const text = await fetch(element.dataset.liveFragment, { headers: { "X-Fragment": "true" } })
      .then((answer) => {
        // too many at once, or the database away for a moment
        if (answer.status === 429 || answer.status === 503) setTimeout(look, soon(4000));
        return answer.ok && !answer.redirected ? answer.text() : shown;
      })
      .catch(() => shown);
    missed = text !== shown && isBusyInside();
    if (text !== shown && !missed) put(text);
    busy = false;
    if (again) look();
  };

  // what changed while somebody was busy inside is looked at once they are done
  const done = () => {
    pressed = false;
    if (missed) setTimeout(look, 300);
  };

  let source = null;
  let pause = 2000;
  const listen = () => {
    source = new EventSource(element.dataset.live);
    source.addEventListener("changed", look);
    // the browser itself calls again after a break, but not after a refusal, as when very many look
    source.addEventListener("error", () => {
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(listen, soon(pause));
      pause = Math.min(2 * pause, 120000);
    });
    source.addEventListener("open", () => {
      pause = 2000;
      // after a break something may have been missed
      if (opened) look();
      opened = true;
    });
  };
  folds = foldsNow();
  listen();
  element.addEventListener("pointerdown", () => { pressed = true; });
  element.addEventListener("focusout", done);
  addEventListener("pointerup", done);
  addEventListener("pointercancel", done);
  element.addEventListener("over", () => setTimeout(look, 1500));
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
});
