// The pictures of the documentation, made anew when LEDE_SCREENSHOTS names their folder.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { awake, follow, visit } from "./site.mjs";

const kMostBytes = 200_000;
const kDesk = { width: 1120, height: 760 };
const kPhone = { width: 390, height: 760 };

const kPictures = [
  { name: "results.png", viewport: kDesk, colorScheme: "light", query: "ferry strait" },
  { name: "reader-dark.png", viewport: kDesk, colorScheme: "dark", query: "captain hallberg licence", read: true },
  { name: "phone.png", viewport: kPhone, colorScheme: "light", query: "ferry strait" },
];

const folder = process.env.LEDE_SCREENSHOTS;

for (const picture of kPictures) {
  test(`the picture ${picture.name}`, { skip: !folder && "LEDE_SCREENSHOTS names no folder" }, () =>
    visit(async (page) => {
      await page.goto(`/?q=${encodeURIComponent(picture.query)}`);
      if (picture.read) {
        await follow(page, () => page.locator(".hit h2 a").first().click());
        await awake(page);
      }
      const path = join(folder, picture.name);
      await page.screenshot({ path });
      assert.ok(statSync(path).size < kMostBytes, `${path} is too large`);
    }, picture));
}
