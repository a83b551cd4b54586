// Values and document lengths, cut into entries of the posting table while documents come in.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/bulk/table_entries.h"

#include <algorithm>

namespace lede {

class TableEntries::Lists final : public TermLists {
 public:
  explicit Lists(std::vector<Entry> entries) : entries_(std::move(entries)) {
    std::sort(entries_.begin(), entries_.end());
  }
  [[nodiscard]] bool next(ListHead& head) override {
    if (next_ == entries_.size()) {
      return false;
    }
    head.name = entries_[next_++].first;
    return true;
  }
  [[nodiscard]] std::string_view list() override { return entries_[next_ - 1].second; }

 private:
  std::vector<Entry> entries_;
  std::size_t next_ = 0;
};

TableEntries::TableEntries()
    : sink_([this](std::string_view key, std::string_view tag) { add_entry(key, tag); }),
      lengths_(sink_, glass::length_key(), glass::length_key(), {}) {}

void TableEntries::add(std::uint32_t docid, const EncodedDocument& document) {
  any_ = true;
  lengths_.add(docid, document.length);
  for (const IndexValue& value : document.values) {
    values_.try_emplace(value.slot, value.slot).first->second.add(docid, value.bytes, sink_);
  }
}

void TableEntries::finish() {
  if (any_) {
    lengths_.finish();
  }
  for (auto& [slot, chunks] : values_) {
    chunks.finish(sink_);
    chunks.give_statistics(sink_);
  }
}

void TableEntries::add_entry(std::string_view key, std::string_view tag) {
  entries_.emplace_back(key, tag);
  memory_ += sizeof(Entry) + key.size() + tag.size();
}

std::unique_ptr<TermLists> TableEntries::take() {
  memory_ = 0;
  return std::make_unique<Lists>(std::exchange(entries_, {}));
}

}  // namespace lede
