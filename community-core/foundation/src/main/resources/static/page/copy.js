// Copies data-copy and says so in place.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button || button.dataset.before) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    // chat browsers and plain http have no clipboard of their own
    const area = document.createElement("textarea");
    area.value = button.dataset.copy;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  const label = button.querySelector("[data-label]") || button;
  button.dataset.before = label.textContent;
  label.setAttribute("aria-live", "polite");
  label.textContent = button.dataset.copied || "✓";
  setTimeout(() => {
    label.textContent = button.dataset.before;
    delete button.dataset.before;
  }, 2000);
});
