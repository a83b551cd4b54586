// Over MCP and over HTTP the same query has the same answer, for every query of the language's own
// table. Over HTTP it has that of the command line, which other tests show.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Archive, common } from './archive.mjs';

const table = 'tests/unit/searcher/query/queries.tsv';

let archive;
let client;
let server;
let base;

before(async () => {
  archive = new Archive('story', 'languages');
  client = await archive.connect();
  server = spawn(process.env.LEDE_SEARCHER,
    ['serve', '--db', archive.database, '--listen', '127.0.0.1:0']);
  base = await new Promise((found) => {
    let told = '';
    server.stderr.on('data', (data) => {
      told += data;
      const listening = told.match(/listening on (http:\S+)\n/);
      if (listening) {
        found(listening[1]);
      }
    });
  });
});
after(() => {
  server.kill();
  return archive.close();
});

// "{09}" is the byte of that number. Nothing for bytes that are no text: JSON cannot hold them.
function decoded(cell) {
  const bytes = [];
  for (const [piece] of cell.matchAll(/\{[0-9A-F]{2}\}|[^{]+|\{/g)) {
    bytes.push(/^\{..\}$/.test(piece) ? Buffer.from(piece.slice(1, 3), 'hex') : Buffer.from(piece));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(bytes));
  } catch {
    return undefined;
  }
}

const queries = readFileSync(join(process.env.LEDE_SOURCE_DIR, table), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('## '))
  .map((line) => decoded(line.slice(0, line.indexOf('\t'))))
  .filter((query) => query !== undefined);

// Dates that count from now are others when a second passes between two answers.
function withoutClock({ interpreted: _dates, next: _cursor, ...rest }) {
  return rest;
}

async function compare(query) {
  const asked = await fetch(`${base}/v1/search`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ q: query }),
  });
  const { structuredContent, content, isError } =
    await client.callTool({ name: 'search', arguments: { query } });
  const answer = await asked.json();
  if (asked.status !== 200) {
    assert.equal(isError, true, query);
    assert.equal(content[0].text, `${answer.code}: ${answer.detail} (argument "query")`);
    return false;
  }
  const [left, right] = [common(structuredContent), common(answer)];
  if (query.includes(':')) {
    assert.deepEqual(withoutClock(left), withoutClock(right), query);
  } else {
    assert.deepEqual(left, right, query);
  }
  return true;
}

test('each query of the table has the answer that it has over HTTP', async () => {
  assert.ok(queries.length > 290);
  let answered = 0;
  for (const query of queries) {
    answered += await compare(query);
  }
  assert.ok(answered > 290);
});
