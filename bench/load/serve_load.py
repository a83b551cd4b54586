#!/usr/bin/env python3
"""Measures lede-searcher serve under load, and whether every answer is right meanwhile.

SPDX-License-Identifier: GPL-3.0-or-later
Usage: bench/load/serve_load.py ARTICLES.jsonl [--programs build/release] [--seconds 10]

Needs wrk. Builds a database of the articles in a temporary folder, serves it on loopback, and runs
wrk with 1, 16 and 256 connections: asking the same few questions, which the cache answers, and
asking different ones with the cache turned off. Then again with clients that hold connections open
without asking (2,000) or send a byte a second (200), while the indexer commits every few seconds. A
checker asks all the while and compares: totals must be those the command line gave before, what was
indexed must be found. Any status but 200, any socket error and any wrong total makes it fail.
"""

import argparse
import collections
import http.client
import json
import os
import pathlib
import random
import re
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

PORT = 7799
IDLE = 2000
SLOW = 200
COMMIT_SECONDS = 3
QUERIES = 3000
CACHED_QUERIES = 20

WRK_SCRIPT = """
local lines, next = {}, 0
for line in io.lines("%s") do lines[#lines + 1] = line end
function init(args) math.randomseed(os.time()) next = math.random(#lines) end
function request()
  next = next %% #lines + 1
  return wrk.format("GET", "/v1/search?q=" .. lines[next])
end
function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("RESULT %%d %%d %%d %%d %%d %%f %%f %%f\\n", summary.requests, e.status,
    e.connect + e.read + e.write, e.timeout, summary.duration, latency.mean,
    latency:percentile(50), latency:percentile(99)))
end
"""


def words_of(articles):
    """Queries as people type them: words that stand together in a headline."""
    chosen = random.Random(7)
    queries = set()
    with open(articles, encoding="utf-8") as lines:
        titles = [json.loads(line).get("title") or "" for line in lines]
    chosen.shuffle(titles)
    for title in titles:
        words = re.findall(r"[A-Za-z]{3,}", title)
        length = chosen.choice((1, 2, 2, 3))
        if len(words) >= length:
            start = chosen.randrange(len(words) - length + 1)
            queries.add(" ".join(words[start:start + length]))
        if len(queries) == QUERIES:
            break
    return sorted(queries)


def get(connection, target):
    connection.request("GET", target)
    answer = connection.getresponse()
    return answer.status, answer.read()


class BadClients(threading.Thread):
    """Connections that ask nothing, and some that send a byte a second; opened again when closed."""

    def __init__(self):
        super().__init__(daemon=True)
        self.stopped = threading.Event()
        self.refused = 0

    def open(self, slow):
        try:
            client = socket.create_connection(("127.0.0.1", PORT), timeout=5)
            client.setblocking(False)
            if slow:
                client.send(b"GET /v1/search?q=a HTTP/1.1\r\nX-Slow: ")
            return client
        except OSError:
            self.refused += 1
            return None

    def run(self):
        idle = [self.open(False) for _ in range(IDLE)]
        slow = [self.open(True) for _ in range(SLOW)]
        while not self.stopped.wait(1):
            for clients, is_slow in ((idle, False), (slow, True)):
                for i, client in enumerate(clients):
                    if client is None or not self.alive(client, is_slow):
                        clients[i] = self.open(is_slow)
        for client in idle + slow:
            if client:
                client.close()

    @staticmethod
    def alive(client, is_slow):
        try:
            if is_slow:
                client.send(b"a")
            return client.recv(1) != b""
        except BlockingIOError:
            return True
        except OSError:
            client.close()
            return False


