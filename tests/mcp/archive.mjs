// An archive of the corpus, and clients that ask it.
// SPDX-License-Identifier: GPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const { LEDE_INDEXER, LEDE_SEARCHER, LEDE_SOURCE_DIR } = process.env;

// What a program prints; throws where it fails. To find nothing is no failure.
function run(program, args, input = '') {
  const done = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0 && !(done.status === 1 && program === LEDE_SEARCHER)) {
    throw new Error(`${program} ${args.join(' ')}: ${done.status}\n${done.stderr}`);
  }
  return done.stdout;
}

export class Archive {
  #folder = mkdtempSync(join(tmpdir(), 'lede-mcp-'));
  #clients = [];
  #sources;

  // `sets` are folders of the corpus.
  constructor(...sets) {
    this.#sources = sets.map((set) => join(this.#folder, set));
    sets.forEach((set, i) =>
      cpSync(join(LEDE_SOURCE_DIR, 'corpus', set), this.#sources[i], { recursive: true }));
    this.update();
  }

  get database() {
    return join(this.#folder, 'lede.db');
  }

  write(name, text) {
    writeFileSync(join(this.#sources[0], name), text);
  }

  update() {
    run(LEDE_INDEXER, ['update', ...this.#sources, '--db', this.database, '--progress', 'never']);
  }

  // The answer of the command line.
  ask(...args) {
    return JSON.parse(run(LEDE_SEARCHER, [...args, '--db', this.database, '--json']));
  }

  // What the server prints when these lines are all that it is sent.
  exchange(lines, options = []) {
    return run(LEDE_SEARCHER, ['mcp', '--db', this.database, ...options], lines.join('\n') + '\n')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  async connect(options = []) {
    const client = new Client({ name: 'lede-test', version: '1' });
    await client.connect(new StdioClientTransport({
      command: LEDE_SEARCHER,
      args: ['mcp', '--db', this.database, ...options],
      stderr: 'inherit',
    }));
    this.#clients.push(client);
    return client;
  }

  async close() {
    await Promise.all(this.#clients.map((client) => client.close()));
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

// What a tool answers. The SDK holds it against the tool's outputSchema, if tools were listed.
export async function call(client, name, args = {}) {
  const result = await client.callTool({ name, arguments: args });
  if (result.isError) {
    throw new Error(result.content[0].text);
  }
  return result.structuredContent;
}

// What every way of asking has in common: not the time, nor what MCP adds.
export function common(value) {
  if (Array.isArray(value)) {
    return value.map(common);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const { took_ms: _time, uri: _uri, characters: _characters, ...rest } = value;
  return Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, common(one)]));
}
