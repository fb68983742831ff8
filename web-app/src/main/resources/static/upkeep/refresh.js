// Fetches data-refresh in place of the element's content every twenty seconds, while somebody looks and nobody types in it.
// What could not be fetched leaves what is there, and data-refresh-failed says so until it works again.
document.querySelectorAll("[data-refresh]").forEach((element) => {
  const opened = () => [...element.querySelectorAll("details[data-key][open]")].map((it) => it.dataset.key);
  const isBusy = () => document.hidden || document.querySelector("dialog[open]") || element.contains(document.activeElement);

  const look = async () => {
    if (isBusy()) return;
    const answer = await fetch(element.dataset.refresh, { headers: { "X-Fragment": "true" } }).catch(() => null);
    const text = answer?.ok && !answer.redirected ? await answer.text().catch(() => null) : null;
    document.querySelectorAll("[data-refresh-failed]").forEach((it) => { it.hidden = text !== null; });
    if (text === null) return;
    if (isBusy()) return;
    const open = opened();
    element.innerHTML = text;
    element.querySelectorAll("details[data-key]").forEach((it) => { it.open = open.includes(it.dataset.key); });
  };

  setInterval(look, 20000);
  document.addEventListener("visibilitychange", look);
});
