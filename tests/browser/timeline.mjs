// Choosing a stretch of time.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { awake, parametersOf, totalOf, visit } from "./site.mjs";

async function barsOf(page) {
  return page.locator(".chart .bar").evaluateAll((all) =>
    all.map(({ dataset }) => ({ from: dataset.from, until: dataset.until, count: Number(dataset.count) })));
}

const sumOf = (bars) => bars.reduce((sum, bar) => sum + bar.count, 0);

test("a stretch is dragged over with a pointer", () =>
  visit(async (page) => {
    await page.goto("/?q=ferry");
    await awake(page);
    const bars = await barsOf(page);
    const box = await page.locator(".chart").boundingBox();
    const step = box.width / bars.length;
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + step * 1.5, y);
    await page.mouse.down();
    await page.mouse.move(box.x + step * 2.2, y, { steps: 3 });
    await page.mouse.move(box.x + step * 3.5, y, { steps: 3 });
    await page.mouse.up();
    await page.waitForURL((url) => url.searchParams.has("after"));
    assert.deepEqual(parametersOf(page), { q: "ferry", after: bars[1].from, before: bars[3].until });
    assert.equal(await totalOf(page), sumOf(bars.slice(1, 4)));
    await page.goBack();
    assert.deepEqual(parametersOf(page), { q: "ferry" });
  }));

test("its ends are moved by keyboard", () =>
  visit(async (page) => {
    await page.goto("/?q=ferry");
    await awake(page);
    const bars = await barsOf(page);
    const [from, to] = await page.locator(".chart [role=slider]").all();
    await from.focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await from.getAttribute("aria-valuenow"), "1");
    await page.keyboard.press("Tab");
    assert.ok(await to.evaluate((one) => one === document.activeElement));
    await page.keyboard.press("ArrowLeft");
    const wanted = bars.slice(1, -1);
    assert.match(await page.innerText(".picked"), new RegExp(`: ${sumOf(wanted)}$`));
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.has("after"));
    assert.equal(await totalOf(page), sumOf(wanted));
  }));

test("a bar is a link to its own days", () =>
  visit(async (page) => {
    await page.goto("/?q=ferry");
    await awake(page);
    const bars = await barsOf(page);
    const at = bars.findIndex((bar) => bar.count > 0 && bar.count < sumOf(bars));
    await page.locator(".chart .bar").nth(at).locator("a").click();
    await page.waitForURL((url) => url.searchParams.has("after"));
    assert.equal(parametersOf(page).after, bars[at].from);
    assert.equal(await totalOf(page), bars[at].count);
  }));
