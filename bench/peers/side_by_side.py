# What the comparisons share: their options, the articles in the forms engines read, turns, and the raw figures.
# SPDX-License-Identifier: GPL-3.0-or-later
import argparse
import contextlib
import datetime
import functools
import json
import os
import platform
import subprocess
import sys
import tempfile

import engines
from engines.engine import Missing

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RUNS = os.path.join(os.path.dirname(HERE), "runs")
FILES_A_FOLDER = 1000
CONTROLS = dict.fromkeys(range(32), " ")  # some engines refuse them, or take a file with many for no text


def parser(text, default_engines, rounds):
    """The options all comparisons have; `text` is the script's own description."""
    options = argparse.ArgumentParser(description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", help="JSON lines with a title and a text each")
    options.add_argument("--build", default="build/release")
    options.add_argument("--rounds", type=int, default=rounds)
    options.add_argument("--engines", default=",".join(default_engines), help="which, and in which order: %(default)s")
    add_folders(options)
    return options


def add_folders(options):
    options.add_argument("--keep", help="folder for the indexes; a temporary one otherwise")
    options.add_argument("--runs", default=RUNS, help="folder for the raw figures: bench/runs unless told otherwise")


class Bench:
    """A folder to work in, the articles in the forms engines read, and the servers that were started."""

    def __init__(self, options, folder, servers):
        self.build = os.path.abspath(options.build)
        self.articles = os.path.abspath(options.articles)
        self.queries = os.path.abspath(options.queries) if "queries" in options else None
        self.passes = str(getattr(options, "passes", 1))
        self.folder = folder
        self.servers = servers
        self.indexed = {}  # by an engine's class: what it took to make an index to search
        os.chmod(folder, 0o755)  # PostgreSQL does not run as root, and has to get here

    def path(self, name):
        return os.path.join(self.folder, name)

    def each(self):
        """Title and text of each article, without line ends, tabs and other control characters."""
        with open(self.articles, encoding="utf-8") as source:
            for line in source:
                article = json.loads(line)
                yield [" ".join((article.get(name) or "").translate(CONTROLS).split()) for name in ("title", "text")]

    @functools.cached_property
    def tsv(self):
        """Number, title and text of each article, a line each."""
        with open(self.path("articles.tsv"), "w", encoding="utf-8") as out:
            for number, (title, text) in enumerate(self.each(), 1):
                out.write(f"{number}\t{title}\t{text}\n")
        return out.name

    @functools.cached_property
    def files(self):
        """A folder of plain text, an article a file, its title the first line."""
        folder = self.path("files")
        for number, (title, text) in enumerate(self.each()):
            place = os.path.join(folder, f"{number // FILES_A_FOLDER:04}")
            os.makedirs(place, exist_ok=True)
            with open(os.path.join(place, f"{number}.txt"), "w", encoding="utf-8") as out:
                out.write(f"{title}\n\n{text}\n")
        return folder

    @functools.cached_property
    def text_bytes(self):
        return sum(len(title.encode()) + len(text.encode()) for title, text in self.each())

    def compiled(self, name, *libraries):
        """A C++ program that lies beside this file."""
        program = self.path(name)
        command = ["g++", "-std=c++20", "-O2", f"-I{ROOT}", "-o", program, os.path.join(HERE, name + ".cc"), *libraries]
        if not os.path.exists(program) and subprocess.run(command, check=False).returncode != 0:
            raise Missing(f"{name}.cc cannot be compiled: scripts/install-packages --peers")
        return program


@contextlib.contextmanager
def bench(options):
    with tempfile.TemporaryDirectory(dir=options.keep, ignore_cleanup_errors=True) as folder:
        with contextlib.ExitStack() as servers:
            yield Bench(options, folder, servers)


def ready(options, workbench, what):
    """By name, what `what` makes of each engine asked for; those that lack something are named and left out."""
    found = {}
    for name in options.engines.split(","):
        if name not in engines.ALL:
            sys.exit(f"{name}: no such engine; there are {', '.join(engines.ALL)}")
        try:
            found[name] = what(engines.ALL[name](workbench))
        except Missing as missing:
            print(f"left out: {name}: {missing}", file=sys.stderr)
    if not found:
        sys.exit("no engine is left")
    return found


def in_turns(rounds, work):
    """The results of each engine's work, a list of rounds each."""
    results = {name: [] for name in work}
    for number in range(rounds):
        for name, do in work.items():
            results[name].append(do())
            print(f"round {number + 1}: {name}", file=sys.stderr)
    return results


def at(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return names[0] if names else platform.processor()


def save(folder, what, articles, figures):
    """Raw figures with date and machine, as FOLDER/WHAT-ARTICLES-DATE.json."""
    day = str(datetime.date.today())
    stem = os.path.splitext(os.path.basename(articles))[0]
    os.makedirs(folder, exist_ok=True)
    name = os.path.join(folder, f"{what}-{stem}-{day}.json")
    head = {"date": day, "articles": os.path.basename(articles), "processors": os.cpu_count(), "processor": processor(),
            "machine": platform.platform(), "command": " ".join(os.path.basename(word) for word in sys.argv)}
    with open(name, "w", encoding="utf-8") as file:
        json.dump(head | figures, file, indent=1)
        file.write("\n")
    print(f"raw figures: {os.path.relpath(name)}", file=sys.stderr)
