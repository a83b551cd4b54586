// Searching, filtering, going from page to page and back.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { follow, parametersOf, totalOf, visit } from "./site.mjs";

test("a search finds articles and marks what matched", () =>
  visit(async (page) => {
    await page.goto("/");
    await page.fill("#q", "ferry strait");
    await page.press("#q", "Enter");
    await page.waitForURL("**/?q=ferry+strait");
    assert.equal(await page.inputValue("#q"), "ferry strait");
    assert.equal(await page.locator(".hit").count(), 10);
    const marks = await page.locator(".hit").first().locator("mark").allInnerTexts();
    assert.ok(marks.some((mark) => /ferr(y|ies)/i.test(mark)), marks.join());
  }));

test("a filter is a link that finds what it counts, and can be taken away", () =>
  visit(async (page) => {
    await page.goto("/?q=ferry+strait");
    const all = await totalOf(page);
    const value = page.locator(".facet li a", { hasText: "Strait Media Group" });
    const counted = Number(/\d+/.exec(await value.locator(".number").innerText())[0]);
    await follow(page, () => value.click());
    assert.equal(parametersOf(page).publisher, "Strait Media Group");
    assert.equal(await totalOf(page), counted);
    assert.ok(counted < all);
    const publishers = await page.locator(".hit .publisher").allInnerTexts();
    assert.deepEqual([...new Set(publishers)], ["Strait Media Group"]);
    // What is typed next is searched for with the same filter.
    await page.fill("#q", "ferry");
    await follow(page, () => page.click("form.search button"));
    assert.equal(parametersOf(page).publisher, "Strait Media Group");
    await follow(page, () => page.click(".chip"));
    assert.deepEqual(parametersOf(page), { q: "ferry" });
  }));

test("dates are a filter like others", () =>
  visit(async (page) => {
    await page.goto("/?q=ferry");
    await page.fill(".dates [name=after]", "2024-07");
    await page.fill(".dates [name=before]", "2024-08");
    await follow(page, () => page.click(".dates button"));
    assert.match(await page.innerText(".chip"), /1 July 2024 – 31 July 2024/);
    for (const date of await page.locator(".hit time").evaluateAll((all) => all.map((one) => one.dateTime))) {
      assert.match(date, /^2024-07/);
    }
  }));

test("all values of a facet can be seen", () =>
  visit(async (page) => {
    await page.goto("/");
    const section = page.locator(".facet", { hasText: "Language" });
    const shown = await section.locator("li").count();
    await follow(page, () => section.locator(".more a").click());
    assert.ok((await section.locator("li").count()) > shown);
    await follow(page, () => page.click("text=All filters"));
    assert.equal(await section.locator("li").count(), shown);
  }));

test("pages lead forward, and the back button back", () =>
  visit(async (page) => {
    await page.goto("/?q=ferry");
    const first = await page.locator(".hit h2 a").allInnerTexts();
    await follow(page, () => page.click(".paging [rel=next]"));
    assert.equal(parametersOf(page).page, "2");
    const second = await page.locator(".hit h2 a").evaluateAll((all) => all.map((one) => one.href));
    assert.equal(new Set(second).size, 10);
    assert.match(await page.innerText(".total"), /^11–20 of/);
    await page.goBack();
    assert.deepEqual(await page.locator(".hit h2 a").allInnerTexts(), first);
  }));

test("the order can be changed", () =>
  visit(async (page) => {
    await page.goto("/?q=ferry");
    await follow(page, () => page.click(".order >> text=Oldest"));
    const dates = await page.locator(".hit time").evaluateAll((all) => all.map((one) => one.dateTime));
    assert.deepEqual(dates, [...dates].sort());
    assert.equal(await page.getAttribute(".order >> text=Oldest", "aria-current"), "true");
  }));

test("a misspelt query is asked back", () =>
  visit(async (page) => {
    await page.goto("/?q=captian+halberg+licence");
    await follow(page, () => page.click(".meant a"));
    assert.equal(parametersOf(page).q, "captain hallberg licence");
    assert.ok((await page.locator(".hit").count()) > 0);
  }));

test("no hits, a bad query and a missing article are three pages, each with a way on", () =>
  visit(async (page) => {
    await page.goto("/?q=xylophonequartz&publisher=Harbour+Tribune");
    assert.equal(await page.innerText(".nothing h2"), "No article matches");
    await follow(page, () => page.click("text=Search without filters"));
    assert.deepEqual(parametersOf(page), { q: "xylophonequartz" });
    const answer = await page.goto(`/?q=${"harbour+".repeat(300)}`);
    assert.equal(answer.status(), 400);
    assert.equal(await page.innerText("h1"), "This query cannot be searched for");
    assert.match(await page.innerText(".typed mark"), /harbour|arbour|rbour|bour|our|ur|r/);
    assert.equal((await page.goto("/article/nowhere")).status(), 404);
    assert.equal(await page.innerText("h1"), "There is no such article");
  }));

test("what of a query was not understood is marked in it", () =>
  visit(async (page) => {
    await page.goto("/?q=ferry+titel:inquiry");
    assert.equal(await page.innerText(".notice .typed"), "ferry titel:inquiry");
    assert.equal(await page.innerText(".notice .typed mark"), "titel:inquiry");
  }));

test("an answer that is known already is not sent again", () =>
  visit(async (page) => {
    const first = await page.goto("/?q=ferry");
    const tag = first.headers().etag;
    const again = await page.request.get("/?q=ferry", { headers: { "If-None-Match": tag } });
    assert.equal(again.status(), 304);
    // Browsers take the policy of a 304 for that of the page they have.
    assert.equal(again.headers()["content-security-policy"], first.headers()["content-security-policy"]);
    await page.reload();
    assert.equal(await page.locator(".hit").count(), 10);
  }));
