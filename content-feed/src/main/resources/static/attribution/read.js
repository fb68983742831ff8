// Says once that this note was read: half of it was scrolled through, or it stood on the screen for ten seconds.
(() => {
  const address = document.currentScript?.dataset.read;
  const note = document.querySelector("article");
  if (!address || !note) return;
  let said = false;
  let seconds = 0;
  const say = () => {
    if (said) return;
    said = true;
    clearInterval(clock);
    removeEventListener("scroll", look);
    fetch(address, { method: "POST", keepalive: true }).catch(() => {});
  };
  const look = () => {
    const box = note.getBoundingClientRect();
    if (scrollY > 0 && box.top + box.height / 2 <= innerHeight) say();
  };
  const clock = setInterval(() => {
    if (document.visibilityState === "visible" && ++seconds >= 10) say();
  }, 1000);
  addEventListener("scroll", look, { passive: true });
})();
