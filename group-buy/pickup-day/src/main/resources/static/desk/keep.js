// On the desk with network: sends what waits, keeps the day's list and the shell, and changes to them when the network goes.
(() => {
  const { showPill } = window.tuanjuDesk;
  const { sync } = window.tuanjuDesk;

  const desk = document.querySelector("[data-desk]");

  const toShell = async () => {
    // its cache is there a moment before the page is
    const kept = await caches.match("/lead/desk/shell", { ignoreVary: true });
    if (kept && navigator.serviceWorker.controller) location.replace(`${desk.dataset.desk}?away`);
  };

  const keep = async () => {
    if (!navigator.serviceWorker || !window.indexedDB) return;
    await navigator.serviceWorker.register("/lead/desk-worker.js");
    const list = await sync(desk.dataset.desk, desk.dataset.gone).catch((failure) => {
      // a network that is gone fails before any answer; whatever the server says is no reason to leave
      if (failure instanceof TypeError && !navigator.onLine) toShell();
      throw failure;
    });
    const worker = (await navigator.serviceWorker.ready).active;
    worker.postMessage({ owner: list.owner });
    await showPill(list.owner, false);
  };

  const tryToKeep = () => keep().catch(() => {});

  tryToKeep();
  addEventListener("offline", toShell);
  addEventListener("online", tryToKeep);
  // what changes here is on the phone a moment later, for when the network goes
  new MutationObserver(() => navigator.onLine && sync(desk.dataset.desk, desk.dataset.gone).catch(() => {}))
    .observe(desk, { childList: true });
})();
