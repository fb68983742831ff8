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
  const yuan = (fen) => `¥${(fen / 100).toFixed(2)}`;
  const openOf = (orders) => orders.filter((order) => !order.collected && !order.decided)
    .reduce((sum, order) => sum + (order.openFen || 0), 0);
  const decided = (order, words) => (order.decided === "RETURNED" ? words.returned : words.givenAway);
  const handed = (order, words) => {
    if (order.collected) return [order.at, order.by, order.waiting ? words.waits : ""].filter(Boolean).join(" · ");
    return order.decided ? [decided(order, words), order.at, order.by].filter(Boolean).join(" · ") : "";
  };
  const lastOf = (bag) => (bag.collected ? bag.orders.at(-1) : bag.orders.find((order) => order.decided));

  const rowView = (bag, words) => {
    const row = copy("row");
    row.classList.toggle("bag-done", bag.collected);
    row.classList.toggle("bag-decided", !bag.waits && !bag.collected);
    row.querySelector("a").href = `#${bag.key}`;
    row.querySelector("svg").toggleAttribute("hidden", !bag.collected);
    put(row, "door", doorOf(bag));
    put(row, "people", [bag.at, bag.building || bag.room ? bag.people : words.noDoor].filter(Boolean).join(" · "));
    put(row, "phones", phones(bag));
    put(row, "due", bag.waits && openOf(bag.orders) ? words.unpaid.replace("{0}", yuan(openOf(bag.orders))) : "");
    put(row, "note", bag.waits ? words.pieces.replace("{0}", bag.pieces) : handed(lastOf(bag), words));
    return row;
  };

  const itemView = (item, waits) => {
    const row = copy("item");
    put(row, "title", item.title);
    put(row, "quantity", `×${item.quantity}`);
    if (!waits) row.querySelector("input").remove();
    return row;
  };

  // What is not paid is asked about before it goes; the plain button is for what is.
  const handOver = (element, plain, orders, waits, words, go) => {
    const open = openOf(orders);
    const ask = element.querySelector("[data-ask]");
    const button = element.querySelector(plain);
    ask.hidden = !waits || !open;
    button.hidden = !waits || Boolean(open);
    put(ask, "due", words.unpaid.replace("{0}", yuan(open)));
    button.addEventListener("click", () => go(null), { once: true });
    ask.querySelector("[data-taken]").addEventListener("click", () => go("TAKEN"), { once: true });
    ask.querySelector("[data-unpaid]").addEventListener("click", () => go("UNPAID"), { once: true });
  };

  const orderView = (bag, order, words, act) => {
    const card = copy("order");
    const several = bag.orders.length > 1;
    const waits = !order.collected && !order.decided;
    put(card, "name", several ? order.name : "");
    put(card, "note", order.note);
    put(card, "handed", handed(order, words));
    card.querySelector("[data-items]").replaceChildren(...order.items.map((item) => itemView(item, waits)));
    card.querySelector("[data-items]").classList.toggle("ticks-done", order.collected);
    const undo = card.querySelector("[data-undo]");
    undo.hidden = !order.collected;
    handOver(card, "[data-one]", [order], waits && several, words, (paid) => act(bag, [order], "HANDOVER", paid));
    undo.addEventListener("click", () => act(bag, [order], "UNDO"), { once: true });
    return card;
  };

  const bagView = (bag, words, act) => {
    const page = copy("bag");
    const left = bag.orders.filter((order) => !order.collected && !order.decided);
    put(page, "door", doorOf(bag));
    put(page, "people", [bag.at, bag.people].filter(Boolean).join(" · "));
    put(page, "phones", phones(bag));
    put(page, "pieces", words.pieces.replace("{0}", bag.pieces));
    put(page, "reopen", bag.waits || bag.collected ? "" : words.reopen);
    page.querySelector(".bag-head").classList.toggle("bag-head-done", bag.collected);
    page.querySelector("[data-orders]").replaceChildren(...bag.orders.map((order) => orderView(bag, order, words, act)));
    const own = { querySelector: (name) => [...page.querySelectorAll(name)].find((it) => !it.closest("[data-orders]")) };
    handOver(own, "[data-all]", left, bag.waits, words, (paid) => act(bag, left, "HANDOVER", paid));
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
