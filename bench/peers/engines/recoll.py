# Recoll's indexer of files and its command.
# SPDX-License-Identifier: GPL-3.0-or-later
import os

from engines.engine import Engine

# Its threads are as it chooses them; it stores texts by default.
CONFIGURATION = """topdirs = {files}
dbdir = {out}/xapiandb
loglevel = 1
idxflushmb = 256
noaspell = 1
"""


class Recoll(Engine):
    programs = ("recollindex", "recollq")
    holds = "words with positions, text; its own threads"
    hit = b"text/plain"

    def prepare(self, out):
        super().prepare(out)
        with open(os.path.join(out, "recoll.conf"), "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(files=self.bench.files, out=out))

    def indexing(self, out):
        return ["recollindex", "-c", out]

    def first_hit(self, out, query):
        return ["recollq", "-c", out, "-n", "10", "-A", query]
