# What a comparison asks of an engine.
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil
import subprocess
import sys
import time


class Missing(Exception):
    """Says what an engine needs and is not there."""


class Engine:
    """`out` is always the folder of an index."""

    programs = ()  # commands it needs on PATH
    holds = ""     # what is in its index
    hit = b""      # a pattern of the first line its command prints about a hit

    def __init__(self, bench):
        self.bench = bench
        for program in self.programs:
            if shutil.which(program) is None:
                raise Missing(f"no {program}: scripts/install-packages --peers")

    # Indexing

    def prepare(self, out):
        """What comes before, and is not measured."""
        os.mkdir(out)

    def input(self):
        """A file for the indexing command to read from its standard input."""
        return os.devnull

    def environment(self):
        return {}

    def indexing(self, out):
        """The command that makes the index."""
        raise Missing("no indexing of its own")

    def files(self, out):
        """The files that are the index."""
        return [os.path.join(root, name) for root, _, names in os.walk(out) for name in names]

    # Searching

    def index(self):
        """The folder of an index of the articles, made when it is first asked for."""
        out = self.bench.path("index-" + type(self).__name__)
        if not os.path.exists(out):
            self.bench.indexed[type(self)] = index_into(self, out)
        return out

    def searching(self, out):
        """The command that asks the bench's queries and prints their times."""
        raise Missing("no searching to time")

    def first_hit(self, out, query):
        """The command that prints what is found for a query of words."""
        raise Missing("no command of its own that searches")


def index_into(engine, out):
    """Wall and processor seconds, peak memory and the size of the index, the disk's part included."""
    shutil.rmtree(out, ignore_errors=True)
    engine.prepare(out)
    command = engine.indexing(out)
    environment = os.environ | engine.environment()
    os.sync()
    begin = time.monotonic()
    with open(engine.input(), "rb") as source:
        process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                   env=environment)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    files = engine.files(out)
    for name in files:  # all engines pay for what the system still holds back
        descriptor = os.open(name, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)
    wall = time.monotonic() - begin
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)}: {errors.decode(errors='replace')}")
    sizes = {os.path.relpath(name, out): os.stat(name).st_blocks * 512 for name in files}  # without holes
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "rss_mib": usage.ru_maxrss / 1024,
            "index_bytes": sum(sizes.values()), "files": sizes if len(sizes) < 50 else len(sizes)}


def wait_for(path, seconds=10):
    """Whether the socket of a server is there in time."""
    end = time.monotonic() + seconds
    while not os.path.exists(path):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
