// What goes wrong, and how that is told.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Archive } from './archive.mjs';

let archive;
let client;

before(async () => {
  archive = new Archive('story');
  client = await archive.connect();
});
after(() => archive.close());

test('a question that makes no sense is a result that says why', async () => {
  const cases = [
    ['search', { query: 'a', after: '2024-13' }, /^bad_parameter: .*"after"\)$/],
    ['search', { query: 'a', limit: 1000 }, /^bad_parameter: .*from 0 to 100.*"limit"\)$/],
    ['search', { query: 'a', cursor: 'x' }, /^bad_parameter: .*"cursor"\)$/],
    ['search', { query: 'ferry '.repeat(1000) }, /^query_too_long: .*"query"\)$/],
    ['search', { query: '('.repeat(500) + 'a' }, /^query_too_deep: .*"query"\)$/],
    ['get_article', { id: 'none' }, /^not_found: /],
    ['get_article', { id: '2024-04-10-mna-dock-strike.txt', start: 1000000 },
      /^bad_parameter: the article has \d+ characters.*"start"\)$/],
    ['similar', { id: 'none' }, /^not_found: /],
    ['facets', { query: 'a', field: 'colour' }, /^not_found: "colour" is no field/],
    ['timeline', { query: 'a', interval: 'week' }, /^bad_parameter: .*"interval"\)$/],
  ];
  for (const [name, args, why] of cases) {
    const result = await client.callTool({ name, arguments: args });
    assert.equal(result.isError, true, name);
    assert.match(result.content[0].text, why);
  }
});

test('a request that is none is an error of the protocol', async () => {
  const code = (wanted) => (error) => error.code === wanted;
  await assert.rejects(client.callTool({ name: 'story', arguments: {} }), code(-32602));
  await assert.rejects(client.callTool({ name: 'search', arguments: {} }), code(-32602));
  await assert.rejects(client.callTool({ name: 'search', arguments: { query: 1 } }), code(-32602));
  await assert.rejects(client.readResource({ uri: 'lede://article/none' }), code(-32002));
  await assert.rejects(client.readResource({ uri: 'https://example.com/' }), code(-32002));
  await assert.rejects(client.listResources({ cursor: 'x' }), code(-32602));
  await assert.rejects(client.listResources({ cursor: '1.x' }), code(-32602));
  await assert.doesNotReject(client.ping());
});

test('lines that are no messages are refused, and those after them answered', () => {
  const initialize = '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}';
  const answers = archive.exchange([
    initialize, 'hello', '[]', '{"jsonrpc":"2.0","id":2,"method":"nothing"}',
    `{"jsonrpc":"2.0","id":3,"method":"ping","params":{"x":"${'x'.repeat(1 << 20)}"}}`, '',
    '{"jsonrpc":"2.0","id":4,"method":"ping"}']);
  assert.deepEqual(answers.map((one) => [one.id, one.error?.code]),
    [[1, undefined], [null, -32700], [null, -32600], [2, -32601], [null, -32600], [4, undefined]]);
  assert.match(answers[4].error.message, /longer than 1048576 bytes/);
});
