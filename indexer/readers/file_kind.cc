// What libmagic says a file is.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/file_kind.h"

#include <magic.h>

#include <memory>

namespace lede {
namespace {

struct MagicCloser {
  void operator()(magic_t handle) const { magic_close(handle); }
};
using Magic = std::unique_ptr<magic_set, MagicCloser>;

Magic load_magic() {
  Magic magic(magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS));
  if (magic && magic_load(magic.get(), nullptr) != 0) {
    magic.reset();
  }
  return magic;
}

}  // namespace

std::string kind_of_file(std::string_view head) {
  static constexpr const char* kUnknown = "unknown";
  thread_local const Magic kMagic = load_magic();
  const char* kind = kMagic ? magic_buffer(kMagic.get(), head.data(), head.size()) : nullptr;
  return kind != nullptr ? kind : kUnknown;
}

}  // namespace lede
