// A new file that is written from its beginning to its end.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lede::glass {

// Every member but the destructor throws Xapian::DatabaseError with the path and the system's
// reason, such as a full disk. For one thread.
class OutputFile {
 public:
  // Makes the file; one that is there already is an error.
  explicit OutputFile(std::string path);
  ~OutputFile();  // closes; what was not flushed is lost
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void append(std::string_view bytes);

  // Hands everything to the system; sync() makes it durable as well.
  void flush();
  void sync();

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::uint64_t size() const { return written_ + buffer_.size(); }

 private:
  void write_out(std::string_view bytes);

  std::string path_;
  int descriptor_ = -1;
  std::string buffer_;
  std::uint64_t written_ = 0;
};

}  // namespace lede::glass
