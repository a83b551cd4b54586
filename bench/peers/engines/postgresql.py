# PostgreSQL: a table with a generated tsvector column and a GIN index.
# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import os
import shutil
import signal
import subprocess

from engines.engine import Engine, Missing, wait_for

PORT = "5432"  # of the name of its socket only
USER = "postgres"
# Bulk loading by its manual: COPY into a table made in the same transaction, without a log of what was written, then the
# index. Nothing is synced: whoever measures does that in the end, for all engines.
SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "8GB",
    "shared_buffers": "512MB",
    "maintenance_work_mem": "1GB",
    "default_toast_compression": "lz4",
    "work_mem": "64MB",
    "effective_cache_size": "8GB",
    "max_parallel_workers_per_gather": "0",  # one thread, as the others
    "jit": "off",                            # costs more than these searches take
    "autovacuum": "off",                     # it would run while others are timed
}
# Blank lines end the commands of its single-user mode.
SCRIPT = """BEGIN;

CREATE TABLE articles (id integer, title text, text text, words tsvector GENERATED ALWAYS AS
  (setweight(to_tsvector('english', title), 'A') || to_tsvector('english', text)) STORED);

COPY articles (id, title, text) FROM '{tsv}' WITH (FORMAT csv, DELIMITER E'\\t', QUOTE E'\\x01', NULL E'\\x02');

CREATE INDEX articles_words ON articles USING gin (words) WITH (fastupdate = off);

COMMIT;

ANALYZE articles;

"""


def as_server():
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"]


class Postgresql(Engine):
    holds = "stems with positions, text; one thread"

    def __init__(self, bench):
        super().__init__(bench)
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/postgres"))
        if not found:
            raise Missing("no postgresql: scripts/install-packages --peers")
        self.folder = os.path.dirname(found[-1])

    def command(self, *words):
        return [*as_server(), os.path.join(self.folder, words[0]), *words[1:]]

    def settings(self):
        return [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]

    def prepare(self, out):
        super().prepare(out)
        if os.geteuid() == 0:
            shutil.chown(out, USER, USER)
        subprocess.run(self.command("initdb", "--pgdata", out, "--username", USER, "--auth=trust", "--encoding=UTF8",
                                    "--locale=C.UTF-8", "--no-sync"), check=True, stdout=subprocess.DEVNULL)
        self.empty = set(self.everything(out))
        with open(self.input(), "w", encoding="utf-8") as script:
            script.write(SCRIPT.format(tsv=self.bench.tsv))

    def input(self):
        return self.bench.path("postgresql.sql")

    def indexing(self, out):
        return self.command("postgres", "--single", "-j", "-D", out, *self.settings(), "-c", "exit_on_error=on",
                            "postgres")

    def everything(self, out):
        return super().files(os.path.join(out, "base"))

    def files(self, out):
        """Those of the table, its long texts and its index: what initdb did not make."""
        return [name for name in self.everything(out) if name not in self.empty]

    def searching(self, out):
        program = self.bench.compiled("search_postgresql", "-I/usr/include/postgresql", "-lpq")
        command = self.command("postgres", "-D", out, "-k", out, *self.settings(), "-c", "listen_addresses=", "-p", PORT)
        server = self.bench.servers.enter_context(subprocess.Popen(command, stderr=subprocess.DEVNULL))
        self.bench.servers.callback(server.send_signal, signal.SIGINT)
        if not wait_for(os.path.join(out, f".s.PGSQL.{PORT}")):
            raise Missing("its server does not start")
        return [program, f"host={out} port={PORT} user={USER} dbname=postgres", self.bench.queries, self.bench.passes]

    def first_hit(self, out, query):
        raise Missing("it has no command that searches without a server")
