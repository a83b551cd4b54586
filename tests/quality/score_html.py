#!/usr/bin/env python3
# Scores what `lede-indexer extract` takes from saved pages against what people marked as the article.
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: score_html.py BINARY DATA [--half 0|1] [--worst N] [--limits]

DATA holds the unpacked pages and what is true of them; where it is missing, nothing is measured:
  articles/KEY.html   articles_ground_truth.json   {KEY: {"articleBody": text}}
  segments/FILE       segments_ground_truth.json   {address: {"file", "with": […], "without": […]}}

articles: precision and recall of 4-word shingles, each the mean over the pages, and the F of both.
segments: F of pieces that must be in the text and pieces that must not.
--half    only the pages of that half, drawn by the hash of the page's name: tune on one, check on
          the other
--worst   also shows the N worst pages of each set, with what is missing and what is too much
--limits  exit code 1 when a figure is below what CONTRIBUTING.md promises
"""
import argparse
import collections
import hashlib
import json
import pathlib
import re
import resource
import subprocess
import sys

LIMITS = {"articles": 0.96, "segments": 0.92, "pages_per_second": 200}


def shingles(text):
    words = re.findall(r"\w+", text)
    count = max(1, len(words) - 3) if words else 0
    return collections.Counter(tuple(words[i : i + 4]) for i in range(count))


def half_of(name):
    return hashlib.sha256(name.encode()).digest()[0] % 2


def extract(binary, files):
    """The text of each file, by its name, and the processor's seconds for all of them."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([binary, "extract", "--json", *map(str, files)], stdout=subprocess.PIPE, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    texts = {}
    for line in run.stdout.decode("utf-8").split("\n"):
        if not line:
            continue
        article = json.loads(line)
        texts[pathlib.Path(article["path"]).name] = article.get("text", "")
    return texts, seconds


def divided(part, whole):
    return part / whole if whole else 0.0


def harmonic(a, b):
    return divided(2 * a * b, a + b)


def lines_beyond(text, other):
    """The lines of `text` most of whose shingles `other` does not have."""
    known = shingles(other)
    beyond = []
    for line in text.splitlines():
        own = shingles(line)
        missing = sum((own - known).values())
        if own and missing * 2 > sum(own.values()) and (len(line.split()) > 3 or line.strip() not in other):
            beyond.append(line)
    return beyond


def score_articles(truth, texts):
    precisions, recalls, pages = [], [], []
    for key, value in truth.items():
        text = texts.get(key + ".html", "")
        wanted, got = shingles(value["articleBody"]), shingles(text)
        same = sum((wanted & got).values())
        precision = divided(same, sum(got.values()))
        recall = divided(same, sum(wanted.values()))
        if got:
            precisions.append(precision)
        if wanted:
            recalls.append(recall)
        pages.append(
            (harmonic(precision, recall), key, lines_beyond(value["articleBody"], text), lines_beyond(text, value["articleBody"]))
        )
    precision = divided(sum(precisions), len(precisions))
    recall = divided(sum(recalls), len(recalls))
    return {"precision": precision, "recall": recall, "f": harmonic(precision, recall)}, pages


def score_segments(truth, texts):
    kept = lost = wrong = 0
    pages = []
    for value in truth.values():
        text = texts.get(value["file"], "")
        missing = [s for s in value["with"] if s not in text]
        extra = [s for s in value["without"] if s in text]
        kept += len(value["with"]) - len(missing)
        lost += len(missing)
        wrong += len(extra)
        pages.append((-len(missing) - len(extra), value["file"], missing, extra))
    precision = divided(kept, kept + wrong)
    recall = divided(kept, kept + lost)
    return {"precision": precision, "recall": recall, "f": harmonic(precision, recall)}, pages


def show_worst(pages, count):
    for score, name, missing, extra in sorted(pages, key=lambda page: page[:2])[:count]:
        print(f"\n== {name}  {score:.3f}")
        for sign, pieces in (("-", missing), ("+", extra)):
            for piece in pieces[:12]:
                print(f"   {sign} {piece[:160]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--limits", action="store_true")
    arguments = parser.parse_args()
    failed = False
    for name, score in (("articles", score_articles), ("segments", score_segments)):
        path = arguments.data / f"{name}_ground_truth.json"
        if not path.exists():
            print(f"{name}: skipped, there is no {path}")
            continue
        truth = json.loads(path.read_text(encoding="utf-8"))
        truth = {key: value for key, value in truth.items() if arguments.half in (None, half_of(key))}
        files = [arguments.data / name / value.get("file", key + ".html") for key, value in truth.items()]
        texts, seconds = extract(arguments.binary, files)
        figures, pages = score(truth, texts)
        figures["pages_per_second"] = divided(len(files), seconds)
        print(name, json.dumps({"pages": len(files), **{key: round(value, 4) for key, value in figures.items()}}))
        show_worst(pages, arguments.worst)
        failed |= figures["f"] < LIMITS[name] or figures["pages_per_second"] < LIMITS["pages_per_second"]
    return 1 if failed and arguments.limits else 0


if __name__ == "__main__":
    sys.exit(main())
