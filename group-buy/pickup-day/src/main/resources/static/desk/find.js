// Finds bags on the phone's list by pickup code, last four digits, name or room, as the server would.
(() => {
  const CODE = /^[0-9A-HJKMNP-TV-Z]{6}$/;

  const read = (typed) => typed.normalize("NFKC").toUpperCase().replace(/[\s\-_.·]/g, "")
    .replace(/O/g, "0").replace(/[IL]/g, "1");

  // the list holds only a part of a salted hash, which fits a thousand other codes as well
  const trace = async (salt, code) => {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(salt + code)));
    return [...hash.slice(0, 3)].map((it) => it.toString(16).padStart(2, "0")).join("").slice(0, 5);
  };

  const says = (bag, words) => {
    const inside = [bag.unit, bag.room].filter(Boolean).join("-").toLowerCase();
    const door = `${bag.building}-${inside}`.toLowerCase();
    return bag.building === words || bag.room.toLowerCase().startsWith(words) || inside.startsWith(words)
      || door.startsWith(words) || (bag.unit && `${bag.building}-${bag.room}`.toLowerCase().startsWith(words))
      || bag.orders.some((order) => order.lastFour === words || order.name.toLowerCase().startsWith(words));
  };

  const find = async (list, bags, typed) => {
    const words = typed.normalize("NFKC").trim().toLowerCase();
    if (!words) return bags;
    const code = read(typed);
    if (CODE.test(code)) {
      const wanted = await trace(list.salt, code);
      const hit = bags.filter((bag) => bag.orders.some((order) => order.trace === wanted));
      if (hit.length) return hit;
    }
    // a name is kept as 王**, so the full name begins with what is kept
    return bags.filter((bag) => says(bag, words)
      || bag.orders.some((order) => order.name.length > 2 && words.startsWith(order.name.slice(0, -2).toLowerCase())
        && !/^[0-9a-z-]+$/.test(words)));
  };

  window.tuanjuDesk = { ...window.tuanjuDesk, find };
})();
