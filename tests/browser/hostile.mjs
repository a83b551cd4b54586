// Text is text, whatever it looks like, and fits on any screen.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostileArticles, kAttack } from "./hostile_articles.mjs";
import { follow, visit } from "./site.mjs";

async function checkUnbroken(page) {
  const found = await page.evaluate(() => ({
    broken: window.broken,
    scripts: document.querySelectorAll("script").length,
    smuggled: document.querySelectorAll("img, iframe, object, embed, style, base, [onerror], [style*=url]").length,
    links: [...document.querySelectorAll("a, area")].map((link) => link.protocol || new URL(link.href.baseVal, location).protocol),
  }));
  assert.equal(found.broken, undefined);
  assert.equal(found.scripts, 1);
  assert.equal(found.smuggled, 0);
  assert.deepEqual([...new Set(found.links)].filter((one) => !/^https?:$/.test(one)), []);
}

for (const article of hostileArticles()) {
  const word = article.title.split(" ")[0];
  test(`the article "${word}" stays text`, () =>
    visit(async (page) => {
      await page.goto(`/?q=${word}`);
      await checkUnbroken(page);
      assert.equal(await page.locator(".hit h2 a").first().textContent(), article.title);
      await follow(page, () => page.locator(".hit h2 a").first().click());
      await checkUnbroken(page);
      assert.equal(await page.locator("h1").textContent(), article.title);
      assert.equal(await page.locator(".text h1").count(), 0);
    }));
}

test("what is typed stays text", () =>
  visit(async (page) => {
    const attack = encodeURIComponent(kAttack);
    for (const address of [
      `/?q=${attack}`,
      `/?q=zebrafield&publisher=${attack}&author=${attack}`,
      `/?q=zebra&after=${attack}`,
      `/?q=zebra&sort=${attack}`,
      `/?${attack}=1`,
      `/article/${attack}`,
      `/article/${attack}?q=${attack}`,
    ]) {
      await page.goto(address);
      await checkUnbroken(page);
    }
  }));

test("suggestions stay text", () =>
  visit(async (page) => {
    await page.goto("/");
    await page.locator("#q").pressSequentially("zebrafi");
    await page.waitForSelector("#suggestions [role=option]");
    await checkUnbroken(page);
  }));

test("nothing makes a phone scroll sideways", () =>
  visit(
    async (page) => {
      const addresses = ["/", "/?q=ferry+strait", "/?q=zebrawide", "/?q=zebrafield", "/?q=*&sort=oldest&page=4", `/?q=${"long".repeat(600)}`];
      await page.goto("/?q=zebrawide");
      addresses.push(await page.locator(".hit h2 a").first().getAttribute("href"));
      for (const address of addresses) {
        await page.goto(address);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${address.slice(0, 60)} is ${over} pixels too wide`);
      }
    },
    { viewport: { width: 320, height: 640 } },
  ));
