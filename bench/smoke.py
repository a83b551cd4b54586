#!/usr/bin/env python3
# Runs every script that measures, for a moment, so that none rots.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: bench/smoke.py BUILD"""
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ARTICLES = "300"


def generated(build, name, *arguments):
    with open(name, "wb") as out:
        subprocess.run([os.path.join(build, "lede-generate"), *arguments, ARTICLES, "1"], check=True, stdout=out)
    return name


def main():
    build = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        articles = generated(build, os.path.join(folder, "articles.jsonl"))
        queries = generated(build, os.path.join(folder, "queries.tsv"), "--queries", "1")
        few = ["--build", build, "--keep", folder, "--runs", os.path.join(folder, "runs")]
        peers = [*few, "--rounds", "1", "--engines"]
        for script, *arguments in (
                ("growth.py", *few, "--articles", ARTICLES, "--each", "1", "--cold", "1"),
                ("shards.py", *few, "--articles", ARTICLES, "--each", "1", "--shards", "1,2"),
                ("peers/compare_indexing.py", articles, *peers, "lede,lede-files,xapian"),
                ("peers/compare_searching.py", articles, queries, *peers, "lede,xapian", "--passes", "1"),
                ("peers/compare_cold_start.py", articles, queries, *peers, "lede,postgresql")):
            subprocess.run([sys.executable, os.path.join(HERE, script), *arguments], check=True)
        runs = sorted(os.listdir(os.path.join(folder, "runs")))
        for name in runs:
            with open(os.path.join(folder, "runs", name), encoding="utf-8") as file:
                json.load(file)
        if [name.split("-", 1)[0] for name in runs] != ["cold", "growth", "indexing", "searching", "shards"]:
            sys.exit(f"raw figures of each script are expected, not {runs}")


if __name__ == "__main__":
    main()
