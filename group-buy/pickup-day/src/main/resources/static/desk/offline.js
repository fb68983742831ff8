// The desk without network: finds bags on the phone's list, hands them over, takes that back; sends it all when it can.
(async () => {
  const { actsOf, listAt, note } = window.tuanjuDesk;
  const { find } = window.tuanjuDesk;
  const { showPill } = window.tuanjuDesk;
  const { actOn, current } = window.tuanjuDesk;
  const { bagView, rowView, undoBar } = window.tuanjuDesk;
  const { sync } = window.tuanjuDesk;

  const root = document.querySelector("[data-shell]");
  const words = root.dataset;
  const part = (name) => root.querySelector(`[data-${name}]`);
  const view = (name) => root.querySelector(`[data-view="${name}"]`);
  const [, path, named] = /^(\/lead\/(?:cycles\/[^/]+\/)?desk)(?:\/bags\/([^/]+))?/.exec(location.pathname) || [];
  const field = document.getElementById("find");
  let list = null;
  let bags = [];
  let away = true;
  let looks = 0;
  let shown = "";

  if (named) history.replaceState(null, "", `${path}#${named}`);
  else if (location.search) history.replaceState(null, "", path + location.hash);

  const load = async () => {
    list = await listAt(path);
    bags = list ? current(list, await actsOf(list.owner)) : [];
  };

  const open = () => bags.find((it) => location.hash && it.orders.some((order) => order.code === location.hash.slice(1)));

  // back to the list without a hashchange: what is said once is shown once
  const leave = (bag, orders) => {
    const codes = orders.map((order) => order.code);
    const done = bags.find((it) => it.key === bag.key);
    undoBar(bag, words, () => act(done, done.orders.filter((order) => codes.includes(order.code)), "UNDO"));
    if (open() !== done) return;
    history.replaceState(null, "", path);
    scrollTo(0, 0);
  };

  const act = async (bag, orders, kind, paid) => {
    for (const order of orders) await note(actOn(list, bag, order, { kind, paid }));
    await load();
    if (kind === "HANDOVER") leave(bag, orders);
    await show();
    send();
  };

  // a bag that is as it was stays as it is, under the finger that presses and with what is ticked
  const showBag = (bag) => {
    looks += 1;
    const now = JSON.stringify(bag);
    if (now !== shown) view("bag").replaceChildren(bagView(bag, words, act));
    shown = now;
    view("list").hidden = true;
    view("bag").hidden = false;
  };

  const showList = async () => {
    looks += 1;
    const look = looks;
    const found = list ? await find(list, bags, field.value) : [];
    // finding takes a moment, in which somebody typed on or opened a bag
    if (look !== looks) return found;
    shown = "";
    const done = bags.filter((bag) => bag.collected).length;
    const left = bags.filter((bag) => bag.waits).length;
    const over = done === bags.length ? words.allDone : words.noneWaits;
    part("title").textContent = list ? list.title : part("title").textContent;
    part("count").textContent = left ? words.left.replace("{0}", left) : over;
    part("count").parentElement.hidden = !list;
    part("share").textContent = `${done} / ${done + left}`;
    part("no-list").hidden = Boolean(list);
    part("nothing").hidden = !list || found.length > 0;
    part("bags").replaceChildren(...found.map((bag) => rowView(bag, words)));
    view("bag").hidden = true;
    view("list").hidden = false;
    return found;
  };

  const show = async () => {
    const bag = open();
    if (bag) showBag(bag);
    else await showList();
    if (list) await showPill(list.owner, away);
  };

  const lost = () => {
    away = true;
    if (list) showPill(list.owner, away);
  };

  // with the network back and nothing refused, the desk itself takes over again, at the same bag, and between two codes
  const send = async () => {
    if (!navigator.onLine) return;
    try {
      const fresh = await sync(path, words.gone);
      away = false;
      const bag = open();
      if (await showPill(fresh.owner, away) === 0 && (bag || !field.value)) {
        location.replace(bag ? `${path}/bags/${bag.key}` : path);
        return;
      }
    } catch {
      // it stays on the phone, and the pill says so; whoever is ticking off a bag is not disturbed
      lost();
      return;
    }
    await load();
    await show();
  };

  addEventListener("hashchange", async () => {
    await show();
    scrollTo(0, 0);
  });
  addEventListener("online", send);
  addEventListener("offline", lost);
  addEventListener("understood", send);
  setInterval(send, 20000);
  field.addEventListener("input", showList);
  document.getElementById("code-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const found = await showList();
    if (found.length !== 1) return;
    field.value = "";
    location.hash = found[0].key;
  });
  await load();
  await show();
  send();
})();
