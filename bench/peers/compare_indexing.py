#!/usr/bin/env python3
# Indexes the same articles with Lede and with what else one would pick, in turns, and prints a table.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: bench/peers/compare_indexing.py ARTICLES.jsonl [--indexer build/release/lede-indexer]
              [--rounds 5] [--engines lede,lede-1,xapian,fts5,sphinx,lucene] [--keep FOLDER]

Needs, for those asked for: libsqlite3-dev and g++ (fts5), sphinxsearch (sphinx), liblucene8-java and a JDK (lucene).
An engine whose programs are missing is left out, and named. Every engine gets the same titles and texts; Lede reads
them as JSON, the others as lines with tabs, which is quicker to read. Raw figures go to bench/runs/.
"""
import argparse
import datetime
import glob
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = os.path.join(os.path.dirname(HERE), "runs")

SPHINX = """
source articles
{{
  type = tsvpipe
  tsvpipe_command = cat {tsv}
  tsvpipe_field = title
  tsvpipe_field = text
}}
index articles
{{
  source = articles
  path = {folder}/articles
  morphology = stem_en
  index_exact_words = 1
  min_prefix_len = 2
}}
indexer
{{
  mem_limit = 1024M
}}
"""

HOLDS = {
    "lede": "exact words with positions, stems, text, fields; two jobs",
    "lede-1": "the same; one job",
    "xapian": "the same through Xapian's own writer; one job",
    "fts5": "Porter stems with positions, text; one thread is all it has",
    "sphinx": "exact words and stems with positions, no text; one thread is all it has",
    "lucene": "exact words with positions, stems, text; two threads",
}


def write_tsv(articles, tsv):
    """Number, title and text of each article, a line each; returns the bytes of title and text."""
    text_bytes = 0
    with open(articles, encoding="utf-8") as source, open(tsv, "w", encoding="utf-8") as out:
        for number, line in enumerate(source, 1):
            article = json.loads(line)
            columns = [" ".join((article.get(name) or "").split()) for name in ("title", "text")]
            text_bytes += sum(len(column.encode()) for column in columns)
            out.write("\t".join([str(number), *columns]) + "\n")
    return text_bytes


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.tsv = os.path.join(folder, "articles.tsv")
        self.text_bytes = write_tsv(options.articles, self.tsv)

    def prepare(self, engine):
        """The command that indexes into `out`, as a function of `out`; None when it cannot be run here."""
        if engine in ("lede", "lede-1", "xapian"):
            jobs = "2" if engine == "lede" else "1"
            writer = "api" if engine == "xapian" else "bulk"
            return lambda out: [self.options.indexer, "update", self.options.articles, "--db", out, "--jobs", jobs,
                                "--writer", writer, "--progress", "never"]
        if engine == "fts5":
            program = os.path.join(self.folder, "index_fts5")
            built = subprocess.run(["g++", "-O2", "-o", program, os.path.join(HERE, "index_fts5.cc"), "-lsqlite3"])
            return None if built.returncode else lambda out: [program, self.tsv, os.path.join(out, "articles.db")]
        if engine == "sphinx":
            return self.sphinx if shutil.which("indexer") else None
        jars = glob.glob("/usr/share/java/lucene-core-8*.jar") + glob.glob("/usr/share/java/lucene-analyzers-common-8*.jar")
        if len(jars) < 2 or not shutil.which("javac"):
            return None
        path = ":".join(jars + [self.folder])
        built = subprocess.run(["javac", "-cp", path, "-d", self.folder, os.path.join(HERE, "IndexLucene.java")])
        return None if built.returncode else lambda out: ["java", "-Xmx2g", "-cp", path, "IndexLucene", self.tsv, out, "2"]

    def sphinx(self, out):
        config = os.path.join(self.folder, "sphinx.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(SPHINX.format(tsv=self.tsv, folder=out))
        return ["indexer", "--quiet", "--config", config, "--all"]

    def run(self, command_for):
        """Wall and processor seconds, peak memory and index size of one run, the disk's part included."""
        out = os.path.join(self.folder, "index")
        shutil.rmtree(out, ignore_errors=True)
        if command_for(out)[0] != self.options.indexer:
            os.mkdir(out)
        os.sync()
        begin = time.monotonic()
        process = subprocess.Popen(command_for(out), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        files = [os.path.join(root, name) for root, _, names in os.walk(out) for name in names]
        for name in files:  # all engines pay for what the system still holds back
            descriptor = os.open(name, os.O_RDONLY)
            os.fsync(descriptor)
            os.close(descriptor)
        wall = time.monotonic() - begin
        if process.returncode != 0:
            sys.exit(f"{' '.join(command_for(out))}: {errors.decode()}")
        return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "rss_mib": usage.ru_maxrss / 1024,
                "index_bytes": sum(os.path.getsize(name) for name in files),
                "files": {os.path.relpath(name, out): os.path.getsize(name) for name in files}}


def table(medians, text_bytes):
    first = next(iter(medians.values()))
    lines = ["| engine | time against the first | seconds | processor seconds | MB of text/s | peak MiB | index, bytes a byte of text | what is in it |",
             "|---|---|---|---|---|---|---|---|"]
    for engine, run in medians.items():
        lines.append(f"| {engine} | {run['wall'] / first['wall']:.2f} | {run['wall']:.1f} | {run['cpu']:.1f} "
                     f"| {text_bytes / 1e6 / run['wall']:.1f} | {run['rss_mib']:.0f} | {run['index_bytes'] / text_bytes:.2f} "
                     f"| {HOLDS[engine]} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("--indexer", default="build/release/lede-indexer")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--engines", default="lede,lede-1,xapian,fts5,sphinx,lucene")
    parser.add_argument("--keep", help="folder for the indexes; a temporary one otherwise")
    options = parser.parse_args()
    options.articles = os.path.abspath(options.articles)
    options.indexer = os.path.abspath(options.indexer)
    with tempfile.TemporaryDirectory(dir=options.keep) as folder:
        bench = Bench(options, folder)
        commands = {}
        for engine in options.engines.split(","):
            command = bench.prepare(engine)
            if command is None:
                print(f"left out: {engine}: its programs are not installed", file=sys.stderr)
            else:
                commands[engine] = command
        runs = {engine: [] for engine in commands}
        for number in range(options.rounds):
            for engine, command in commands.items():
                runs[engine].append(bench.run(command))
                print(f"round {number + 1}: {engine}: {runs[engine][-1]['wall']:.1f} s", file=sys.stderr)
    medians = {engine: {key: statistics.median(run[key] for run in all_runs)
                        for key in ("wall", "cpu", "rss_mib", "index_bytes")} for engine, all_runs in runs.items()}
    print(table(medians, bench.text_bytes))
    os.makedirs(RUNS, exist_ok=True)
    name = os.path.join(RUNS, f"indexing-{datetime.date.today()}.json")
    with open(name, "w", encoding="utf-8") as file:
        json.dump({"date": str(datetime.date.today()), "articles": os.path.basename(options.articles),
                   "text_bytes": bench.text_bytes, "processors": os.cpu_count(), "machine": platform.platform(),
                   "runs": runs}, file, indent=1)
    print(f"raw figures: {os.path.relpath(name)}", file=sys.stderr)


if __name__ == "__main__":
    main()
