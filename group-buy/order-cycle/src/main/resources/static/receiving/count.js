// Says at once whether what was typed is enough for what was ordered.
document.querySelectorAll(".receiving-goods").forEach((row) => {
  const arrived = row.querySelector("[data-arrived]");
  const damaged = row.querySelector("[data-damaged]");
  const result = row.querySelector("[data-result]");
  if (!arrived || !result) return;
  const say = () => {
    const usable = Number(arrived.value) - Number(damaged.value);
    if (arrived.value.trim() === "" || !Number.isInteger(usable)) {
      result.textContent = "";
      return;
    }
    const missing = Number(row.dataset.expected) - usable;
    const badge = document.createElement("span");
    badge.className = "badge " + (missing > 0 ? "badge-harm" : missing < 0 ? "badge-main" : "badge-good");
    const words = missing > 0 ? result.dataset.short : missing < 0 ? result.dataset.more : result.dataset.even;
    badge.textContent = words.replace("#", Math.abs(missing));
    result.replaceChildren(badge);
  };
  arrived.addEventListener("input", say);
  damaged.addEventListener("input", say);
});
