# Sphinx and its server.
# SPDX-License-Identifier: GPL-3.0-or-later
import subprocess

from engines.engine import Engine, Missing, wait_for

CONFIGURATION = """
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
  path = {out}/articles
  morphology = stem_en
  index_exact_words = 1
  min_prefix_len = 2
}}
indexer
{{
  mem_limit = 1024M
}}
searchd
{{
  listen = {folder}/sphinx.sock:mysql41
  pid_file = {folder}/searchd.pid
  binlog_path =
  workers = threads
}}
"""


class Sphinx(Engine):
    programs = ("indexer", "searchd", "g++")
    holds = "exact words and stems with positions, no text; one thread is all it has"

    def configuration(self, out):
        with open(self.bench.path("sphinx.conf"), "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(tsv=self.bench.tsv, out=out, folder=self.bench.folder))
        return file.name

    def prepare(self, out):
        super().prepare(out)
        self.configuration(out)

    def indexing(self, out):
        return ["indexer", "--quiet", "--config", self.bench.path("sphinx.conf"), "--all"]

    def searching(self, out):
        program = self.bench.compiled("search_sphinx", "-lmariadb")
        command = ["searchd", "--console", "--config", self.configuration(out)]
        server = self.bench.servers.enter_context(subprocess.Popen(command, stdout=subprocess.DEVNULL))
        self.bench.servers.callback(server.terminate)
        if not wait_for(self.bench.path("sphinx.sock")):
            raise Missing("searchd does not start")
        return [program, self.bench.path("sphinx.sock"), self.bench.queries, self.bench.passes]
