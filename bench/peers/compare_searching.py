#!/usr/bin/env python3
# Asks Lede and what else one would pick the same questions, in turns, and prints tables.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: bench/peers/compare_searching.py ARTICLES.jsonl QUERIES.tsv [--build build/release]
              [--rounds 3] [--passes 3] [--engines lede,xapian,lucene,…] [--keep FOLDER] [--runs FOLDER]

QUERIES.tsv has lines of class, tab, query; the class says how it is meant: or_… and question_… want any
of the words, phrase… the phrase, prefix… the words that begin so, all others every word. Each engine runs
in a process of its own, warm, one thread; the engines take turns, and a query's time is the median of all
its times, or its only one where that is over 0.2 s. Times are for the ten best by rank: their ids alone, and with
titles and highlighted passages. Before anything is printed, the numbers of articles found are compared: engines
that cut words otherwise find a few more or less. In the end: what making the indexes took, once and not in turns.

`scripts/install-packages --peers` installs the others. An engine whose programs are missing is left out, and named.
"""
import collections
import functools
import statistics
import subprocess
import sys

import compare_indexing
import engines
import side_by_side
from side_by_side import at

ENGINES = ("lede", "xapian", "lucene", "fts5", "sphinx", "groonga", "postgresql")


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


def indexed_by_name(bench):
    return {name: bench.indexed[engine] for name, engine in engines.ALL.items() if engine in bench.indexed}


def figures(medians, shares, indexed):
    return {"agreement": shares, "indexed": indexed,
            "classes": {engine: {what: {kind: {"p50": at(values, 0.5), "p99": at(values, 0.99)}
                                        for kind, values in by_class(times, column).items()}
                                 for what, column in (("ids", 1), ("passages", 2))}
                        for engine, times in medians.items()}}


def work_of(engine):
    return functools.partial(times_of, engine.searching(engine.index()))


def main():
    parser = side_by_side.parser(__doc__, ENGINES, rounds=3)
    parser.add_argument("queries")
    parser.add_argument("--passes", type=int, default=3)
    options = parser.parse_args()
    with side_by_side.bench(options) as bench:
        rounds = side_by_side.in_turns(options.rounds, side_by_side.ready(options, bench, work_of))
        indexed, text_bytes = indexed_by_name(bench), bench.text_bytes
    medians = {name: merged(all_rounds) for name, all_rounds in rounds.items()}
    shares = agreement(medians)
    print("articles found as by the first: " + ", ".join(f"{name} {share:.0%}" for name, share in shares.items()))
    print("\nten ids\n" + table(medians, 1) + "\n\nten with highlighted passages\n" + table(medians, 2))
    print("\nindexed once\n" + compare_indexing.table(indexed, text_bytes))
    side_by_side.save(options.runs, "searching", options.articles, figures(medians, shares, indexed))


if __name__ == "__main__":
    main()
