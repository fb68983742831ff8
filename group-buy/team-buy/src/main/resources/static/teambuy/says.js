// Says the new headline of a part that changed by itself to those who listen instead of look.
document.querySelectorAll("[data-says]").forEach((part) => {
  const voice = document.getElementById(part.dataset.says);
  const headline = () => part.querySelector("[data-say]")?.textContent;
  let said = headline();
  new MutationObserver(() => {
    const now = headline();
    if (!now || now === said) return;
    said = now;
    voice.textContent = now;
  }).observe(part, { childList: true });
});
