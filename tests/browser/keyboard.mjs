// The page without a mouse.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { awake, parametersOf, visit } from "./site.mjs";

const kOptions = "#suggestions [role=option]";

test("what is typed is completed by keyboard", () =>
  visit(async (page) => {
    await page.goto("/");
    await awake(page);
    await page.keyboard.press("/");
    await page.keyboard.type("captain h");
    await page.waitForSelector(kOptions);
    assert.equal(await page.getAttribute("#q", "aria-expanded"), "true");
    assert.equal(await page.getAttribute("#q", "aria-activedescendant"), null);
    await page.keyboard.press("ArrowDown");
    const active = await page.getAttribute("#q", "aria-activedescendant");
    assert.equal(await page.getAttribute(`#${active}`, "aria-selected"), "true");
    const wanted = await page.innerText(`#${active} bdi`);
    assert.equal(await page.inputValue("#q"), wanted);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.has("q"));
    assert.equal(parametersOf(page).q, wanted);
    assert.ok((await page.locator(".hit").count()) > 0);
  }));

test("Escape closes the list and brings back what was typed", () =>
  visit(async (page) => {
    await page.goto("/");
    await awake(page);
    await page.fill("#q", "");
    await page.locator("#q").pressSequentially("captain h");
    await page.waitForSelector(kOptions);
    await page.keyboard.press("ArrowUp");
    assert.notEqual(await page.getAttribute("#q", "aria-activedescendant"), null);
    await page.keyboard.press("Escape");
    assert.equal(await page.inputValue("#q"), "captain h");
    assert.equal(await page.getAttribute("#q", "aria-expanded"), "false");
    assert.ok(!(await page.isVisible("#suggestions")));
  }));

test("a suggested article is opened by a click", () =>
  visit(async (page) => {
    await page.goto("/");
    await awake(page);
    await page.locator("#q").pressSequentially("Judge Okell opens");
    const article = page.locator(kOptions, { hasText: /article$/ }).first();
    const title = await article.locator("bdi").innerText();
    await article.click();
    await page.waitForURL("**/article/**");
    assert.equal(await page.innerText("h1"), title);
  }));

test("j and k go through the results, and letters in the box are letters", () =>
  visit(async (page) => {
    await page.goto("/?q=ferry");
    await awake(page);
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    const titles = await page.locator(".hit h2 a").evaluateAll((all) => all.map((one) => one.textContent));
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    assert.equal(await focused(), titles[1]);
    await page.keyboard.press("k");
    assert.equal(await focused(), titles[0]);
    await page.keyboard.press("/");
    await page.keyboard.type("jk");
    assert.equal(await page.inputValue("#q"), "jk");
  }));

test("the first stop leads past the masthead", () =>
  visit(async (page) => {
    await page.goto("/?q=ferry");
    await awake(page);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null));
  }));
