// Asks once before a form with data-confirm is sent; without script the form is sent at once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.confirm || form.dataset.confirmed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const dialog = document.createElement("dialog");
  const text = document.createElement("p");
  text.textContent = form.dataset.confirm;
  const row = document.createElement("form");
  row.method = "dialog";
  row.className = "cluster";
  for (const [value, label, kind] of [["no", form.dataset.no || "✕", "button"], ["yes", form.dataset.yes || "✓", "button button-main"]]) {
    const button = document.createElement("button");
    button.value = value;
    button.textContent = label;
    button.className = kind;
    row.append(button);
  }
  dialog.className = "stack";
  dialog.append(text, row);
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (dialog.returnValue !== "yes") return;
    form.dataset.confirmed = "true";
    form.requestSubmit(event.submitter || undefined);
  });
  dialog.showModal();
}, true);
