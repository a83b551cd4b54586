#!/usr/bin/env python3
"""Measures lede-searcher serve under load, and whether every answer is right meanwhile.

SPDX-License-Identifier: GPL-3.0-or-later
Usage: bench/load/serve_load.py ARTICLES.jsonl [--programs build/release] [--seconds 3]

Needs wrk. Builds a database of the articles in a temporary folder, serves it on loopback, and runs
wrk with 1, 16 and 256 connections: asking the same few questions, which the cache answers, and
asking different ones with the cache turned off. By turns without and with clients that hold
connections open without asking (2,000) or send a byte a second (200), and then with them while the
indexer commits every few seconds. A checker asks meanwhile and compares: totals must be those the
command line gave before, what was indexed must be found. Any status but 200, any socket error and
any wrong total makes it fail.
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
CONNECTIONS = (1, 16, 256)
ROUNDS = 3

Result = collections.namedtuple("Result", "rate mean p50 p99 failed")

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


class Helper(threading.Thread):
    """Works beside wrk until it is stopped."""

    def __init__(self):
        super().__init__(daemon=True)
        self.stopped = threading.Event()

    def stop(self):
        self.stopped.set()
        self.join()


class BadClients(Helper):
    """Connections that ask nothing or send a byte a second; opened again when closed."""

    def __init__(self):
        super().__init__()
        self.ready = threading.Event()

    def open(self, slow):
        try:
            client = socket.create_connection(("127.0.0.1", PORT), timeout=5)
            client.setblocking(False)
            if slow:
                client.send(b"GET /v1/search?q=a HTTP/1.1\r\nX-Slow: ")
            return client
        except OSError:
            return None

    def run(self):
        idle = [self.open(False) for _ in range(IDLE)]
        slow = [self.open(True) for _ in range(SLOW)]
        self.ready.set()
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


class Commits(Helper):
    """Adds an article every few seconds, of words that no query of the others has."""

    def __init__(self, indexer, folder, database):
        super().__init__()
        self.command = [indexer, "update", str(folder), "--db", str(database),
                        "--progress", "never"]
        self.folder = folder
        self.done = 0

    def run(self):
        while not self.stopped.wait(COMMIT_SECONDS):
            name = f"qzxload{self.done}"
            (self.folder / f"{name}.txt").write_text(f"{name}\n\nqzxload and {name}.\n")
            subprocess.run(self.command, check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
            self.done += 1


class Checker(Helper):
    """Asks what is known, and complains about any other answer."""

    def __init__(self, totals, commits):
        super().__init__()
        self.totals = totals
        self.commits = commits
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

    def wrk(self, script, connections, seconds):
        out = subprocess.run(
            ["wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s",
             "--timeout", "30s", "-s", str(self.folder / f"{script}.lua"),
             f"http://127.0.0.1:{PORT}"], stdout=subprocess.PIPE, text=True, check=True).stdout
        numbers = [float(n) for n in re.search(r"RESULT (.*)", out).group(1).split()]
        requests, status, broken, timeouts, microseconds, mean, p50, p99 = numbers
        return Result(requests / microseconds * 1e6, mean / 1000, p50 / 1000, p99 / 1000,
                      int(status + broken + timeouts))

    def check(self, result, what):
        if result.failed:
            self.failures.append(f"{what}: {result.failed} failed")

    def compare(self, name, script):
        """Without and with clients that dawdle, by turns, because a machine is never alone."""
        for connections in CONNECTIONS:
            rounds = {False: [], True: []}
            for turn in range(2 * ROUNDS):
                bad = BadClients() if turn % 2 else None
                if bad:
                    bad.start()
                    bad.ready.wait()
                rounds[bool(bad)].append(self.wrk(script, connections, self.arguments.seconds))
                if bad:
                    bad.stop()
            for is_bad, results in rounds.items():
                middle = sorted(results, key=lambda result: result.p99)[ROUNDS // 2]
                self.show(name + (f", {IDLE} idle and {SLOW} slow clients" if is_bad else ""),
                          connections, middle)
                for result in results:
                    self.check(result, f"{name}, {connections} connections")

    @staticmethod
    def show(name, connections, result):
        print(f"{name:50} {connections:4} connections {result.rate:7.0f}/s"
              f"  p50 {result.p50:8.2f} ms  p99 {result.p99:8.2f} ms  failed {result.failed}",
              flush=True)

    def overhead(self):
        """What a search costs beyond the library's call: the server's own figures."""
        self.wrk("many", 1, self.arguments.seconds)
        before = self.sums()
        result = self.wrk("many", 1, self.arguments.seconds)
        searches, seconds = (after - b for after, b in zip(self.sums(), before))
        inside = 1000 * seconds / searches
        print(f"one connection: {result.mean:.3f} ms a search, {inside:.3f} ms of them the "
              f"library's call and its JSON", flush=True)

    def sums(self):
        labels = '{endpoint="/v1/search"}'
        return (self.metric(f"lede_search_duration_seconds_count{labels}"),
                self.metric(f"lede_search_duration_seconds_sum{labels}"))

    def commit(self, name, script):
        """Bad clients, and commits all the while; a checker compares answers."""
        bad, commits = BadClients(), Commits(self.indexer, self.articles, self.database)
        checker = Checker(self.totals, commits)
        for helper in (bad, commits, checker):
            helper.start()
        bad.ready.wait()
        for connections in CONNECTIONS:
            result = self.wrk(script, connections, 2 * self.arguments.seconds)
            self.show(name + ", with them and commits", connections, result)
            self.check(result, f"{name}, commits, {connections} connections")
        print(f"  {self.metric('lede_connections'):.0f} connections open, {commits.done} commits")
        for helper in (bad, commits, checker):
            helper.stop()
        print(f"  {checker.asked} answers compared, {len(checker.wrong)} wrong", flush=True)
        self.failures += [f"{name}: {wrong}" for wrong in checker.wrong[:5]]

    def stop(self):
        self.server.send_signal(signal.SIGTERM)
        if self.server.wait(30) != 0:
            self.failures.append(f"the server ended with {self.server.returncode}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("articles")
    parser.add_argument("--programs", default="build/release")
    parser.add_argument("--seconds", type=int, default=3)
    arguments = parser.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    bench = Bench(arguments)
    bench.prepare()
    for name, script, options in (("cached", "few", ()), ("searched", "many", ("--cache", "0"))):
        bench.serve(*options)
        if script == "many":
            bench.overhead()
        bench.compare(name, script)
        bench.commit(name, script)
        bench.stop()
    for failure in bench.failures:
        print("FAILED", failure)
    sys.exit(1 if bench.failures else 0)


if __name__ == "__main__":
    main()
