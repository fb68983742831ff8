// What the phone keeps of a desk: today's list, and what was done without network. Signing out wipes it.
(() => {
  const opened = new Promise((yes, no) => {
    const asked = indexedDB.open("tuanju-desk", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("lists", { keyPath: "path" });
      asked.result.createObjectStore("acts", { keyPath: "nr", autoIncrement: true });
    };
    asked.onsuccess = () => yes(asked.result);
    asked.onerror = () => no(asked.error);
  });

  const during = async (mode, work) => {
    const database = await opened;
    return new Promise((yes, no) => {
      const transaction = database.transaction(["lists", "acts"], mode);
      const asked = work(transaction.objectStore("lists"), transaction.objectStore("acts"));
      transaction.oncomplete = () => yes(asked && asked.result);
      transaction.onabort = () => no(transaction.error);
    });
  };

  const stale = (list) => list.over || Date.parse(list.until) < Date.now();

  // Keeps this list; those of other people, of cycles that are over and of another day go.
  const keepList = async (list) => {
    const others = (await during("readonly", (lists) => lists.getAll()))
      .filter((it) => it.path === list.path || it.owner !== list.owner || stale(it));
    await during("readwrite", (lists) => {
      others.forEach((it) => lists.delete(it.path));
      return list.over ? null : lists.put(list);
    });
  };

  const listAt = async (path) => {
    const list = await during("readonly", (lists) => lists.get(path));
    if (!list || !stale(list)) return list || null;
    await during("readwrite", (lists) => lists.delete(path));
    return null;
  };

  const note = (act) => during("readwrite", (lists, acts) => acts.add(act));

  const actsOf = async (owner) => (await during("readonly", (lists, acts) => acts.getAll()))
    .filter((act) => act.owner === owner);

  const waiting = (act) => !act.outcome;

  // Done acts go; what was refused stays until somebody has read it.
  const settle = (act, answer) => during("readwrite", (lists, acts) => (answer.outcome === "DONE"
    ? acts.delete(act.nr)
    : acts.put({ ...act, outcome: answer.outcome, sentence: answer.sentence })));

  const forget = (act) => during("readwrite", (lists, acts) => acts.delete(act.nr));

  window.tuanjuDesk = { ...window.tuanjuDesk, keepList, listAt, note, actsOf, waiting, settle, forget };
})();
