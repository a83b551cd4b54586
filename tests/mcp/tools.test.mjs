// Every tool and resource, and that their answers are those of the command line.
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { Archive, common } from './archive.mjs';

let archive;
let client;
let tools;
let checks;  // of answers, by tool

before(async () => {
  archive = new Archive('story', 'languages');
  client = await archive.connect();
  ({ tools } = await client.listTools());
  const ajv = new Ajv({ strict: true });
  checks = Object.fromEntries(
    tools.map((tool) => [tool.name, ajv.compile(closed(tool.outputSchema))]));
});
after(() => archive.close());

// A schema that takes no member that it does not name.
function closed(schema) {
  if (Array.isArray(schema)) {
    return schema.map(closed);
  }
  if (schema === null || typeof schema !== 'object') {
    return schema;
  }
  const copy = Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  return schema.type === 'object' ? { ...copy, additionalProperties: false } : copy;
}

// The answer, after a look at whether all that is in it is described.
async function answer(name, args) {
  const result = await client.callTool({ name, arguments: args });
  assert.equal(result.isError, false, result.content[0].text);
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
  const check = checks[name];
  assert.ok(check(result.structuredContent), JSON.stringify(check.errors));
  return result.structuredContent;
}

const characters = (text) => Array.from(text);
const slice = (text, from, to) => characters(text).slice(from, to).join('');
const bytes = (text, from, to) => Buffer.from(text).subarray(from, to).toString();

test('the server says who it is and how it is used', () => {
  assert.equal(client.getServerVersion().name, 'lede');
  assert.deepEqual(client.getServerCapabilities(), { tools: {}, resources: {}, completions: {} });
  assert.match(client.getInstructions(), /search/);
});

test('every tool says what it takes, gives and does', () => {
  assert.deepEqual(tools.map((tool) => tool.name),
    ['search', 'get_article', 'similar', 'timeline', 'facets', 'suggest', 'archive']);
  const ajv = new Ajv({ strict: true });
  for (const tool of tools) {
    assert.ok(tool.description.length > 50);
    assert.equal(tool.annotations.readOnlyHint, true);
    assert.doesNotThrow(() => ajv.compile(tool.inputSchema));
    assert.doesNotThrow(() => ajv.compile(tool.outputSchema));
  }
});

test('search answers as the command line does', async () => {
  for (const query of ['captain hallberg', '"export licence"', 'ferry -strike date:2024-05..2024-06',
    'ferrry', 'unheardofword', '(', 'source:"harbour tribune"', 'пасіка', 'ピアノ', '*']) {
    assert.deepEqual(common(await answer('search', { query })),
      common(archive.ask('search', query)), query);
  }
});

test('search takes dates, order, facets and pages', async () => {
  const found = await answer('search',
    { query: 'ferry', after: '2024-05', before: '2024-07', sort: 'oldest', facet: ['publisher', 'month'] });
  assert.deepEqual(common(found), common(archive.ask('search', 'ferry', '--after', '2024-05',
    '--before', '2024-07', '--sort', 'oldest', '--facet', 'publisher', '--facet', 'month')));
  const first = await answer('search', { query: 'ferry', limit: 3 });
  const second = await answer('search', { query: 'ferry', limit: 3, cursor: first.next });
  const both = await answer('search', { query: 'ferry', limit: 6 });
  assert.deepEqual([...first.hits, ...second.hits].map((hit) => hit.id),
    both.hits.map((hit) => hit.id));
});

test('search, counts and similar take the values of facets as filters', async () => {
  const { facets } = await answer('facets', { query: 'ferry', field: 'publisher' });
  const [{ value, count }] = facets.publisher.values;
  const found = await answer('search', { query: 'ferry', publisher: [value], limit: 100 });
  assert.equal(found.total.value, count);
  assert.ok(found.hits.every((hit) => hit.publisher === value));
  const timeline = await answer('timeline', { query: 'ferry', publisher: [value, 'nobody'] });
  assert.equal(timeline.total.value, count);
  const similar = await answer('similar', { id: found.hits[0].id, language: ['de'] });
  assert.ok(similar.hits.every((hit) => hit.language === 'de'));
});

test('titles alone are many and short', async () => {
  const found = await answer('search', { query: 'ferry', titles_only: true });
  assert.ok(found.hits.length > 10);
  for (const hit of found.hits) {
    assert.equal(hit.snippets, undefined);
    assert.ok(hit.id && hit.title && hit.uri);
  }
  assert.equal((await answer('search', { query: 'ferry', titles_only: true, limit: 2 })).hits.length, 2);
});

