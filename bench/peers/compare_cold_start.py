#!/usr/bin/env python3
# How long a command takes until it prints its first hit, side by side with other engines' commands.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: bench/peers/compare_cold_start.py ARTICLES.jsonl QUERIES.tsv [--build build/release] [--rounds 40]
              [--engines lede,xapian,fts5,…] [--keep FOLDER] [--runs FOLDER]

Each run starts a process, waits for the first line of its output that is about a hit, and stops the clock; the commands
take turns, each with the next query of the file (words only). What they read is in the page cache by then. Besides Lede:
`quest` on Lede's own database (xapian) and on omindex's, `sqlite3` on an FTS5 table, `groonga`, and `recollq`.
PostgreSQL has no command that searches without a server. An engine that is not installed is left out, and named.
"""
import functools
import itertools
import re
import statistics
import subprocess
import time

import side_by_side

ENGINES = ("lede", "xapian", "fts5", "groonga", "omindex", "recoll")


def words_of(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t", 1) for line in file]
    return [text.replace(" AND ", " ") for kind, text in rows if kind.startswith(("single", "and"))]


def first_hit_seconds(command, hit):
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        line = process.stdout.readline()
        while line and not re.match(hit, line):
            line = process.stdout.readline()
        took = time.perf_counter() - begin
        process.stdout.read()
    return took


def work_of(queries, engine):
    engine.first_hit("", "")  # whether it has such a command is known before its index is made
    index = engine.index()
    asked = itertools.cycle(queries)
    return lambda: first_hit_seconds(engine.first_hit(index, next(asked)), engine.hit)


def main():
    parser = side_by_side.parser(__doc__, ENGINES, rounds=40)
    parser.add_argument("queries")
    options = parser.parse_args()
    with side_by_side.bench(options) as bench:
        work = side_by_side.ready(options, bench, functools.partial(work_of, words_of(options.queries)))
        seconds = side_by_side.in_turns(options.rounds, work)
    print("| command | first hit, median ms | slowest of ten, ms |\n|---|---:|---:|")
    for name, times in seconds.items():
        print(f"| {name} | {statistics.median(times) * 1000:.1f} | {side_by_side.at(times, 0.9) * 1000:.1f} |")
    side_by_side.save(options.runs, "cold-start", options.articles, {"seconds": seconds})


if __name__ == "__main__":
    main()
