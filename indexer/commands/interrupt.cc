// Control-C: the first asks to finish cleanly, the second ends at once.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/interrupt.h"

#include <unistd.h>

#include <csignal>

#include "common/exit_code.h"

namespace lede {
namespace {

std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void on_signal(int /*signal*/) {
  if (stop_requested.exchange(true)) {
    _exit(kExitInterrupted);
  }
}

}  // namespace

const std::atomic<bool>& stop_on_signals() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;  // a read or write that Xapian is in goes on
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    sigaction(signal, &action, nullptr);
  }
  return stop_requested;
}

}  // namespace lede
