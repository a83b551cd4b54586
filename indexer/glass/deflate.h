// Raw deflate, as Xapian reads it in tags.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace lede::glass {

// For one thread.
class Deflater {
 public:
  // From 1, fastest, to 12, smallest.
  explicit Deflater(int level);

  // True, and `out` is the compressed form, when that is shorter than `bytes`.
  [[nodiscard]] bool compress(std::string_view bytes, std::string& out);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
};

}  // namespace lede::glass
