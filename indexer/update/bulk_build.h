// A new database that is built beside the one in use: a copy of what is there, changed through
// Xapian, and the new articles, written in bulk. In the end the two become one.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>

#include "indexer/bulk/database_builder.h"
#include "indexer/update/folder_exchange.h"

namespace lede {

// Members throw Xapian::Error. For one thread.
class BulkBuild {
 public:
  // Beside `live`, the canonical path of a database whose lock the caller holds. What an earlier
  // build left that was killed is removed.
  BulkBuild(const std::string& live, std::size_t memory);

  // The copy, to be opened for writing; without articles when `live` has none.
  [[nodiscard]] const std::string& copy() const { return copy_; }

  // A new article, and one that was added here.
  Xapian::docid add(const std::string& id, const EncodedDocument& document);
  Xapian::docid add(const std::string& id, IndexDocument&& document) {
    return add(id, encoder_.encode(std::move(document)));
  }
  [[nodiscard]] std::optional<Xapian::docid> find(const std::string& id) const;

  void spill() { builder_.spill(); }
  [[nodiscard]] std::size_t memory() const;

  // Whether a run of what memory holds would be large enough; many small ones take long to merge.
  [[nodiscard]] bool is_worth_spilling() const { return builder_.memory() >= memory_ / 4; }

  // Writes the new articles and joins them with those of `copy`, which is committed. Gives the
  // folder of the result, which was compared with what was added.
  [[nodiscard]] std::string join(Xapian::WritableDatabase& copy,
                                 const std::function<void(double)>& progress);

 private:
  [[nodiscard]] BuilderOptions builder_options(const std::string& live, std::size_t memory) const;

  const std::size_t memory_;
  const std::string folder_;
  const Discard discard_;  // goes after everything in it
  const std::string copy_;
  const std::string new_articles_;
  std::unordered_map<std::uint64_t, Xapian::docid> ids_;  // by hash
  DocumentEncoder encoder_;
  DatabaseBuilder builder_;
};

// Bytes that must be free beside `live` to begin: for the copy, and for both joined.
[[nodiscard]] std::uint64_t bytes_to_begin_bulk(const std::string& live);

}  // namespace lede
