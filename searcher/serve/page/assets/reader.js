// From match to match in an article, by keys n and p or by buttons.
// SPDX-License-Identifier: GPL-3.0-or-later
import { onKeys } from "./results.js";

function button(label, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", action);
  return made;
}

export function startReader(reader) {
  const marks = [...reader.querySelectorAll(".text mark[id]")];
  const bar = reader.querySelector(".matches");
  if (marks.length === 0 || !bar) {
    return;
  }
  const status = bar.querySelector("[role=status]");
  let at = -1;

  const show = (index) => {
    marks[at]?.classList.remove("current");
    at = (index + marks.length) % marks.length;
    marks[at].classList.add("current");
    marks[at].scrollIntoView({ block: "center" });
    status.textContent = `Match ${at + 1} of ${marks.length}`;
    // So that the address leads here; it is no step of its own for the back button.
    history.replaceState(history.state, "", `#${marks[at].id}`);
  };
  const next = () => show(at + 1);
  const previous = () => show(at < 0 ? marks.length - 1 : at - 1);

  bar.append(button("Previous", previous), button("Next", next));
  onKeys({ n: next, p: previous });
  const linked = marks.findIndex((mark) => `#${mark.id}` === location.hash);
  if (linked >= 0) {
    show(linked);
  }
}
