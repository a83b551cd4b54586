// How much memory this process holds, and giving back what it no longer uses.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/memory.h"

#include <malloc.h>
#include <unistd.h>

#include <fstream>

namespace lede {

std::size_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  if (!(statm >> total >> resident)) {
    return 0;
  }
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void release_memory() { malloc_trim(0); }

}  // namespace lede
