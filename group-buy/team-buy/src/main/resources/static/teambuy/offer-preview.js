// The card beside the form shows what neighbours will see while an operator types.
(() => {
  const form = document.getElementById("offer");
  const preview = document.querySelector("[data-preview=offer]");
  if (!form || !preview) return;
  const at = (name) => preview.querySelector(`[data-at=${name}]`);
  const show = () => {
    const sold = form.elements.sku?.selectedOptions[0];
    if (sold) {
      at("title").textContent = `${sold.dataset.title} ${sold.dataset.spec}`;
      at("alone").textContent = sold.dataset.alone;
      if (at("picture").getAttribute("src") !== sold.dataset.picture) at("picture").src = sold.dataset.picture;
    }
    at("price").textContent = form.elements.price.value || "–";
    at("hours").textContent = form.elements.hours.value;
    at("days").textContent = form.elements.days.value;
    const seats = Math.min(10, Math.max(2, Number(form.elements.size.value) || 2));
    at("seats").replaceChildren(...Array.from({ length: seats }, () => {
      const seat = document.createElement("span");
      seat.className = "seat-empty";
      return seat;
    }));
  };
  form.addEventListener("input", show);
  show();
})();
