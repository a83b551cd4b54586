// Sessions: how they begin and end, cancelling, several at once, an archive that changes meanwhile.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { Archive, call } from './archive.mjs';

let archive;

before(() => {
  archive = new Archive('story');
});
after(() => archive.close());

const initialize = '{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}';
const search = (id) => JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call',
  params: { name: 'search', arguments: { query: 'ferry' } } });

test('all that was asked before the end of input is answered', () => {
  const ids = Array.from({ length: 100 }, (_, i) => i + 1);
  const answers = archive.exchange([initialize, ...ids.map(search)]);
  assert.deepEqual(answers.map((one) => one.id).sort((a, b) => a - b), [0, ...ids]);
  for (const { id, result } of answers.filter((one) => one.id > 0)) {
    assert.ok(result.structuredContent.hits.length > 0, `${id}`);
  }
});

test('a request that is cancelled in time is not answered, those around it are', () => {
  const ids = Array.from({ length: 100 }, (_, i) => i + 1);
  const cancel = '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":100}}';
  const answers = archive.exchange([initialize, ...ids.map(search), cancel], ['--threads', '1']);
  assert.deepEqual(answers.map((one) => one.id), [0, ...ids.slice(0, -1)]);
});

test('a client that gives up can go on', async () => {
  const client = await archive.connect();
  const gaveUp = new AbortController();
  const abandoned = client.callTool({ name: 'search', arguments: { query: '*' } }, undefined,
    { signal: gaveUp.signal });
  gaveUp.abort();
  await assert.rejects(abandoned);
  assert.ok((await call(client, 'search', { query: 'ferry' })).hits.length > 0);
});

test('two clients at once each get their answers', async () => {
  const clients = await Promise.all([archive.connect(), archive.connect()]);
  const queries = ['ferry', 'captain', 'strike', 'inquiry', 'licence', 'wreck'];
  await Promise.all(clients.flatMap((client) => queries.map(async (query) => {
    assert.equal((await call(client, 'search', { query })).query, query);
  })));
});

test('what is indexed meanwhile is found', async () => {
  const client = await archive.connect();
  assert.equal((await call(client, 'search', { query: 'lighthousekeeper' })).total.value, 0);
  const before = (await call(client, 'archive')).documents;
  archive.write('late.txt', 'The last lighthousekeeper\n\nThe lighthousekeeper of Sarn has retired.\n');
  archive.update();
  assert.equal((await call(client, 'search', { query: 'lighthousekeeper' })).total.value, 1);
  assert.equal((await call(client, 'archive')).documents, before + 1);
});

test('SIGTERM ends it cleanly', async () => {
  const server = spawn(process.env.LEDE_SEARCHER, ['mcp', '--db', archive.database]);
  server.stdin.write(initialize + '\n');
  await once(server.stdout, 'data');
  server.kill('SIGTERM');
  assert.deepEqual(await once(server, 'exit'), [0, null]);
});

test('SIGTERM ends it when nobody reads its answers', async () => {
  const server = spawn(process.env.LEDE_SEARCHER, ['mcp', '--db', archive.database]);
  server.stdin.on('error', () => {});  // what is left when it ends
  server.stdin.write([initialize, ...Array.from({ length: 200 }, (_, i) => search(i + 1)), ''].join('\n'));
  await once(server.stdout, 'readable');
  server.kill('SIGTERM');
  const [code] = await once(server, 'exit');
  assert.equal(code, 0);
});

test('without a database it says so and ends', () => {
  const done = spawnSync(process.env.LEDE_SEARCHER, ['mcp', '--db', '/nonexistent/lede.db'],
    { encoding: 'utf8' });
  assert.equal(done.status, 3);
  assert.equal(done.stdout, '');
  assert.match(done.stderr, /\/nonexistent\/lede\.db/);
});

test('nothing but messages is on standard output', () => {
  const done = spawnSync(process.env.LEDE_SEARCHER, ['mcp', '--db', archive.database],
    { encoding: 'utf8', input: '' });
  assert.deepEqual([done.status, done.stdout], [0, '']);
});
