// What is typed stays on this device until it is sent: a form with data-draft-form, a field with data-draft.
(() => {
  const KEY = "draft:";
  const keep = (name, value) => {
    try {
      if (value) localStorage.setItem(KEY + name, value);
      else localStorage.removeItem(KEY + name);
    } catch {
      // no room on this device: then only the form keeps it
    }
  };
  const kept = (name) => {
    try {
      return localStorage.getItem(KEY + name);
    } catch {
      return null;
    }
  };

  document.querySelectorAll("[data-draft]").forEach((field) => {
    if (!field.value) field.value = kept(field.dataset.draft) ?? "";
    field.addEventListener("input", () => keep(field.dataset.draft, field.value));
    field.form.addEventListener("submit", () => keep(field.dataset.draft, ""));
  });

  document.querySelectorAll("[data-draft-form]").forEach((form) => {
    const name = form.dataset.draftForm;
    const said = form.querySelector("[data-draft-said]");
    const typed = () => ["title", "text", "topics"].map((it) => form.elements[it].value);
    const before = typed();
    const old = JSON.parse(kept(name) ?? "null");
    if (old && before.every((it) => !it)) {
      ["title", "text", "topics"].forEach((it, at) => (form.elements[it].value = old[at] ?? ""));
      if (said) said.textContent = form.dataset.draftKept;
    }
    form.addEventListener("input", () => keep(name, JSON.stringify(typed())));
    form.addEventListener("submit", () => keep(name, ""));
  });
})();
