// Says honestly what the server does not know yet, and what it refused.
(() => {
  const { actsOf, forget, waiting } = window.tuanjuDesk;

  const say = (words, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, value), words);

  const line = (act, understood, again) => {
    const item = document.createElement("li");
    const words = document.createElement("span");
    const button = document.createElement("button");
    item.className = "notice notice-harm desk-refused";
    words.className = "grow";
    words.textContent = `${act.door}：${act.sentence}`;
    button.className = "button";
    button.type = "button";
    button.textContent = understood;
    button.addEventListener("click", async () => {
      await forget(act);
      await again();
      dispatchEvent(new Event("understood"));
    });
    item.append(words, button);
    return item;
  };

  const showPill = async (owner, offline) => {
    const box = document.querySelector("[data-desk-pill]");
    if (!box) return 0;
    const acts = await actsOf(owner);
    const left = acts.filter(waiting).length;
    const refused = acts.filter((act) => !waiting(act));
    // what came too late cannot be taken back here, so nothing offers to
    if (refused.length) document.querySelector(".undo-bar")?.remove();
    const { away, awayAll, back, understood } = box.dataset;
    const pill = box.querySelector("[data-pill]");
    pill.hidden = !offline && !left;
    pill.textContent = left ? say(offline ? away : back, left) : awayAll;
    box.querySelector("[data-refused]").replaceChildren(
      ...refused.map((act) => line(act, understood, () => showPill(owner, offline))),
    );
    return refused.length;
  };

  window.tuanjuDesk = { ...window.tuanjuDesk, showPill };
})();
