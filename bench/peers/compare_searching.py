#!/usr/bin/env python3
# Asks Lede and what else one would pick the same questions, in turns, and prints tables.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: bench/peers/compare_searching.py ARTICLES.jsonl QUERIES.tsv [--build build/release]
              [--rounds 3] [--passes 3] [--engines lede,xapian,lucene,fts5,sphinx] [--keep FOLDER]

QUERIES.tsv has lines of class, tab, query; the class says how it is meant: or_… and question_… want any
of the words, phrase… the phrase, prefix… the words that begin so, all others every word. Each engine runs
in a process of its own, warm, one thread; the engines take turns, and a query's time is the median of all
its times. Times are for the ten best by rank: their ids alone, and with titles and highlighted passages.
Before anything is printed, the numbers of articles found are compared: engines that cut words otherwise
find a few more or less.

Needs, for those asked for: what compare_indexing.py needs, liblucene8-java with its highlighter (lucene),
libmariadb-dev (sphinx). An engine whose programs are missing is left out, and named.
"""
import argparse
import collections
import contextlib
import datetime
import glob
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import compare_indexing

HERE = compare_indexing.HERE
ROOT = os.path.dirname(os.path.dirname(HERE))
LUCENE = ("core", "analyzers-common", "highlighter", "memory", "queries", "queryparser")

SERVER = """
searchd
{{
  listen = {folder}/sphinx.sock:mysql41
  pid_file = {folder}/searchd.pid
  binlog_path =
  workers = threads
}}
"""


def built(*command):
    return subprocess.run(command, check=False).returncode == 0


class Engines:
    """Each method prepares an engine's index and gives the command that prints its times, or None."""

    def __init__(self, options, folder, servers):
        self.options = options
        self.folder = folder
        self.servers = servers
        self.indexing = compare_indexing.Bench(options, folder)
        self.passes = str(options.passes)

    def index(self, engine):
        out = os.path.join(self.folder, "index-" + engine)
        command = self.indexing.prepare(engine)
        if command is None:
            return None
        if engine != "lede":
            os.makedirs(out, exist_ok=True)
        return out if built(*command(out)) else None

    def program(self, name, *libraries):
        out = os.path.join(self.folder, name)
        source = os.path.join(HERE, name + ".cc")
        return out if built("g++", "-std=c++20", "-O2", f"-I{ROOT}", "-o", out, source, *libraries) else None

    def own(self, kind):
        database = os.path.join(self.folder, "index-lede")
        if not os.path.exists(database) and self.index("lede") is None:
            return None
        return [os.path.join(self.options.build, "bench/lede-peer-search"), kind, database, self.options.queries, self.passes]

    def lede(self):
        return self.own("lede")

    def xapian(self):
        return self.own("xapian")

    def fts5(self):
        out, program = self.index("fts5"), self.program("search_fts5", "-lsqlite3")
        return [program, os.path.join(out, "articles.db"), self.options.queries, self.passes] if out and program else None

    def lucene(self):
        jars = [jar for part in LUCENE for jar in glob.glob(f"/usr/share/java/lucene-{part}-8*.jar")]
        out = self.index("lucene")
        if out is None or len(jars) < len(LUCENE):
            return None
        path = ":".join(jars + [self.folder])
        if not built("javac", "-cp", path, "-d", self.folder, os.path.join(HERE, "SearchLucene.java")):
            return None
        return ["java", "-Xmx2g", "-cp", path, "SearchLucene", out, self.options.queries, self.passes]

    def sphinx(self):
        program = self.program("search_sphinx", "-lmariadb") if shutil.which("searchd") else None
        out = self.index("sphinx") if program else None
        if out is None:
            return None
        config = os.path.join(self.folder, "sphinx.conf")
        with open(config, "a", encoding="utf-8") as file:
            file.write(SERVER.format(folder=self.folder))
        server = self.servers.enter_context(
            subprocess.Popen(["searchd", "--console", "--config", config], stdout=subprocess.DEVNULL))
        self.servers.callback(server.terminate)
        socket = os.path.join(self.folder, "sphinx.sock")
        for _ in range(100):
            if os.path.exists(socket):
                return [program, socket, self.options.queries, self.passes]
            time.sleep(0.1)
        return None


