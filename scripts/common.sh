# What the scripts here share: sourced, never run. Needs bash and coreutils only.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# C is the one locale every machine has; sorting must not depend on the caller's.
export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$(basename "$0"): $*"
  exit 2
}

# How many jobs to run side by side. LEDE_JOBS overrides the number of processors.
jobs_count() { printf '%s\n' "${LEDE_JOBS:-$(nproc)}"; }

# step TITLE COMMAND…: runs COMMAND under a headline and says how long it took.
step() {
  local title=$1 start=$SECONDS
  shift
  say "" && say "==> $title"
  "$@" || die "failed: $title (after $((SECONDS - start)) s): $*"
  say "==> $title: done in $((SECONDS - start)) s"
}

# Every C++ file of ours, one a line. `find`, not git: an unpacked archive works as well.
source_files() {
  find common indexer searcher bench tests -name '*.cc' -o -name '*.h' | sort
}
