// Signing out wipes the phone, so it is asked first while something done without network waits to be sent.
(async () => {
  const form = document.querySelector("form[data-unsent]");
  if (!form || !window.indexedDB || !indexedDB.databases) return;
  const kept = await indexedDB.databases();
  if (!kept.some((it) => it.name === "tuanju-desk")) return;
  const opened = indexedDB.open("tuanju-desk");
  opened.onsuccess = () => {
    const database = opened.result;
    if (!database.objectStoreNames.contains("acts")) return;
    const asked = database.transaction("acts").objectStore("acts").getAll();
    asked.onsuccess = () => {
      const waiting = asked.result.filter((act) => !act.outcome).length;
      if (waiting) form.dataset.confirm = form.dataset.unsent.replace("{0}", waiting);
      database.close();
    };
  };
})();
