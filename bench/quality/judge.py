#!/usr/bin/env python3
# Ranking quality on judged collections: builds an index of each, runs its queries, scores the run.
# SPDX-License-Identifier: GPL-3.0-or-later
"""judge.py COLLECTIONS [SET ...] [--bin DIR] [--match any|all|auto]

COLLECTIONS holds a folder for each set with corpus.jsonl (also .zst), queries.jsonl (id, text)
and qrels.tsv (query, document, relevance). Prints MAP, nDCG@10, P@10 and recall@100, each the
mean over the queries with a relevant document. nDCG is trec_eval's: gain = relevance, discount
log2(rank + 1). Exits 1 when a set falls below its reference.
"""
import argparse
import json
import math
import pathlib
import subprocess
import sys
import tempfile

# BM25 in Lucene's form with its English analyzer, title and text in one field (k1 1.2, b 0.75).
REFERENCE = {  # MAP, nDCG@10
    "cranfield": (0.4119, 0.5110),
    "cisi": (0.2188, 0.3841),
    "med": (0.5271, 0.6899),
    "npl": (0.2854, 0.4318),
    "cacm": (0.3322, 0.4901),
    "adi": (0.4118, 0.4814),
}


def read_relevance(path):
    relevance = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        query, document, grade = line.split("\t")
        if grade.lstrip("-").isdigit():
            relevance.setdefault(query, {})[document] = int(grade)
    return {q: docs for q, docs in relevance.items() if any(g > 0 for g in docs.values())}


def score(ranked, relevant):
    """Metrics of one ranked list of ids against {id: grade}."""
    gains = [max(0, relevant.get(document, 0)) for document in ranked]
    wanted = sum(grade > 0 for grade in relevant.values())
    ideal = sorted((g for g in relevant.values() if g > 0), reverse=True)

    def dcg(values):
        return sum(gain / math.log2(rank + 2) for rank, gain in enumerate(values[:10]))

    found, precision_sum = 0, 0.0
    for rank, gain in enumerate(gains, 1):
        if gain > 0:
            found += 1
            precision_sum += found / rank
    return {
        "map": precision_sum / wanted,
        "ndcg": dcg(gains) / dcg(ideal),
        "p10": sum(g > 0 for g in gains[:10]) / 10,
        "r100": sum(g > 0 for g in gains[:100]) / wanted,
    }


def run_queries(searcher, database, queries, match, work):
    tsv = work / "queries.tsv"
    with tsv.open("w", encoding="utf-8") as out:
        for line in queries.read_text(encoding="utf-8").splitlines():
            query = json.loads(line)
            out.write(f"{query['id']}\t{' '.join(query['text'].split())}\n")
    command = [searcher, "batch", tsv, "--db", database, "--match", match,
               "--format", "trec", "--limit", "1000"]
    run = {}
    for line in subprocess.run(command, check=True, capture_output=True,
                               text=True).stdout.splitlines():
        query, _, document, *_ = line.split()
        run.setdefault(query, []).append(document)
    return run


def judge(folder, binaries, match):
    relevance = read_relevance(folder / "qrels.tsv")
    corpus = next(p for p in (folder / "corpus.jsonl", folder / "corpus.jsonl.zst") if p.exists())
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        database = work / "lede.db"
        indexed = subprocess.run([binaries / "lede-indexer", "update", corpus, "--db",
                                  database, "--progress", "never"],
                                 capture_output=True, text=True)
        if indexed.returncode > 1:  # 1: some records had neither title nor text
            sys.exit(f"{folder.name}: {indexed.stderr}")
        run = run_queries(binaries / "lede-searcher", database,
                          folder / "queries.jsonl", match, work)
    scores = [score(run.get(query, []), relevant) for query, relevant in relevance.items()]
    return {key: sum(s[key] for s in scores) / len(scores) for key in scores[0]}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("collections", type=pathlib.Path)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--bin", type=pathlib.Path, default=pathlib.Path("build/release"))
    parser.add_argument("--match", default="any", choices=["any", "all", "auto"])
    options = parser.parse_args()
    names = options.sets or sorted(p.parent.name for p in options.collections.glob("*/qrels.tsv"))
    below = 0
    print(f"{'set':10} {'MAP':>7} {'nDCG@10':>8} {'P@10':>7} {'R@100':>7}   against the reference")
    for name in names:
        result = judge(options.collections / name, options.bin.resolve(), options.match)
        line = (f"{name:10} {result['map']:7.4f} {result['ndcg']:8.4f} {result['p10']:7.4f} "
                f"{result['r100']:7.4f}")
        if name in REFERENCE:
            by_map, by_ndcg = (result[key] / wanted - 1
                               for key, wanted in zip(("map", "ndcg"), REFERENCE[name]))
            below += by_map < 0 or by_ndcg < 0
            line += f"   MAP {by_map:+.1%}, nDCG@10 {by_ndcg:+.1%}"
        print(line, flush=True)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
