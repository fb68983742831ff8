// The page of a refused form has the address of the form's page, not the one it was sent to, which nobody can open: another
// language, a reload and the next refusal lead back there.
(() => {
  const back = document.querySelector("[name=back][data-address]")?.value;
  if (back && back !== "/") history.replaceState(history.state, "", back);
})();
