// Raw deflate, as Xapian reads it in tags.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/deflate.h"

#include <libdeflate.h>

#include <new>

namespace lede::glass {

void Deflater::Free::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (!compressor_) {
    throw std::bad_alloc();
  }
}

bool Deflater::compress(std::string_view bytes, std::string& out) {
  if (bytes.size() < 2) {
    return false;
  }
  out.resize(bytes.size() - 1);
  const std::size_t size = libdeflate_deflate_compress(compressor_.get(), bytes.data(),
                                                       bytes.size(), out.data(), out.size());
  out.resize(size);
  return size > 0;
}

}  // namespace lede::glass
