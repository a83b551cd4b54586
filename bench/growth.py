#!/usr/bin/env python3
# What indexing and searching cost as an archive grows: time, memory, size, and pages that are not in memory.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: bench/growth.py [--build build/release] [--articles 10000,100000,1000000] [--each 50] [--cold 3]
              [--keep FOLDER] [--runs FOLDER]

For each number of invented articles: indexes them with two jobs; asks the same queries, EACH of ten classes, drawn from
the first ten thousand articles, ten ids and ten with passages, in one warm process; and runs `lede-searcher search` for
COLD queries of each class, each once with none of the database in memory and once again. A million articles need
15 GB of disk while they are measured. Raw figures go to bench/runs/.
"""
import argparse
import collections
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers"))
from side_by_side import add_folders, at, save  # noqa: E402

SEED = "1"
DRAWN_FROM = 10000  # so that all sizes can be asked the same


def measured(command):
    """Output, wall and processor seconds, peak memory, and bytes read from the disk."""
    with tempfile.TemporaryFile() as output:
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode > 1:  # 1 says of a search that nothing is found
            sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
        output.seek(0)
        return output.read().decode(), {"seconds": wall, "cpu": usage.ru_utime + usage.ru_stime,
                                        "rss_mib": usage.ru_maxrss / 1024, "read_bytes": usage.ru_inblock * 512}


def match_of(kind):
    return "any" if kind.startswith(("or_", "question_")) else "all"


class Archive:
    def __init__(self, folder, build, count):
        self.folder = folder
        self.build = build
        self.count = count
        self.database = os.path.join(folder, "lede.db")

    def program(self, name):
        return os.path.join(self.build, name)

    def generated(self, name, *arguments):
        with open(os.path.join(self.folder, name), "wb") as out:
            subprocess.run([self.program("lede-generate"), *arguments, SEED], check=True, stdout=out)
        return out.name

    def tables(self):
        return {name: os.path.getsize(os.path.join(self.database, name)) for name in sorted(os.listdir(self.database))}

    def each_table(self, work):
        for name in self.tables():
            descriptor = os.open(os.path.join(self.database, name), os.O_RDONLY)
            work(descriptor)
            os.close(descriptor)

    def index(self):
        articles = self.generated("articles.jsonl", str(self.count))
        os.sync()
        command = [self.program("lede-indexer"), "update", articles, "--db", self.database, "--jobs", "2", "--json",
                   "--progress", "never"]
        said, figures = measured(command)
        begin = time.monotonic()
        self.each_table(os.fsync)
        figures["seconds"] += time.monotonic() - begin
        os.remove(articles)
        return figures | {"text_bytes": json.loads(said)["text_bytes"], "tables": self.tables()}

    def search_warm(self, queries):
        said, figures = measured([self.program("bench/lede-peer-search"), "lede", self.database, queries, "1"])
        classes = {what: collections.defaultdict(list) for what in ("ids", "passages")}
        for line in said.splitlines():
            kind, _, _, *times = line.split("\t")
            for what, milliseconds in zip(classes, times):
                classes[what][kind].append(float(milliseconds))
                classes[what]["all"].append(float(milliseconds))
        return {"rss_mib": figures["rss_mib"],
                "milliseconds": {what: {kind: {"p50": at(times, 0.5), "p99": at(times, 0.99),
                                               "mean": statistics.mean(times)}
                                        for kind, times in by_kind.items()} for what, by_kind in classes.items()}}

    def search_cold(self, queries, each):
        """A command for each query with the database out of memory, and then in it."""
        results = collections.defaultdict(lambda: {"cold": [], "warm": []})
        for kind, text in queries:
            if len(results[kind]["cold"]) == each:
                continue
            command = [self.program("lede-searcher"), "search", "--db", self.database, "--match", match_of(kind), "--",
                       text]
            self.each_table(lambda descriptor: os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED))
            for memory in ("cold", "warm"):
                results[kind][memory].append(measured(command)[1])
        return results

    def measure(self, each, cold):
        indexing = self.index()
        queries = self.generated("queries.tsv", "--queries", str(each), str(DRAWN_FROM))
        with open(queries, encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file]
        return {"indexing": indexing, "warm": self.search_warm(queries), "cold": self.search_cold(rows, cold)}


def rows(head, body):
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] + ["---:"] * (len(head) - 1), *body])


def indexing_table(sizes):
    body = []
    for count, figures in sizes.items():
        run = figures["indexing"]
        text = run["text_bytes"]
        tables = [run["tables"][f"{name}.glass"] / text for name in ("position", "termlist", "docdata", "postlist")]
        body.append([f"{count:,}", f"{text / 1e6:,.0f}", f"{run['seconds']:.1f}", f"{run['cpu']:.1f}",
                     f"{text / 1e6 / run['seconds']:.1f}", f"{run['rss_mib']:.0f}",
                     f"{sum(run['tables'].values()) / 1e6:,.0f}", f"{sum(run['tables'].values()) / text:.2f}",
                     *(f"{table:.2f}" for table in tables)])
    return rows(["articles", "MB of text", "seconds", "CPU seconds", "MB/s", "peak MiB", "MB of index", "a byte of text",
                 "position", "termlist", "docdata", "postlist"], body)


def warm_table(sizes, what):
    columns = [figures["warm"]["milliseconds"][what] for figures in sizes.values()]
    body = [[kind, *(f"{column[kind]['p50']:.2f} / {column[kind]['p99']:.1f}" for column in columns)]
            for kind in columns[0]]
    return rows([f"{what}, p50 / p99 ms", *(f"{count:,}" for count in sizes)], body)


def cold_table(sizes):
    body = []
    for count, figures in sizes.items():
        runs = {memory: [run for kind in figures["cold"].values() for run in kind[memory]]
                for memory in ("cold", "warm")}
        seconds = {memory: [run["seconds"] * 1000 for run in all_runs] for memory, all_runs in runs.items()}
        read = [run["read_bytes"] / 1e6 for run in runs["cold"]]
        body.append([f"{count:,}", *(f"{statistics.median(seconds[memory]):.1f} / {max(seconds[memory]):.0f}"
                                     for memory in ("warm", "cold")), f"{statistics.median(read):.1f} / {max(read):.0f}",
                     f"{figures['warm']['rss_mib']:.0f}"])
    return rows(["articles", "warm, median / slowest ms", "cold, median / slowest ms", "read, median / most MB",
                 "peak MiB of a warm process"], body)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--articles", default="10000,100000,1000000")
    parser.add_argument("--each", type=int, default=50)
    parser.add_argument("--cold", type=int, default=3)
    add_folders(parser)
    options = parser.parse_args()
    sizes = {}
    for count in map(int, options.articles.split(",")):
        folder = tempfile.mkdtemp(dir=options.keep)
        try:
            sizes[count] = Archive(folder, os.path.abspath(options.build), count).measure(options.each, options.cold)
        finally:
            shutil.rmtree(folder)
        print(f"{count:,} articles measured", file=sys.stderr)
    for part in (indexing_table(sizes), warm_table(sizes, "ids"), warm_table(sizes, "passages"), cold_table(sizes)):
        print(part + "\n")
    save(options.runs, "growth", "generated", {"sizes": sizes})


if __name__ == "__main__":
    main()
