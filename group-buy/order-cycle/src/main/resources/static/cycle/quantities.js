// Plus and minus beside each quantity, and the sum on the button; who does not see them change hears it.
(() => {
  const form = document.querySelector("form[data-quantities]");
  if (!form) return;
  const inputs = [...form.querySelectorAll(".stepper input")];
  const sum = form.querySelector("[data-sum]");
  const said = form.querySelector("[data-discount]");
  const yuan = (fen) => `¥${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
  const pieces = (input) => Math.min(Number(input.max), Math.max(0, Math.floor(Number(input.value)) || 0));
  // To fill a case one pays for the most one would take; what is not needed goes back.
  const paidFor = (input) => {
    const upTo = form.querySelector(`[data-up-to="${input.name}"]`);
    const more = upTo && pieces(input) ? Math.max(0, (Number(upTo.value) || 0) - pieces(input)) : 0;
    return pieces(input) + Math.min(more, upTo ? Number(upTo.dataset.most) : 0);
  };
  const show = () => {
    const goods = inputs.reduce((total, input) => total + paidFor(input) * Number(input.dataset.fen), 0);
    const from = Number(said?.dataset.from) || 0;
    const reached = from > 0 && goods >= from;
    const fen = goods - (reached ? Number(said.dataset.off) : 0);
    if (sum) sum.textContent = fen ? yuan(fen) : "";
    if (said) {
      const words = reached ? said.dataset.reached : said.dataset.missing.replace("{0}", yuan(from - goods));
      said.textContent = goods ? words : "";
    }
    inputs.forEach((input) => input.parentElement.querySelectorAll("[data-step]").forEach((button) => {
      button.hidden = false;
      button.disabled = Number(button.dataset.step) < 0 ? pieces(input) <= 0 : pieces(input) >= Number(input.max);
    }));
  };
  // What the server reckoned is of another basket from now on; the sum on the button goes along.
  const change = () => {
    form.querySelector("#price")?.remove();
    show();
  };
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (!button) return;
    const input = button.parentElement.querySelector("input");
    input.value = pieces(input) + Number(button.dataset.step);
    change();
    const spoken = `${input.getAttribute("aria-label")}: ${input.value} ${sum?.textContent ?? ""}`;
    form.querySelector("[data-said]").textContent = spoken;
  });
  form.addEventListener("input", (event) => {
    if (event.target.type === "number") change();
  });
  show();
})();
