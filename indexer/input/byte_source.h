// Bytes that are asked for one block after another, so that what is read may be larger than memory.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"

namespace lede {

// For one thread. Errors name the file.
class ByteSource {
 public:
  // `name` is what messages call it: a path, or "archive.zip: member.txt".
  explicit ByteSource(std::string name) : name_(std::move(name)) {}
  virtual ~ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // The next bytes, which live until the next call; empty at the end and from then on.
  [[nodiscard]] virtual Result<std::string_view> next() = 0;

  // How many bytes there are in all, where that is known; then any of them can be gone to.
  [[nodiscard]] virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
  [[nodiscard]] virtual bool seek(std::uint64_t offset);

  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string name_;
};

// Bytes that are in memory, and stay there.
class MemorySource final : public ByteSource {
 public:
  MemorySource(std::string name, std::string_view bytes)
      : ByteSource(std::move(name)), bytes_(bytes) {}

  [[nodiscard]] Result<std::string_view> next() override;
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return bytes_.size(); }
  [[nodiscard]] bool seek(std::uint64_t offset) override;

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

// What tells formats apart is in the first bytes.
inline constexpr std::size_t kHeadBytes = 4096;

// Another source, whose beginning can be looked at before it is read.
class HeadSource final : public ByteSource {
 public:
  explicit HeadSource(ByteSource& inner) : ByteSource(inner.name()), inner_(inner) {}

  // The first kHeadBytes bytes, fewer of a shorter file. To be asked before the first next().
  [[nodiscard]] Result<std::string_view> head();

  [[nodiscard]] Result<std::string_view> next() override;
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return inner_.size(); }
  [[nodiscard]] bool seek(std::uint64_t offset) override;

 private:
  ByteSource& inner_;
  std::string_view held_;  // asked for and not given yet: in the inner source, or
  std::string own_;        // here, where the blocks were smaller than a head
};

// All the bytes there are; kTooLarge when more than `max_bytes`.
[[nodiscard]] Result<std::string> read_all(ByteSource& source, std::size_t max_bytes);

}  // namespace lede
