// Puts together what the desk shows without network, from the templates in its page.
(() => {
  const { doorOf } = window.tuanjuDesk;

  const copy = (name) => document.getElementById(`${name}-part`).content.firstElementChild.cloneNode(true);
  const put = (element, slot, text) => {
    const place = element.querySelector(`[data-${slot}]`);
    place.textContent = text;
    place.hidden = !text;
  };
  const phones = (bag) => [...new Set(bag.orders.map((order) => order.lastFour))].filter(Boolean)
    .map((it) => `····${it}`).join(" ");
  const handed = (order, words) => (order.collected
    ? [order.at, order.by, order.waiting ? words.waits : ""].filter(Boolean).join(" · ") : "");

  const rowView = (bag, words) => {
    const row = copy("row");
    row.classList.toggle("bag-done", bag.collected);
    row.querySelector("a").href = `#${bag.key}`;
    row.querySelector("svg").toggleAttribute("hidden", !bag.collected);
    put(row, "door", doorOf(bag));
    put(row, "people", [bag.at, bag.building || bag.room ? bag.people : words.noDoor].filter(Boolean).join(" · "));
    put(row, "phones", phones(bag));
    put(row, "note", bag.collected ? handed(bag.orders.at(-1), words) : words.pieces.replace("{0}", bag.pieces));
    return row;
  };

  const itemView = (item, collected) => {
    const row = copy("item");
    put(row, "title", item.title);
    put(row, "quantity", `×${item.quantity}`);
    if (collected) row.querySelector("input").remove();
    return row;
  };

  const orderView = (bag, order, words, act) => {
    const card = copy("order");
    const several = bag.orders.length > 1;
    put(card, "name", several ? order.name : "");
    put(card, "note", order.note);
    put(card, "handed", handed(order, words));
    card.querySelector("[data-items]").replaceChildren(...order.items.map((item) => itemView(item, order.collected)));
    card.querySelector("[data-items]").classList.toggle("ticks-done", order.collected);
    const one = card.querySelector("[data-one]");
    const undo = card.querySelector("[data-undo]");
    one.hidden = order.collected || !several;
    undo.hidden = !order.collected;
    one.addEventListener("click", () => act(bag, [order], "HANDOVER"), { once: true });
    undo.addEventListener("click", () => act(bag, [order], "UNDO"), { once: true });
    return card;
  };

  const bagView = (bag, words, act) => {
    const page = copy("bag");
    const left = bag.orders.filter((order) => !order.collected);
    put(page, "door", doorOf(bag));
    put(page, "people", [bag.at, bag.people].filter(Boolean).join(" · "));
    put(page, "phones", phones(bag));
    put(page, "pieces", words.pieces.replace("{0}", bag.pieces));
    page.querySelector(".bag-head").classList.toggle("bag-head-done", bag.collected);
    page.querySelector("[data-orders]").replaceChildren(...bag.orders.map((order) => orderView(bag, order, words, act)));
    const all = page.querySelector("[data-all]");
    all.hidden = bag.collected;
    all.addEventListener("click", () => act(bag, left, "HANDOVER"), { once: true });
    return page;
  };

  const undoBar = (bag, words, back) => {
    document.querySelector(".undo-bar")?.remove();
    const bar = copy("undo");
    put(bar, "words", words.handed.replace("{0}", doorOf(bag)));
    bar.querySelector("[data-undo]").addEventListener("click", () => {
      bar.remove();
      back();
    });
    document.querySelector("[data-shell]").append(bar);
  };

  window.tuanjuDesk = { ...window.tuanjuDesk, rowView, bagView, undoBar };
})();
