// All but convenience is there without scripts.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { follow, parametersOf, visit } from "./site.mjs";

test("searching, filtering, paging and reading need no scripts", () =>
  visit(
    async (page) => {
      await page.goto("/");
      await page.fill("#q", "ferry");
      await follow(page, () => page.press("#q", "Enter"));
      assert.equal(parametersOf(page).q, "ferry");
      await follow(page, () => page.locator(".chart a").first().click());
      assert.ok(parametersOf(page).after);
      await follow(page, () => page.click(".chip"));
      await follow(page, () => page.locator(".facet li a", { hasText: "Harbour Tribune" }).click());
      assert.equal(parametersOf(page).publisher, "Harbour Tribune");
      await follow(page, () => page.click(".chip"));
      await follow(page, () => page.click(".paging [rel=next]"));
      assert.equal(parametersOf(page).page, "2");
      await follow(page, () => page.locator(".hit h2 a").first().click());
      assert.ok((await page.locator(".text p").count()) > 0);
      await page.click(".matches a");
      assert.equal(new URL(page.url()).hash, "#m1");
      await follow(page, () => page.click(".trail a"));
      assert.deepEqual(parametersOf(page), { q: "ferry", page: "2" });
      assert.ok(!(await page.isVisible(".keys")), "keys that do nothing are not offered");
    },
    { javaScriptEnabled: false },
  ));
