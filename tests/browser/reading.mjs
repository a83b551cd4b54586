// Reading an article: what matched, from match to match, and back.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { awake, follow, visit } from "./site.mjs";

const kStatus = ".matches [role=status]";

test("an article is read with its matches marked, and the back button leads to the results", () =>
  visit(async (page) => {
    await page.goto("/?q=captain+hallberg+licence");
    const link = page.locator(".hit h2 a").first();
    const title = await link.innerText();
    await follow(page, () => link.click());
    assert.equal(await page.innerText("h1"), title);
    assert.ok((await page.locator(".text p").count()) > 3);
    assert.ok((await page.locator(".text mark").count()) > 2);
    await page.goBack();
    assert.equal(new URL(page.url()).searchParams.get("q"), "captain hallberg licence");
    assert.equal(await page.locator(".hit h2 a").first().innerText(), title);
  }));

test("n and p go from match to match, and the address keeps the place", () =>
  visit(async (page) => {
    await page.goto("/?q=captain+hallberg+licence");
    await follow(page, () => page.locator(".hit h2 a").first().click());
    await awake(page);
    const count = await page.locator(".text mark").count();
    assert.equal(await page.innerText(kStatus), `${count} matches`);
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    assert.equal(await page.innerText(kStatus), `Match 2 of ${count}`);
    assert.equal(await page.getAttribute("mark.current", "id"), "m2");
    assert.equal(new URL(page.url()).hash, "#m2");
    const inView = await page.locator("#m2").evaluate((mark) => {
      const box = mark.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    });
    assert.ok(inView);
    await page.keyboard.press("p");
    await page.keyboard.press("p");
    assert.equal(await page.innerText(kStatus), `Match ${count} of ${count}`);
    await page.click("text=Next");
    assert.equal(await page.innerText(kStatus), `Match 1 of ${count}`);
    await page.goBack();
    assert.ok((await page.locator(".hit").count()) > 0, "matches are no steps of the history");
  }));

test("texts have their language and direction", () =>
  visit(async (page) => {
    await page.goto("/?language=ar");
    const passage = page.locator(".passage").first();
    assert.equal(await passage.getAttribute("lang"), "ar");
    assert.equal(await passage.evaluate((one) => getComputedStyle(one).direction), "rtl");
    await follow(page, () => page.locator(".hit h2 a").first().click());
    assert.equal(await page.getAttribute(".text", "lang"), "ar");
    assert.equal(await page.locator(".text").evaluate((one) => getComputedStyle(one).direction), "rtl");
  }));

test("articles like it are links", () =>
  visit(async (page) => {
    await page.goto("/?q=inquiry");
    await follow(page, () => page.locator(".hit h2 a").first().click());
    const title = await page.innerText("h1");
    await follow(page, () => page.locator(".similar a").first().click());
    assert.notEqual(await page.innerText("h1"), title);
  }));

test("on paper there is the article and nothing else", () =>
  visit(async (page) => {
    await page.goto("/?q=captain+hallberg+licence");
    await follow(page, () => page.locator(".hit h2 a").first().click());
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.isVisible(".text"));
    for (const other of [".masthead", ".matches", ".similar", ".foot"]) {
      assert.ok(!(await page.isVisible(other)), other);
    }
  }));
