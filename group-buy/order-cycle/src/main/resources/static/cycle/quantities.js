// "+" grows into a stepper, the sum stands in the bar; what a member brings along is reckoned at the server meanwhile.
(() => {
  const form = document.querySelector("form[data-quantities]");
  if (!form) return;
  const inputs = [...form.querySelectorAll(".stepper input")];
  const sum = form.querySelector("[data-sum]");
  const count = form.querySelector("[data-count]");
  const said = form.querySelector("[data-discount]");
  const yuan = (fen) => `¥${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
  const pieces = (input) => Math.min(Number(input.max), Math.max(0, Math.floor(Number(input.value)) || 0));
  // To fill a case one pays for the most one would take; what is not needed goes back.
  const paidFor = (input) => {
    const upTo = form.querySelector(`[data-up-to="${input.name}"]`);
    const more = upTo && pieces(input) ? Math.max(0, (Number(upTo.value) || 0) - pieces(input)) : 0;
    return pieces(input) + Math.min(more, upTo ? Number(upTo.dataset.most) : 0);
  };
  const goods = () => inputs.reduce((total, input) => total + paidFor(input) * Number(input.dataset.fen), 0);
  const discount = (fen) => {
    const from = Number(said?.dataset.from) || 0;
    if (!said) return 0;
    const reached = from > 0 && fen >= from;
    const words = reached ? said.dataset.reached : said.dataset.missing.replace("{0}", yuan(from - fen));
    said.textContent = fen ? words : "";
    return reached ? Number(said.dataset.off) : 0;
  };
  const show = () => {
    const fen = goods();
    const off = discount(fen);
    const reckoned = form.querySelector("#price[data-pay]");
    const says = form.querySelector("#price")?.dataset.says;
    // what a change comes to is for the server to say
    if (sum && form.action.endsWith("/changes")) sum.textContent = says ?? "…";
    else if (sum) sum.textContent = fen ? yuan(reckoned ? Number(reckoned.dataset.pay) : fen - off) : "";
    const kinds = inputs.filter((input) => pieces(input)).length;
    if (count) count.textContent = kinds ? count.dataset.words.replace("{0}", kinds) : count.dataset.none;
    inputs.forEach((input) => {
      input.parentElement.toggleAttribute("data-empty", !pieces(input));
      input.parentElement.querySelectorAll("[data-step]").forEach((button) => {
        button.hidden = false;
        button.disabled = Number(button.dataset.step) < 0 ? pieces(input) <= 0 : pieces(input) >= Number(input.max);
      });
    });
  };
  let later;
  let asked;
  // What was reckoned is of another basket from now on; it stands dimmed until the new sum is there.
  const reckon = async () => {
    const old = form.querySelector("#price");
    asked = new AbortController();
    const chosen = [...new FormData(form)].filter(([name, value]) => value && (value !== "0" || name.startsWith("keep-")) &&
      /^(quantity-|keep-|upTo-|coupon-|offered$)/.test(name));
    try {
      const answer = await fetch(`${form.dataset.reckon}?${new URLSearchParams(chosen)}`, { signal: asked.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const focused = document.activeElement?.name;
      old.replaceWith(page.querySelector("#price"));
      if (focused?.startsWith("coupon-")) form.elements[focused]?.focus();
      show();
    } catch {
      // the sum of the goods stays; the order says what it really costs
    }
  };
  const change = () => {
    const price = form.querySelector("#price");
    price?.removeAttribute("data-pay");
    price?.removeAttribute("data-says");
    price?.querySelectorAll("[name=agreed], [name=payable]").forEach((it) => it.remove());
    if (price && !form.dataset.reckon) price.replaceChildren();
    price?.setAttribute("aria-busy", "true");
    asked?.abort();
    show();
    clearTimeout(later);
    if (form.dataset.reckon && price) later = setTimeout(reckon, 250);
  };
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (!button) return;
    const input = button.parentElement.querySelector("input");
    input.value = pieces(input) + Number(button.dataset.step);
    change();
    if (button.disabled) input.parentElement.querySelector('[data-step="1"]').focus();
    const spoken = `${input.getAttribute("aria-label")}: ${input.value} ${sum?.textContent ?? ""}`;
    form.querySelector("[data-said]").textContent = spoken;
  });
  form.addEventListener("input", (event) => {
    if (event.target.type === "number") change();
  });
  form.addEventListener("change", (event) => {
    if (event.target.name?.startsWith("coupon-")) change();
  });
  // What must still be said is never hidden in a fold.
  form.addEventListener("invalid", (event) => event.target.closest("details")?.setAttribute("open", ""), true);
  if (goods() && form.dataset.reckon && !form.querySelector("#price:is([data-pay],[data-says])")) change();
  show();
})();
