// What went wrong is read out: few readers announce a sentence that stands there from the beginning, all say what has the focus.
(() => {
  if (document.querySelector("[autofocus]")) return;
  const said = document.querySelector(".flash-error[role=alert], main .notice[role=alert]");
  if (said) said.tabIndex = -1;
  (said ?? document.querySelector("main [aria-invalid=true]"))?.focus();
})();
