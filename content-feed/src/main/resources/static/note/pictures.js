// Pictures go up while one writes, each with its progress; they are sorted by buttons or by dragging, and left out.
document.querySelectorAll("[data-upload]").forEach((input) => {
  const form = input.form;
  const list = form.querySelector("[data-pictures]");
  const token = form.elements._csrf?.value;
  const MOST = 9;

  const numbered = () => list.querySelectorAll("[name=place]").forEach((it, at) => (it.value = at + 1));
  const send = (file, slot) => new Promise((done) => {
    const bar = slot.querySelector("progress");
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("file", file);
    if (token) body.append("_csrf", token);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = event.loaded / event.total;
    });
    request.addEventListener("loadend", () => {
      if (request.status === 200) {
        const page = new DOMParser().parseFromString(request.responseText, "text/html");
        const stored = page.querySelector(".note-slot");
        if (stored) slot.replaceWith(document.adoptNode(stored));
        done(Boolean(stored));
      } else {
        slot.textContent = `${file.name}: ${list.dataset.failed}`;
        slot.setAttribute("role", "alert");
        done(false);
      }
    });
    request.open("POST", input.dataset.upload);
    request.send(body);
  });

  input.addEventListener("change", async () => {
    const free = MOST - list.querySelectorAll("[name=pictures]").length;
    const files = [...input.files].slice(0, Math.max(0, free));
    const slots = files.map((file) => {
      const slot = document.createElement("li");
      slot.className = "note-slot";
      const bar = document.createElement("progress");
      bar.className = "progress";
      bar.max = 1;
      bar.setAttribute("aria-label", file.name);
      slot.append(bar);
      list.append(slot);
      return slot;
    });
    const buttons = form.querySelectorAll("button:not([type=button])");
    buttons.forEach((it) => (it.disabled = true));
    input.value = "";
    for (const [at, file] of files.entries()) await send(file, slots[at]);
    buttons.forEach((it) => (it.disabled = false));
    numbered();
  });

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    const slot = button.closest("li");
    if (button.dataset.move === "-1") slot.previousElementSibling?.before(slot);
    else slot.nextElementSibling?.after(slot);
    numbered();
    button.focus();
  });
  let dragged;
  list.addEventListener("pointerdown", () => list.querySelectorAll("li").forEach((it) => (it.draggable = true)));
  list.addEventListener("dragstart", (event) => (dragged = event.target.closest("li")));
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("li");
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    if (dragged.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_FOLLOWING) over.after(dragged);
    else over.before(dragged);
  });
  list.addEventListener("dragend", () => {
    dragged = undefined;
    numbered();
  });
});
