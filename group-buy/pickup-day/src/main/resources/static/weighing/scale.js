// At the scale: Enter goes to the next door that is not weighed, and the sum counts along.
document.querySelectorAll("[data-scale]").forEach((part) => {
  const inputs = [...part.querySelectorAll("[data-grams]")];
  const sum = part.querySelector("[data-sum]");
  const settled = part.querySelectorAll(".weighing-line").length - inputs.length;
  const before = Number(sum.dataset.before);
  const count = () => {
    const typed = inputs.filter((input) => input.value.trim() !== "");
    const grams = typed.reduce((total, input) => total + (Number(input.value) || 0), before);
    sum.textContent = sum.dataset.words.replace("#done", typed.length + settled).replace("#all", inputs.length + settled).replace("#grams", grams);
  };
  inputs.forEach((input, at) => {
    input.addEventListener("input", count);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      const next = inputs.slice(at + 1).find((other) => other.value.trim() === "");
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "center" });
    });
  });
});
