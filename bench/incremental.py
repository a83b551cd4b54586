#!/usr/bin/env python3
# What small updates cost in a large archive, and what many of them do to the index.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: bench/incremental.py [--build build/release] [--articles 100000] [--updates 1000] [--keep FOLDER]

Writes a folder of invented articles, a file each, and indexes it. Then, again and again, changes one file, runs
`lede-indexer update` and searches for the word that is only in the change, until it is found. In the end: the
size of the index and the time of a search against what they were, and against the same after `compact`.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time


class Archive:
    def __init__(self, folder, build):
        self.articles = os.path.join(folder, "articles")
        self.database = os.path.join(folder, "lede.db")
        self.build = build
        self.files = []

    def write(self, count):
        generator = subprocess.Popen([os.path.join(self.build, "lede-generate"), str(count), "1"],
                                     stdout=subprocess.PIPE)
        for number, line in enumerate(generator.stdout):
            folder = os.path.join(self.articles, f"{number // 1000:03}")
            os.makedirs(folder, exist_ok=True)
            name = os.path.join(folder, f"{number}.json")
            with open(name, "wb") as file:
                file.write(line)
            self.files.append(name)
        if generator.wait() != 0:
            sys.exit("lede-generate failed")

    def update(self):
        subprocess.run([os.path.join(self.build, "lede-indexer"), "update", self.articles, "--db", self.database,
                        "--progress", "never"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def ids(self, query):
        found = subprocess.run([os.path.join(self.build, "lede-searcher"), "search", "--db", self.database, "--ids",
                                "--match", "all", "--", query], check=False, stdout=subprocess.PIPE, text=True)
        return found.stdout.split()

    def change(self, number, word):
        with open(self.files[number], encoding="utf-8") as file:
            article = json.load(file)
        article["text"] += f"\nThe word is {word}."
        with open(self.files[number], "w", encoding="utf-8") as file:
            json.dump(article, file)

    def bytes(self):
        return sum(os.path.getsize(os.path.join(self.database, name)) for name in os.listdir(self.database))

    def search_seconds(self):
        """The median of searches for words that many articles have."""
        with open(self.files[0], encoding="utf-8") as file:
            words = sorted(set(json.load(file)["text"].lower().split()))[:20]
        times = []
        for word in words:
            begin = time.monotonic()
            self.ids(word)
            times.append(time.monotonic() - begin)
        return statistics.median(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--articles", type=int, default=100000)
    parser.add_argument("--updates", type=int, default=1000)
    parser.add_argument("--keep", help="folder for the archive; a temporary one otherwise")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.keep) as folder:
        archive = Archive(folder, os.path.abspath(options.build))
        archive.write(options.articles)
        begin = time.monotonic()
        archive.update()
        print(f"first build of {options.articles} files: {time.monotonic() - begin:.1f} s")
        before = (archive.bytes(), archive.search_seconds())
        seconds = []
        for number in range(options.updates):
            word = f"qzx{number}qzx"
            archive.change(number * 7919 % options.articles, word)
            begin = time.monotonic()
            archive.update()
            if len(archive.ids(word)) != 1:
                sys.exit(f"change {number} is not found")
            seconds.append(time.monotonic() - begin)
        after = (archive.bytes(), archive.search_seconds())
        print(f"changed to found: median {statistics.median(seconds):.2f} s, slowest {max(seconds):.2f} s, "
              f"first ten {statistics.median(seconds[:10]):.2f} s, last ten {statistics.median(seconds[-10:]):.2f} s")
        print(f"after {options.updates} updates: index {after[0] / before[0]:.3f} of its size before, "
              f"a search {after[1] / before[1]:.2f} of its time before ({before[1] * 1000:.1f} ms)")


if __name__ == "__main__":
    main()
