#!/usr/bin/env python3
# What it costs to search an archive in several databases at once, and whether the answers stay the same.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: bench/shards.py [--build build/release] [--articles 100000] [--shards 1,4,16] [--each 20]
              [--keep FOLDER] [--runs FOLDER]

Deals invented articles to so many databases in turn, which is how Xapian numbers documents of several databases,
indexes each, and asks the same queries of all of them together: times of a warm process with one thread, and the share
of queries whose ten ids are those of the single database, in the same order. Raw figures go to bench/runs/.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

import growth
from growth import SEED, rows
from side_by_side import add_folders, save


class Shards(growth.Archive):
    """Searched as an archive is, but for `database`, which names all of them with commas between."""

    def __init__(self, folder, build, count, number):
        super().__init__(folder, build, count)
        self.databases = [os.path.join(folder, f"{shard}.db") for shard in range(number)]
        self.database = ",".join(self.databases)

    def index_all(self):
        names = [os.path.join(self.folder, f"{shard}.jsonl") for shard in range(len(self.databases))]
        outs = [open(name, "wb") for name in names]
        with subprocess.Popen([self.program("lede-generate"), str(self.count), SEED], stdout=subprocess.PIPE) as articles:
            for number, line in enumerate(articles.stdout):
                outs[number % len(outs)].write(line)
        for out, name, database in zip(outs, names, self.databases):
            out.close()
            growth.measured([self.program("lede-indexer"), "update", name, "--db", database, "--progress", "never"])
            os.remove(name)

    def ids(self, queries):
        """The ten best of each query, in order."""
        databases = [word for database in self.databases for word in ("--db", database)]
        with open(queries, encoding="utf-8") as file:
            asked = [line.rstrip("\n").split("\t") for line in file]
        return [growth.measured([self.program("lede-searcher"), "search", *databases, "--ids", "--match",
                                 growth.match_of(kind), "--", text])[0] for kind, text in asked]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--articles", type=int, default=100000)
    parser.add_argument("--shards", default="1,4,16", help="the first is what the others are compared with")
    parser.add_argument("--each", type=int, default=20)
    add_folders(parser)
    options = parser.parse_args()
    results, first = {}, None
    for number in map(int, options.shards.split(",")):
        folder = tempfile.mkdtemp(dir=options.keep)
        try:
            shards = Shards(folder, os.path.abspath(options.build), options.articles, number)
            shards.index_all()
            queries = shards.generated("queries.tsv", "--queries", str(options.each), str(growth.DRAWN_FROM))
            found = shards.ids(queries)
            first = first or found
            same = sum(ours == theirs for ours, theirs in zip(found, first)) / len(first)
            results[number] = shards.search_warm(queries) | {"same": same}
        finally:
            shutil.rmtree(folder)
        print(f"{number} databases measured", file=sys.stderr)
    kinds = next(iter(results.values()))["milliseconds"]["ids"]
    for what in ("ids", "passages"):
        columns = [run["milliseconds"][what] for run in results.values()]
        body = [[kind, *(f"{column[kind]['p50']:.2f} / {column[kind]['p99']:.1f}" for column in columns)]
                for kind in kinds]
        print(rows([f"{what}, p50 / p99 ms", *map(str, results)], body) + "\n")
    print(rows(["", *map(str, results)], [["the same ten", *(f"{run['same']:.0%}" for run in results.values())]]))
    save(options.runs, "shards", "generated", {"articles_indexed": options.articles, "shards": results})


if __name__ == "__main__":
    main()
