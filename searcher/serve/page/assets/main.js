// What scripts add to the page; without them everything but convenience is there.
// SPDX-License-Identifier: GPL-3.0-or-later
import { startReader } from "./reader.js";
import { startResults } from "./results.js";
import { startSuggest } from "./suggest.js";
import { startTimeline } from "./timeline.js";

startSuggest(document.querySelector("form.search"));
startResults(document);
for (const timeline of document.querySelectorAll(".timeline")) {
  startTimeline(timeline);
}
for (const reader of document.querySelectorAll(".reader")) {
  startReader(reader);
}
document.querySelector(".keys")?.removeAttribute("hidden");
