# Groonga, as a library and by its command.
# SPDX-License-Identifier: GPL-3.0-or-later
import functools
import json
import os

from engines.engine import Engine

# Its index is made at once from all that was loaded, as its manual advises for bulk. TokenBigram takes a run of letters
# as a word once they are normalized. Debian's package has no stemmer.
TABLE = """table_create Articles TABLE_NO_KEY
column_create Articles title COLUMN_SCALAR ShortText
column_create Articles text COLUMN_SCALAR|COMPRESS_ZSTD LongText
load --table Articles
[
["title","text"]"""
INDEX = """
]
table_create Words TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto
column_create Words articles COLUMN_INDEX|WITH_POSITION|WITH_SECTION Articles title,text
"""
SELECT = ("select Articles --match_columns 'scorer_tf_idf(title)||scorer_tf_idf(text)' --match_escalation no "
          "--sort_keys -_score --limit 10 --output_columns '_id,title,snippet_html(text)' --query '{}'")


class Groonga(Engine):
    programs = ("groonga", "g++")
    holds = "exact words with positions, no stems, text"

    @functools.cached_property
    def script(self):
        with open(self.bench.path("articles.grn"), "w", encoding="utf-8") as out:
            out.write(TABLE)
            for article in self.bench.each():
                out.write(",\n" + json.dumps(article, ensure_ascii=False))
            out.write(INDEX)
        return out.name

    def prepare(self, out):
        super().prepare(out)
        self.input()

    def input(self):
        return self.script

    def indexing(self, out):
        return ["groonga", "-n", os.path.join(out, "db")]

    def searching(self, out):
        program = self.bench.compiled("search_groonga", "-I/usr/include/groonga", "-lgroonga")
        return [program, os.path.join(out, "db"), self.bench.queries, self.bench.passes]

    def first_hit(self, out, query):
        return ["groonga", os.path.join(out, "db"), SELECT.format(query.replace("'", ""))]