test('passages and marks stand where they are said to', async () => {
  let marks = 0;
  for (const query of ['captain hallberg', 'Bäckerei Abwärme', 'пасіка', 'tekne zeytin', 'ピアノ']) {
    for (const hit of (await answer('search', { query })).hits) {
      const article = await answer('get_article', { id: hit.id });
      for (const passage of hit.snippets ?? []) {
        const whole = article[passage.field];
        const { start, end, marks: places } = passage.characters;
        assert.equal(slice(whole, start, end), passage.text);
        assert.equal(bytes(whole, passage.start, passage.start + Buffer.byteLength(passage.text)),
          passage.text);
        places.forEach(([from, to], i) => {
          assert.equal(slice(passage.text, from, to), bytes(passage.text, ...passage.marks[i]));
          ++marks;
        });
      }
    }
  }
  assert.ok(marks > 20);
});

test('what a query matches in an article is marked', async () => {
  const { hits } = await answer('search', { query: 'Abwärme', limit: 1 });
  const whole = await answer('get_article', { id: hits[0].id, query: 'Abwärme Schwimmbad' });
  const words = whole.characters.marks.map((mark) => slice(whole.text, ...mark));
  assert.ok(words.includes('Abwärme') && words.includes('Schwimmbad'), words.join());
  const part = await answer('get_article',
    { id: hits[0].id, query: 'Abwärme Schwimmbad', start: whole.characters.marks[1][0], length: 10 });
  assert.equal(slice(part.text, ...part.characters.marks[0]), words[1]);
});

test('an article can be read whole, in parts, and as a resource', async () => {
  const { hits } = await answer('search', { query: 'Abwärme', limit: 1 });
  const whole = await answer('get_article', { id: hits[0].id });
  const shown = archive.ask('show', hits[0].id);
  for (const name of ['id', 'title', 'text', 'publisher', 'published', 'language', 'url']) {
    assert.equal(whole[name], shown[name], name);
  }
  let text = '';
  for (let at = 0, total = 1; at < total;) {
    const part = await answer('get_article', { id: whole.id, start: at, length: 100 });
    text += part.text;
    ({ end: at, total } = part.characters);
  }
  assert.equal(text, whole.text);
  const { contents } = await client.readResource({ uri: hits[0].uri });
  assert.equal(contents.length, 1);
  assert.equal(contents[0].uri, hits[0].uri);
  assert.deepEqual(JSON.parse(contents[0].text), whole);
});

test('similar, facets, timeline and archive answer as the command line does', async () => {
  const id = '2024-07-29-mna-sorrel-star-wreck.txt';
  assert.deepEqual(common(await answer('similar', { id })), common(archive.ask('similar', id)));
  assert.deepEqual(common(await answer('facets', { query: 'ferry', field: 'publisher' })),
    common(archive.ask('facets', 'ferry', '--facet', 'publisher')));
  assert.deepEqual(common(await answer('timeline', { query: 'ferry', interval: 'month' })),
    common(archive.ask('timeline', 'ferry', '--interval', 'month')));
  assert.deepEqual(await answer('archive', {}), archive.ask('stats'));
});

test('suggest answers as the command line does, and completes ids', async () => {
  assert.deepEqual(common(await answer('suggest', { query: 'captain h' })),
    common(archive.ask('suggest', 'captain h')));
  const { completion } = await client.complete({
    ref: { type: 'ref/resource', uri: 'lede://article/{id}' },
    argument: { name: 'id', value: 'sorrel star' },
  });
  assert.ok(completion.values.length > 0);
  for (const id of completion.values) {
    assert.match((await answer('get_article', { id })).title, /^sorrel star/i);
  }
});

test('resources are the newest articles, page by page', async () => {
  const { resourceTemplates } = await client.listResourceTemplates();
  assert.deepEqual(resourceTemplates.map((one) => one.uriTemplate), ['lede://article/{id}']);
  const { resources, nextCursor } = await client.listResources();
  assert.equal(nextCursor, undefined);
  const newest = archive.ask('search', '*', '--sort', 'newest', '-n', '100').hits;
  assert.deepEqual(resources.map((one) => one.name), newest.map((hit) => hit.title));
  const { contents } = await client.readResource({ uri: resources[0].uri });
  assert.equal(JSON.parse(contents[0].text).title, resources[0].name);
});