def times_of(command):
    """By (class, query): found, milliseconds for ids, milliseconds with passages or None."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    times = {}
    for line in done.stdout.splitlines():
        kind, query, found, ids, passages = line.split("\t")
        times[kind, query] = (int(found), float(ids), None if passages == "-" else float(passages))
    return times


def at(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def merged(rounds):
    """The median of each query's rounds."""
    result = {}
    for query, (found, _, passages) in rounds[0].items():
        ids = statistics.median(r[query][1] for r in rounds)
        with_passages = None if passages is None else statistics.median(r[query][2] for r in rounds)
        result[query] = (found, ids, with_passages)
    return result


def by_class(times, column):
    classes = collections.defaultdict(list)
    for (kind, _), values in times.items():
        if values[column] is not None:
            classes[kind].append(values[column])
            classes["all"].append(values[column])
    return classes


def table(engines, column):
    """p50 and p99 of each class: milliseconds of the first engine, and the others' against it."""
    columns = {name: by_class(times, column) for name, times in engines.items()}
    columns = {name: classes for name, classes in columns.items() if classes}
    first = next(iter(columns))
    heads = [f"{first}, p50 / p99 ms"] + [f"{name}, times that" for name in columns if name != first]
    lines = ["| class | " + " | ".join(heads) + " |", "|---|" + "---:|" * len(columns)]
    for kind, values in columns[first].items():
        p50, p99 = at(values, 0.5), at(values, 0.99)
        cells = [f"{p50:.2f} / {p99:.1f}"]
        for name, classes in columns.items():
            if name != first:
                cells.append(f"{at(classes[kind], 0.5) / p50:.2f} / {at(classes[kind], 0.99) / p99:.2f}")
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def agreement(engines):
    """For each engine the share of queries whose count is within a tenth of the first engine's. Counts from 1,000 up
    are bounds with most engines, and left out."""
    first = next(iter(engines.values()))
    shares = {}
    for name, times in engines.items():
        compared = [(first[query][0], times[query][0]) for query in first
                    if first[query][0] < 1000 and times[query][0] < 1000]
        near = sum(abs(a - b) <= max(1, 0.1 * max(a, b)) for a, b in compared)
        shares[name] = near / max(1, len(compared))
    return shares


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("queries")
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--engines", default="lede,xapian,lucene,fts5,sphinx")
    parser.add_argument("--keep", help="folder for the indexes; a temporary one otherwise")
    options = parser.parse_args()
    for name in ("articles", "queries", "build"):
        setattr(options, name, os.path.abspath(getattr(options, name)))
    options.indexer = os.path.join(options.build, "lede-indexer")
    with tempfile.TemporaryDirectory(dir=options.keep) as folder, contextlib.ExitStack() as servers:
        engines = Engines(options, folder, servers)
        commands = {}
        for name in options.engines.split(","):
            command = getattr(engines, name)()
            if command is None:
                print(f"left out: {name}: its programs are not installed", file=sys.stderr)
            else:
                commands[name] = command
        rounds = {name: [] for name in commands}
        for number in range(options.rounds):
            for name, command in commands.items():
                rounds[name].append(times_of(command))
                print(f"round {number + 1}: {name}", file=sys.stderr)
    medians = {name: merged(all_rounds) for name, all_rounds in rounds.items()}
    shares = agreement(medians)
    print("articles found as by the first: " + ", ".join(f"{name} {share:.0%}" for name, share in shares.items()))
    print("\nten ids\n" + table(medians, 1) + "\n\nten with highlighted passages\n" + table(medians, 2))
    os.makedirs(compare_indexing.RUNS, exist_ok=True)
    name = os.path.join(compare_indexing.RUNS, f"searching-{datetime.date.today()}.json")
    with open(name, "w", encoding="utf-8") as file:
        json.dump({"date": str(datetime.date.today()), "articles": os.path.basename(options.articles),
                   "queries": os.path.basename(options.queries), "processors": os.cpu_count(),
                   "machine": platform.platform(), "agreement": shares,
                   "classes": {engine: {what: {kind: {"p50": at(values, 0.5), "p99": at(values, 0.99)}
                                               for kind, values in by_class(times, column).items()}
                                        for what, column in (("ids", 1), ("passages", 2))}
                               for engine, times in medians.items()}}, file, indent=1)
    print(f"raw figures: {os.path.relpath(name)}", file=sys.stderr)


if __name__ == "__main__":
    main()
