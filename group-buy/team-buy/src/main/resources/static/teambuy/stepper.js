// Plus and minus beside the quantity, and the sums that follow from it.
(() => {
  const input = document.getElementById("quantity");
  const form = input?.form;
  if (!form) return;
  const yuan = (fen) => `¥${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
  const pieces = () => Math.min(Number(input.max), Math.max(1, Math.floor(Number(input.value)) || 1));
  // with coupons only the program knows the sum
  const reckon = form.querySelector("[data-reckon]");
  const show = () => {
    const count = pieces();
    form.querySelectorAll("[data-step]").forEach((it) => {
      it.disabled = Number(it.dataset.step) < 0 ? count <= 1 : count >= Number(input.max);
    });
    if (reckon) return;
    const total = count * Number(form.dataset.fen);
    const set = (name, text) => form.querySelectorAll(name).forEach((it) => { it.textContent = text; });
    set("[data-pieces]", count);
    set("[data-goods]", yuan(total));
    set("[data-total]", yuan(total));
    set("[data-saved]", yuan(Math.max(0, count * Number(form.dataset.alone) - total)));
    set(".checkout-total .yuan", Math.floor(total / 100));
    set(".checkout-total .fen", `.${String(total % 100).padStart(2, "0")}`);
  };
  const change = () => {
    show();
    if (reckon && pieces() !== Number(form.dataset.pieces)) form.requestSubmit(reckon);
  };
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (!button) return;
    input.value = pieces() + Number(button.dataset.step);
    change();
  });
  input.addEventListener(reckon ? "change" : "input", change);
  if (reckon) form.addEventListener("change", (event) => {
    if (event.target.name === "coupon") form.requestSubmit(reckon);
  });
  show();
})();