class Commits(threading.Thread):
    """Adds an article every few seconds, of words that no query of the others has."""

    def __init__(self, indexer, folder, database):
        super().__init__(daemon=True)
        self.command = [indexer, "update", str(folder), "--db", str(database), "--progress", "never"]
        self.folder = folder
        self.stopped = threading.Event()
        self.done = 0

    def run(self):
        while not self.stopped.wait(COMMIT_SECONDS):
            name = f"qzxload{self.done}"
            (self.folder / f"{name}.txt").write_text(f"{name}\n\nqzxload and {name}.\n")
            subprocess.run(self.command, check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
            self.done += 1


class Checker(threading.Thread):
    """Asks what is known, and complains about any other answer."""

    def __init__(self, totals, commits):
        super().__init__(daemon=True)
        self.totals = totals
        self.commits = commits
        self.stopped = threading.Event()
        self.asked = 0
        self.wrong = []

    def ask(self, connection, query):
        status, body = get(connection, "/v1/search?match=all&q=" + urllib.parse.quote(query))
        self.asked += 1
        return json.loads(body)["total"]["value"] if status == 200 else f"status {status}"

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        queries = sorted(self.totals)
        for i in range(1 << 30):
            if self.stopped.wait(0.02):
                return
            try:
                query = queries[i % len(queries)]
                found = self.ask(connection, query)
                if found != self.totals[query]:
                    self.wrong.append((query, self.totals[query], found))
                if self.commits:
                    committed = self.commits.done
                    found = self.ask(connection, "qzxload")
                    if not isinstance(found, int) or found < committed:
                        self.wrong.append(("qzxload", committed, found))
            except (OSError, http.client.HTTPException) as error:
                self.wrong.append(("connection", "", repr(error)))
                connection.close()


class Bench:
    def __init__(self, arguments):
        self.arguments = arguments
        self.temporary = tempfile.TemporaryDirectory(prefix="lede-load-")
        self.folder = pathlib.Path(self.temporary.name)
        self.indexer = os.path.join(arguments.programs, "lede-indexer")
        self.searcher = os.path.join(arguments.programs, "lede-searcher")
        self.database = self.folder / "lede.db"
        self.failures = []

    def prepare(self):
        articles = self.folder / "articles"
        articles.mkdir()
        os.symlink(os.path.abspath(self.arguments.articles), articles / "archive.jsonl")
        self.articles = articles
        subprocess.run([self.indexer, "update", str(articles), "--db", str(self.database),
                        "--progress", "never"], check=True)
        queries = words_of(self.arguments.articles)
        self.write_script("many", queries)
        self.write_script("few", queries[::len(queries) // CACHED_QUERIES][:CACHED_QUERIES])
        self.totals = {}
        for query in queries[5::len(queries) // 40]:
            answer = subprocess.run(
                [self.searcher, "search", "--json", "--match", "all", "-n", "1", "--db",
                 str(self.database), "--", query], stdout=subprocess.PIPE, check=False)
            self.totals[query] = json.loads(answer.stdout)["total"]["value"]

    def write_script(self, name, queries):
        lines = self.folder / f"{name}.txt"
        lines.write_text("".join(urllib.parse.quote(query) + "\n" for query in queries))
        (self.folder / f"{name}.lua").write_text(WRK_SCRIPT % lines)

    def serve(self, *options):
        self.server = subprocess.Popen(
            [self.searcher, "serve", "--db", str(self.database), "--listen", f"127.0.0.1:{PORT}",
             "--queue", "1024", *options], stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                return get(http.client.HTTPConnection("127.0.0.1", PORT, timeout=5), "/readyz")
            except OSError:
                time.sleep(0.05)
        sys.exit("the server does not listen")

    def metric(self, name):
        _, body = get(http.client.HTTPConnection("127.0.0.1", PORT, timeout=5), "/metrics")
        for line in body.decode().splitlines():
            if line.startswith(name + " "):
                return float(line.rsplit(" ", 1)[1])
        return 0.0

    def wrk(self, script, connections):
        out = subprocess.run(
            ["wrk", "-t", "1", "-c", str(connections), "-d", f"{self.arguments.seconds}s",
             "--timeout", "30s", "-s", str(self.folder / f"{script}.lua"),
             f"http://127.0.0.1:{PORT}"], stdout=subprocess.PIPE, text=True, check=True).stdout
        numbers = [float(n) for n in re.search(r"RESULT (.*)", out).group(1).split()]
        requests, status, broken, timeouts, microseconds, mean, p50, p99 = numbers
        result = collections.namedtuple("Result", "rate mean p50 p99 failed")(
            requests / microseconds * 1e6, mean / 1000, p50 / 1000, p99 / 1000,
            int(status + broken + timeouts))
        return result

    def run(self, name, script, options, hard):
        """The three numbers of connections, quiet or with all that makes it hard."""
        self.serve(*options)
        helpers = []
        commits = None
        if hard:
            commits = Commits(self.indexer, self.articles, self.database)
            helpers += [BadClients(), commits]
        checker = Checker(self.totals, commits)
        helpers.append(checker)
        for helper in helpers:
            helper.start()
        time.sleep(4 if hard else 1)
        for connections in (1, 16, 256):
            result = self.wrk(script, connections)
            extra = ""
            if connections == 1 and not hard:
                count = self.metric('lede_search_duration_seconds_count{endpoint="/v1/search"}')
                total = self.metric('lede_search_duration_seconds_sum{endpoint="/v1/search"}')
                extra = f"; mean {result.mean:.3f} ms, of which searching {1000 * total / max(count, 1):.3f} ms" \
                    if script == "many" else f"; mean {result.mean:.3f} ms"
            print(f"{name:28} {connections:4} connections  {result.rate:8.0f}/s  p50 {result.p50:8.2f} ms"
                  f"  p99 {result.p99:8.2f} ms  failed {result.failed}{extra}", flush=True)
            if result.failed:
                self.failures.append(f"{name}, {connections} connections: {result.failed} failed")
        if hard:
            print(f"{'':28} {self.metric('lede_connections'):.0f} connections open, "
                  f"{commits.done} commits", flush=True)
        for helper in helpers:
            helper.stopped.set()
        for helper in helpers:
            helper.join()
        print(f"{'':28} {checker.asked} answers compared, {len(checker.wrong)} wrong", flush=True)
        self.failures += [f"{name}: {wrong}" for wrong in checker.wrong[:5]]
        self.server.send_signal(signal.SIGTERM)
        if self.server.wait(30) != 0:
            self.failures.append(f"{name}: the server ended with {self.server.returncode}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("articles")
    parser.add_argument("--programs", default="build/release")
    parser.add_argument("--seconds", type=int, default=10)
    arguments = parser.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    bench = Bench(arguments)
    bench.prepare()
    for hard in (False, True):
        suffix = ", bad clients, commits" if hard else ""
        bench.run("cached" + suffix, "few", (), hard)
        bench.run("searched" + suffix, "many", ("--cache", "0"), hard)
    for failure in bench.failures:
        print("FAILED", failure)
    sys.exit(1 if bench.failures else 0)


if __name__ == "__main__":
    main()
