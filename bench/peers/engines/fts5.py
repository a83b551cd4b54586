# SQLite FTS5.
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil

from engines.engine import Engine, Missing

SELECT = ("SELECT title, snippet(articles, 1, '<b>', '</b>', '…', 60) FROM articles "
          "WHERE articles MATCH '{}' ORDER BY rank LIMIT 10")


class Fts5(Engine):
    programs = ("g++",)
    holds = "Porter stems with positions, text; one thread is all it has"

    def indexing(self, out):
        return [self.bench.compiled("index_fts5", "-lsqlite3"), self.bench.tsv, os.path.join(out, "articles.db")]

    def searching(self, out):
        program = self.bench.compiled("search_fts5", "-lsqlite3")
        return [program, os.path.join(out, "articles.db"), self.bench.queries, self.bench.passes]

    def first_hit(self, out, query):
        if shutil.which("sqlite3") is None:
            raise Missing("no sqlite3: scripts/install-packages --peers")
        return ["sqlite3", os.path.join(out, "articles.db"), SELECT.format(query.replace("'", ""))]
