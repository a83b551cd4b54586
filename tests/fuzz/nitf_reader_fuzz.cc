// Any bytes as an NITF file.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  lede::fuzz::read_and_extract("a.nitf", data, size);
  return 0;
}
