// The rules of axe-core on every kind of page, by day and by night, on desks and phones.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { awake, follow, visit } from "./site.mjs";

const kAxe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const kPages = [
  "/",
  "/?q=captain+hallberg+licence&language=en&after=2024-03",
  "/?q=captian+halberg+titel:licence",
  "/?q=xylophonequartz",
  "/article/nowhere",
  `/?q=${"harbour+".repeat(300)}`,
];

async function violationsOf(page) {
  // By the debugger, which the content policy does not concern.
  await page.evaluate(kAxe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    test(`no rule of accessibility is broken at ${width} pixels, ${colorScheme}`, () =>
      visit(
        async (page) => {
          for (const address of kPages) {
            await page.goto(address);
            assert.deepEqual(await violationsOf(page), [], address.slice(0, 60));
          }
          await page.goto("/?q=captain+hallberg+licence");
          await follow(page, () => page.locator(".hit h2 a").first().click());
          await awake(page);
          await page.keyboard.press("n");
          assert.deepEqual(await violationsOf(page), [], "reader");
          await page.fill("#q", "");
          await page.locator("#q").pressSequentially("captain h");
          await page.waitForSelector("#suggestions [role=option]");
          await page.keyboard.press("ArrowDown");
          assert.deepEqual(await violationsOf(page), [], "suggestions");
        },
        { colorScheme, viewport: { width, height: 800 } },
      ));
  }
}
