#!/usr/bin/env python3
# How long a command takes until it prints its first hit, side by side with other engines' commands.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: bench/peers/compare_cold_start.py ARTICLES.jsonl QUERIES.tsv [--build build/release] [--runs 40]
              [--keep FOLDER]

Each run starts a process, waits for the first line of its output and stops the clock; the commands take turns,
each with the next query of the file (words only). What they read is in the page cache by then. Besides Lede:
`sqlite3` on an FTS5 table and `quest` of xapian-examples on Lede's own database. A
command that is not installed is left out, and named.
"""
import argparse
import datetime
import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import compare_indexing
import compare_searching


def words_of(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t", 1) for line in file]
    return [text for kind, text in rows if kind.startswith(("single", "and"))]


def commands(options, folder, engines):
    """By name: from a query to the command that answers it."""
    database = os.path.join(folder, "index-lede")
    own = engines.lede()
    found = {}
    if own:
        searcher = os.path.join(options.build, "lede-searcher")
        found["lede"] = lambda query: [searcher, "search", "--db", database, "--", query]
        if shutil.which("quest"):
            found["quest"] = lambda query: ["quest", "--db", database, "--msize", "10", query]
    fts5 = engines.index("fts5") if shutil.which("sqlite3") else None
    if fts5:
        select = ("SELECT title, snippet(articles, 1, '<b>', '</b>', '…', 60) FROM articles "
                  "WHERE articles MATCH '{}' ORDER BY rank LIMIT 10")
        found["sqlite3"] = lambda query: ["sqlite3", os.path.join(fts5, "articles.db"),
                                          select.format(query.replace("'", ""))]
    return found


def first_line_seconds(command):
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        process.stdout.readline()
        took = time.perf_counter() - begin
        process.stdout.read()
    return took


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("queries")
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--keep", help="folder for the indexes; a temporary one otherwise")
    options = parser.parse_args()
    for name in ("articles", "queries", "build"):
        setattr(options, name, os.path.abspath(getattr(options, name)))
    options.indexer = os.path.join(options.build, "lede-indexer")
    options.passes = 1
    with tempfile.TemporaryDirectory(dir=options.keep) as folder:
        found = commands(options, folder, compare_searching.Engines(options, folder, None))
        for name in {"lede", "quest", "sqlite3"} - set(found):
            print(f"left out: {name}: its programs are not installed", file=sys.stderr)
        seconds = {name: [] for name in found}
        for query in itertools.islice(itertools.cycle(words_of(options.queries)), options.runs):
            for name, command in found.items():
                seconds[name].append(first_line_seconds(command(query)))
    print("| command | first hit, median ms | slowest of ten, ms |\n|---|---:|---:|")
    for name, times in seconds.items():
        print(f"| {name} | {statistics.median(times) * 1000:.1f} | {compare_searching.at(times, 0.9) * 1000:.1f} |")
    name = os.path.join(compare_indexing.RUNS, f"cold-start-{datetime.date.today()}.json")
    with open(name, "w", encoding="utf-8") as file:
        json.dump({"date": str(datetime.date.today()), "processors": os.cpu_count(), "seconds": seconds}, file, indent=1)


if __name__ == "__main__":
    main()
