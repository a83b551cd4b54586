#!/usr/bin/env python3
# Scores the places that `lede-indexer extract` reads from agency datelines.
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: score_datelines.py BINARY ARTICLES.jsonl

ARTICLES.jsonl has a dateline beside the text of each article ("id", "title", "dateline", "text", "date"), as
agency archives with marked fields do. It is put before the text, where it was printed, and the place must
be found again; a day without a year must not become a date. Exit code 1 below 0.98 precision.
"""
import json
import re
import subprocess
import sys
import tempfile

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def letters(text):
    return re.sub(r"[^a-z]+", " ", text.lower()).strip()


def place_of(dateline):
    """What stands before the day of "NEW YORK, Feb 26 -", or nothing."""
    found = re.match(r"^(.*?),?\s*([A-Za-z]+)\.?\s*\d+\s*-*\s*$", dateline.strip(), re.S)
    return found.group(1) if found and found.group(2)[:3].lower() in MONTHS else ""


def main():
    binary, path = sys.argv[1:3]
    with open(path, encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for article in articles:
            text = f"{article['dateline'].strip()} {article['text']}".strip()
            file.write(json.dumps({"title": article["title"], "text": text}) + "\n")
        file.flush()
        run = subprocess.run([binary, "extract", "--json", file.name], stdout=subprocess.PIPE, check=False)
    claimed = right = right_dates = dates = 0
    for line in filter(None, run.stdout.decode("utf-8").split("\n")):
        found = json.loads(line)
        article = articles[int(found["path"].rsplit("#", 1)[1]) - 1]
        if "published" in found:
            dates += 1
            right_dates += found["published"][:10] == article["date"][:10]
        if "place" in found:
            claimed += 1
            right += letters(found["place"]) == letters(place_of(article["dateline"]) or "-")
    printed = sum(bool(place_of(article["dateline"])) for article in articles)
    precision = right / max(1, claimed)
    print(json.dumps({"articles": len(articles), "printed": printed, "claimed": claimed, "precision": round(precision, 4),
                      "recall": round(right / max(1, printed), 4), "dates_claimed": dates, "dates_right": right_dates}))
    return 1 if precision < 0.98 else 0


if __name__ == "__main__":
    sys.exit(main())
