// An operator's keys: "/" searches, "g" then "d" opens the dashboard.
(() => {
  let goes = false;
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, select") || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === "/") {
      const search = document.querySelector("input[type=search]");
      if (search) {
        event.preventDefault();
        search.focus();
      }
    } else if (event.key === "g") {
      goes = true;
      setTimeout(() => { goes = false; }, 1000);
      return;
    } else if (goes && event.key === "d") {
      location.assign("/operate");
    } else if (goes && event.key === "o") {
      location.assign("/operate/orders");
    }
    goes = false;
  });
})();
