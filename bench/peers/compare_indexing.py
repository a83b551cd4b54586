#!/usr/bin/env python3
# Indexes the same articles with Lede and with what else one would pick, in turns, and prints a table.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: bench/peers/compare_indexing.py ARTICLES.jsonl [--build build/release] [--rounds 5]
              [--engines lede,lede-1,xapian,…] [--keep FOLDER] [--runs FOLDER]

`scripts/install-packages --peers` installs the others. An engine whose programs are missing is left out, and named.
Every engine gets the same titles and texts, in the form it reads best: Lede as JSON lines, most others as lines with
tabs, those that index files (lede-files, omindex, recoll) as a folder of text files. Raw figures go to bench/runs/.
"""
import functools
import statistics

import engines
import side_by_side
from engines.engine import index_into

HEADS = ("engine", "time against the first", "seconds", "CPU seconds", "MB of text/s", "peak MiB",
         "index, bytes a byte of text", "what is in it")


def table(medians, text_bytes):
    first = next(iter(medians.values()))
    lines = ["| " + " | ".join(HEADS) + " |", "|---|" + "---:|" * (len(HEADS) - 2) + "---|"]
    for name, run in medians.items():
        cells = (name, f"{run['wall'] / first['wall']:.2f}", f"{run['wall']:.1f}", f"{run['cpu']:.1f}",
                 f"{text_bytes / 1e6 / run['wall']:.1f}", f"{run['rss_mib']:.0f}",
                 f"{run['index_bytes'] / text_bytes:.2f}", engines.ALL[name].holds)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def work_of(engine):
    out = engine.bench.path("index")
    return functools.partial(index_into, engine, out)


def main():
    options = side_by_side.parser(__doc__, engines.ALL, rounds=5).parse_args()
    with side_by_side.bench(options) as bench:
        runs = side_by_side.in_turns(options.rounds, side_by_side.ready(options, bench, work_of))
        text_bytes = bench.text_bytes
    medians = {name: {key: statistics.median(run[key] for run in all_runs)
                      for key in ("wall", "cpu", "rss_mib", "index_bytes")} for name, all_runs in runs.items()}
    print(table(medians, text_bytes))
    side_by_side.save(options.runs, "indexing", options.articles, {"text_bytes": text_bytes, "runs": runs})


if __name__ == "__main__":
    main()
