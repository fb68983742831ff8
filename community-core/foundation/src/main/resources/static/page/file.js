// Says which file was chosen, and takes one that is dropped on the field.
document.querySelectorAll(".drop").forEach((drop) => {
  const input = drop.querySelector("input[type=file]");
  const name = drop.querySelector("[data-file-name]");
  if (!input) return;
  input.addEventListener("change", () => {
    if (name && input.files.length) name.textContent = [...input.files].map((file) => file.name).join("、");
    drop.classList.toggle("drop-chosen", input.files.length > 0);
  });
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("drop-over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("drop-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("drop-over");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
});
