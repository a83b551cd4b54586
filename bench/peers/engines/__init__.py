# Every engine that can be compared, by the name it is asked for with.
# SPDX-License-Identifier: GPL-3.0-or-later
from engines.fts5 import Fts5
from engines.groonga import Groonga
from engines.lede import Lede, LedeFiles, LedeOneJob, Xapian
from engines.lucene import Lucene
from engines.omindex import Omindex
from engines.postgresql import Postgresql
from engines.recoll import Recoll
from engines.sphinx import Sphinx

ALL = {
    "lede": Lede,
    "lede-1": LedeOneJob,
    "xapian": Xapian,
    "fts5": Fts5,
    "sphinx": Sphinx,
    "lucene": Lucene,
    "groonga": Groonga,
    "postgresql": Postgresql,
    "lede-files": LedeFiles,
    "omindex": Omindex,
    "recoll": Recoll,
}
