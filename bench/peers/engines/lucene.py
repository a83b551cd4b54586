# Lucene, from Debian's liblucene8-java.
# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import os
import subprocess

from engines.engine import Engine, Missing

PARTS = ("core", "analyzers-common", "highlighter", "memory", "queries", "queryparser")
SOURCES = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Lucene(Engine):
    programs = ("java", "javac")
    holds = "exact words with positions, stems, text; two threads"

    def __init__(self, bench):
        super().__init__(bench)
        jars = [jar for part in PARTS for jar in glob.glob(f"/usr/share/java/lucene-{part}-8*.jar")]
        if len(jars) < len(PARTS):
            raise Missing("no liblucene8-java: scripts/install-packages --peers")
        self.path = ":".join(jars + [bench.folder])

    def program(self, name):
        source = os.path.join(SOURCES, name + ".java")
        if not os.path.exists(self.bench.path(name + ".class")):
            subprocess.run(["javac", "-cp", self.path, "-d", self.bench.folder, source], check=True)
        return ["java", "-Xmx2g", "-cp", self.path, name]

    def indexing(self, out):
        return [*self.program("IndexLucene"), self.bench.tsv, out, "2"]

    def searching(self, out):
        return [*self.program("SearchLucene"), out, self.bench.queries, self.bench.passes]
