// Keys: / goes to the search box, j and k through the results.
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls the action of a key that was pressed on its own, outside of any field.
export function onKeys(actions) {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [role=slider]");
    const action = actions[event.key];
    if (typing || !action || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    action();
  });
}

export function startResults(root) {
  const box = root.querySelector("#q");
  const titles = [...root.querySelectorAll(".hit h2 a")];
  const move = (step) => {
    const at = titles.indexOf(root.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : titles.length - 1) : at + step;
    titles[Math.min(Math.max(next, 0), titles.length - 1)]?.focus();
  };
  const actions = {
    "/": () => {
      box.focus();
      box.select();
    },
  };
  if (titles.length > 0) {
    actions.j = () => move(1);
    actions.k = () => move(-1);
  }
  onKeys(actions);
}
