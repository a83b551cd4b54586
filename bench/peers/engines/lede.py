# Lede as it is, Lede on a folder of files, and raw Xapian on Lede's own database.
# SPDX-License-Identifier: GPL-3.0-or-later
import os

from engines import omindex
from engines.engine import Engine, Missing


class Lede(Engine):
    holds = "exact words with positions, stems, text, fields; two jobs"
    jobs = "2"
    writer = "bulk"

    def __init__(self, bench):
        super().__init__(bench)
        self.indexer = self.built("lede-indexer")

    def built(self, name):
        program = os.path.join(self.bench.build, name)
        if not os.path.exists(program):
            raise Missing(f"{program} is not built")
        return program

    def source(self):
        return self.bench.articles

    def prepare(self, out):
        self.source()  # the indexer makes the folder itself

    def indexing(self, out):
        return [self.indexer, "update", self.source(), "--db", out, "--jobs", self.jobs, "--writer", self.writer,
                "--progress", "never"]

    def searching(self, out):
        return [self.built("bench/lede-peer-search"), "lede", out, self.bench.queries, self.bench.passes]

    def first_hit(self, out, query):
        return [self.built("lede-searcher"), "search", "--db", out, "--", query]


class LedeOneJob(Lede):
    holds = "the same; one job"
    jobs = "1"


class LedeFiles(Lede):
    holds = "as lede, from a folder of text files"

    def source(self):
        return self.bench.files


class Xapian(Lede):
    holds = "as lede, through Xapian's own writer; one job"
    jobs = "1"
    writer = "api"
    hit = omindex.QUEST_HIT

    def index(self):
        """The floor is Xapian on the very database that Lede searches."""
        return Lede(self.bench).index()

    def searching(self, out):
        return [self.built("bench/lede-peer-search"), "xapian", out, self.bench.queries, self.bench.passes]

    def first_hit(self, out, query):
        return omindex.quest(out, query)
