// Counts down to the second by the server's clock; the element's text is the moment itself until then.
(() => {
  const two = (n) => String(n).padStart(2, "0");
  const started = performance.now();
  const show = (element) => {
    const now = Number(element.dataset.now) + performance.now() - (Number(element.dataset.seen) || started);
    const left = Math.max(0, Math.ceil((Number(element.dataset.until) - now) / 1000));
    if (!element.dataset.moment) {
      element.dataset.moment = element.textContent;
      element.title = element.textContent;
    }
    const days = Math.floor(left / 86400);
    const clock = `${two(Math.floor(left / 3600) % 24)}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
    element.textContent = days > 0 ? `${days}d ${clock}` : clock;
    element.classList.toggle("countdown-hurry", left < 3600);
  };
  const all = () => document.querySelectorAll("time[data-until]").forEach((element) => {
    if (!element.dataset.seen) element.dataset.seen = String(performance.now());
    show(element);
  });
  all();
  setInterval(all, 1000);
})();
