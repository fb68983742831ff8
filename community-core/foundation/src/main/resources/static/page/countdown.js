// Counts down to the second by the server's clock; without script the element says the moment itself.
// A reader for the blind hears it once a minute, not once a second.
(() => {
  const two = (n) => String(n).padStart(2, "0");
  const chinese = document.documentElement.lang.startsWith("zh");
  const days = (n) => (chinese ? `${n}天 ` : `${n} d `);
  const spoken = (left) => {
    const minutes = Math.ceil(left / 60);
    const hours = Math.floor(minutes / 60);
    return chinese
      ? `还剩${hours ? `${hours}小时` : ""}${minutes % 60}分钟`
      : `${hours ? `${hours} h ` : ""}${minutes % 60} min left`;
  };
  const begin = (element) => {
    element.dataset.seen = String(Date.now());
    element.title = element.textContent;
    element.textContent = "";
    const shown = document.createElement("span");
    shown.setAttribute("aria-hidden", "true");
    const said = document.createElement("span");
    said.className = "visually-hidden";
    said.setAttribute("aria-live", "polite");
    element.append(shown, said);
  };
  const show = (element) => {
    if (!element.dataset.seen) begin(element);
    const now = Number(element.dataset.now) + Date.now() - Number(element.dataset.seen);
    const left = Math.max(0, Math.ceil((Number(element.dataset.until) - now) / 1000));
    const [shown, said] = element.children;
    const clock = [left / 3600 % 24, left / 60 % 60, left % 60].map((n) => two(Math.floor(n))).join(":");
    shown.textContent = (left >= 86400 ? days(Math.floor(left / 86400)) : "") + clock;
    const words = spoken(left);
    if (said.textContent !== words) said.textContent = words;
    element.classList.toggle("countdown-hurry", left < 3600);
    if (left === 0 && !element.dataset.over) {
      element.dataset.over = "true";
      element.dispatchEvent(new CustomEvent("over", { bubbles: true }));
    }
  };
  const all = () => document.querySelectorAll("time[data-until]").forEach(show);
  all();
  setInterval(all, 1000);
})();
