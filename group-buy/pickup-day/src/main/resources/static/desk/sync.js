// Tells the server what was done without network, act by act, and fetches the list anew.
(() => {
  const { actsOf, keepList, settle, waiting } = window.tuanjuDesk;

  const AT_ONCE = 50;

  const look = async (path) => {
    const answer = await fetch(`${path}/snapshot`, { cache: "no-store", headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) throw new Error(`no list: ${answer.status}`);
    return { token: answer.headers.get("X-CSRF-TOKEN"), list: await answer.json() };
  };

  const tell = async (acts, token, gone) => {
    const answer = await fetch(`${acts[0].path}/syncs`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-TOKEN": token },
      body: JSON.stringify({
        acts: acts.map(({ id, kind, order, takesBack, seenAt, due, at }) => ({ id, kind, order, takesBack, seenAt, due, at })),
      }),
    });
    // a desk that is closed for good will not take these later either
    if (answer.status === 404) {
      for (const act of acts) await settle(act, { outcome: "REFUSED", sentence: gone });
      return;
    }
    if (!answer.ok || answer.redirected) throw new Error(`not told: ${answer.status}`);
    const settled = new Map((await answer.json()).acts.map((it) => [it.id, it]));
    for (const act of acts) if (settled.has(act.id)) await settle(act, settled.get(act.id));
  };

  const sendAll = async (acts, token, gone) => {
    for (let from = 0; from < acts.length;) {
      const { path } = acts[from];
      let to = from;
      while (to < acts.length && to - from < AT_ONCE && acts[to].path === path) to += 1;
      await tell(acts.slice(from, to), token, gone);
      from = to;
    }
  };

  const once = async (path, gone) => {
    const { token, list } = await look(path);
    const acts = (await actsOf(list.owner)).filter(waiting);
    await keepList(list);
    if (!acts.length) return list;
    await sendAll(acts, token, gone);
    const after = (await look(path)).list;
    await keepList(after);
    return after;
  };

  let running = null;

  // Answers the fresh list; throws when the network or the sign-in is not there, and keeps everything then.
  const sync = (path, gone) => {
    running = running || once(path, gone).finally(() => { running = null; });
    return running;
  };

  window.tuanjuDesk = { ...window.tuanjuDesk, sync };
})();
