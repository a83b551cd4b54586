// docs/mcp.md says what is so: its examples are asked, its tables held against the server.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Archive, call } from './archive.mjs';

const page = readFileSync(join(process.env.LEDE_SOURCE_DIR, 'docs/mcp.md'), 'utf8');
const blocks = (info) =>
  [...page.matchAll(new RegExp('^```' + info + '\\n(.*?)^```$', 'gms'))].map(([, body]) => body);
const names = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

let archive;
let client;

before(async () => {
  archive = new Archive('story');
  client = await archive.connect();
});
after(() => archive.close());

test('the configuration starts the server', async () => {
  const [block, ...others] = blocks('config');
  assert.equal(others.length, 0);
  const { command, args } = JSON.parse(block).mcpServers.lede;
  assert.equal(command, 'lede-searcher');
  assert.deepEqual(args, ['mcp', '--db', '/path/to/lede.db']);
});

test('the examples are answered so', async () => {
  const examples = blocks('tool');
  assert.ok(examples.length >= 3);
  for (const example of examples) {
    const [, tool, args, shown] = example.match(/^(\w+) (.*?)\n(.*)$/s);
    const answer = await call(client, tool, JSON.parse(args));
    assert.ok(contains(answer, JSON.parse(shown)), `${tool} ${args}\n${JSON.stringify(answer)}`);
  }
});

test('the tools and their arguments are those that there are', async () => {
  const rows = page.split('## Tools')[1].split('\n').filter((line) => line.startsWith('| `'));
  const described = Object.fromEntries(rows.map((row) => {
    const cells = row.split(' | ');
    return [names(cells[0])[0], names(cells[2] ?? '').sort()];
  }).filter(([name]) => !name.startsWith('-')));
  const { tools } = await client.listTools();
  const real = Object.fromEntries(
    tools.map((tool) => [tool.name, Object.keys(tool.inputSchema.properties ?? {}).sort()]));
  assert.deepEqual(described, real);
});

test('the error codes are those that there are', () => {
  const source = readFileSync(join(process.env.LEDE_SOURCE_DIR, 'searcher/mcp/message.h'), 'utf8');
  const real = [...source.matchAll(/ = (-\d+),/g)].map(([, code]) => code).sort();
  const described = [...page.matchAll(/^\| `(-\d+)` \|/gm)].map(([, code]) => code).sort();
  assert.deepEqual(described, real);
});

// Whether all that is shown is in the answer, what lists hold at the same places.
function contains(answer, shown) {
  if (shown === null || typeof shown !== 'object') {
    return answer === shown;
  }
  if (Array.isArray(shown)) {
    return Array.isArray(answer) && shown.every((one, i) => contains(answer[i], one));
  }
  return answer !== null && typeof answer === 'object' &&
    Object.entries(shown).every(([name, one]) => contains(answer[name], one));
}
