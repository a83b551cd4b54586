// A server of the sample articles, and a browser that watches every page it opens.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { hostileArticles } from "./hostile_articles.mjs";

const kReadyMs = 60_000;

let folder;
let server;
let browser;
let origin;

function buildDatabase() {
  const articles = join(folder, "articles");
  mkdirSync(articles);
  for (const set of ["story", "languages", "hard"]) {
    cpSync(join(process.env.LEDE_CORPUS, set), join(articles, set), { recursive: true });
  }
  writeFileSync(join(articles, "hostile.jsonl"), hostileArticles().map((one) => JSON.stringify(one)).join("\n"));
  const database = join(folder, "lede.db");
  try {
    execFileSync(process.env.LEDE_INDEXER, ["update", articles, "--db", database, "--progress", "never"], {
      stdio: "pipe",
    });
  } catch (failure) {
    // Some of the hard ones are no articles; then this is how the indexer ends.
    assert.equal(failure.status, 1, String(failure.stderr));
  }
  return database;
}

function startServer(database) {
  server = spawn(process.env.LEDE_SEARCHER, ["serve", "--db", database, "--listen", "127.0.0.1:0"]);
  return new Promise((resolve, reject) => {
    let told = "";
    const timer = setTimeout(() => reject(new Error(`the server does not listen: ${told}`)), kReadyMs);
    server.stderr.on("data", (bytes) => {
      told += bytes;
      const found = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(told);
      if (found) {
        clearTimeout(timer);
        resolve(found[1]);
      }
    });
  });
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "lede-browser-"));
  origin = await startServer(buildDatabase());
  browser = await chromium.launch({
    executablePath: process.env.LEDE_CHROMIUM,
    // Where tests run as root, as in containers, Chromium has no sandbox to offer.
    args: process.getuid() === 0 ? ["--no-sandbox"] : [],
  });
});

after(async () => {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

// Opens a page for `use` and complains of what no page of ours may do: ask anybody else, break the
// content policy, or leave an error in the console.
export async function visit(use, options = {}) {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const complaints = [];
  await context.route("**/*", (route) => {
    const address = route.request().url();
    if (address.startsWith(`${origin}/`)) {
      return route.continue();
    }
    complaints.push(`asks ${address}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A page that says what is wrong has the status that says so too, which Chromium notes.
    const isStatus = /status of [45]\d\d/.test(message.text()) && message.location().url === page.url();
    if (["error", "warning"].includes(message.type()) && !isStatus) {
      complaints.push(message.text());
    }
  });
  try {
    await use(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

// Does what leads to another page and waits until that one is there: before, the browser would
// answer for the page that is left.
export async function follow(page, act) {
  const loaded = page.waitForEvent("load");
  await act();
  await loaded;
}

// Until the scripts of the page have started.
export async function awake(page) {
  await page.waitForSelector(".keys:not([hidden])", { state: "attached" });
}

// "1–10 of 22 articles" as 22.
export async function totalOf(page) {
  const text = await page.locator(".total").innerText();
  return Number(/([\d,]+) articles?$/.exec(text)[1].replaceAll(",", ""));
}

// The query's part of the address.
export function parametersOf(page) {
  return Object.fromEntries(new URL(page.url()).searchParams);
}
