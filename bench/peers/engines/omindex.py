# Xapian Omega's indexer of files.
# SPDX-License-Identifier: GPL-3.0-or-later
import shutil

from engines.engine import Engine, Missing

QUEST_HIT = rb"\d+: \["


def quest(database, query):
    """The command of Xapian's that searches any database of its."""
    if shutil.which("quest") is None:
        raise Missing("no quest: scripts/install-packages --peers")
    return ["quest", "--db", database, "--default-op", "and", "--msize", "10", query]


class Omindex(Engine):
    programs = ("omindex",)
    holds = "exact words with positions, stems, the beginning of the text; one thread is all it has"
    hit = QUEST_HIT

    def prepare(self, out):
        self.bench.files  # omindex makes the folder itself

    def environment(self):
        return {"XAPIAN_FLUSH_THRESHOLD": "1000000"}  # one flush at the end is quickest

    def indexing(self, out):
        return ["omindex", "--db", out, "--url", "/", "--no-delete", self.bench.files]

    def first_hit(self, out, query):
        return quest(out, query)
