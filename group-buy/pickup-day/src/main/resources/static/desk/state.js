// The list as it is with everything that was done on this phone since.
(() => {
  const { waiting } = window.tuanjuDesk;

  const after = (order, acts) => acts.filter((act) => act.order === order.code && waiting(act))
    .reduce((now, act) => ({
      ...now,
      collected: act.kind === "HANDOVER",
      handover: act.kind === "HANDOVER" ? act.id : null,
      at: act.kind === "HANDOVER" ? act.clock : "",
      by: "",
      waiting: true,
    }), order);

  const current = (list, acts) => list.bags.map((bag) => {
    const orders = bag.orders.map((order) => after(order, acts));
    const waits = orders.some((order) => !order.collected && !order.decided);
    return { ...bag, orders, waits, collected: orders.every((order) => order.collected) };
  });

  const doorOf = (bag) => [bag.building, bag.unit, bag.room].filter(Boolean).join("-") || bag.people;

  const two = (number) => String(number).padStart(2, "0");

  // One act on one order. The id makes it the same act however often it is told; the phone's time is only noted.
  const actOn = (list, bag, order, { kind, paid }) => {
    const now = new Date();
    return {
      id: crypto.randomUUID(),
      kind,
      order: order.code,
      takesBack: kind === "UNDO" ? order.handover : null,
      seenAt: bag.point || null,
      due: paid && order.openFen ? { payment: paid, dueFen: order.openFen } : null,
      at: now.toISOString(),
      clock: `${two(now.getHours())}:${two(now.getMinutes())}`,
      door: doorOf(bag),
      path: list.path,
      owner: list.owner,
    };
  };

  window.tuanjuDesk = { ...window.tuanjuDesk, current, doorOf, actOn };
})();
