// Turns documents around, in memory: from the terms of each document to the documents of each term.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/bulk/inverter.h"

#include <algorithm>

#include "indexer/glass/encoding.h"
#include "indexer/sorted_names.h"

namespace lede {
namespace {

// So many terms are looked up together.
constexpr std::size_t kAhead = 16;

constexpr std::size_t kFirstTableSize = std::size_t{1} << 16U;  // a power of two, as all sizes are

}  // namespace

void Inverter::add(std::uint32_t docid, const EncodedDocument& document) {
  std::span<const EncodedPosting> left(document.postings);
  while (!left.empty()) {
    const auto some = left.first(std::min(kAhead, left.size()));
    make_room(some.size());
    fetch(some);
    for (const EncodedPosting& posting : some) {
      add_posting(docid, posting, document);
    }
    left = left.subspan(some.size());
  }
}

// Terms lie all over the memory. Asked for one by one, each would be waited for; asked for a few at
// a time, step by step, they come together.
void Inverter::fetch(std::span<const EncodedPosting> postings) const {
  for (const EncodedPosting& posting : postings) {
    __builtin_prefetch(&table_[place_of(posting.hash)]);
  }
  const auto with_term = [&](const auto& visit) {
    for (const EncodedPosting& posting : postings) {
      if (const Slot slot = table_[place_of(posting.hash)]; slot.term != 0) {
        visit(terms_[slot.term - 1]);
      }
    }
  };
  with_term([](const Term& term) {
    __builtin_prefetch(&term);
    __builtin_prefetch(&term.last_docid);
  });
  with_term([this](const Term& term) {
    __builtin_prefetch(&names_[term.name_start]);
    chains_.fetch(term.list);
  });
}

void Inverter::add_posting(std::uint32_t docid, const EncodedPosting& posting,
                           const EncodedDocument& document) {
  Term& term = term_of(posting, document.name_of(posting));
  ++term.documents;
  term.collection_frequency += posting.wdf;
  term.has_positions = term.has_positions || posting.positions_bytes > 0;
  bytes_.clear();
  glass::append_uint(bytes_, docid - term.last_docid);
  glass::append_uint(bytes_, posting.wdf);
  glass::append_string(bytes_, document.positions_of(posting));
  chains_.append(term.list, bytes_);
  term.last_docid = docid;
}

Inverter::Term& Inverter::term_of(const EncodedPosting& posting, std::string_view name) {
  const std::size_t mask = table_.size() - 1;
  const auto mark = static_cast<std::uint32_t>(posting.hash >> 32U);
  std::size_t at = place_of(posting.hash);
  for (; table_[at].term != 0; at = (at + 1) & mask) {
    if (table_[at].mark == mark) {
      Term& term = terms_[table_[at].term - 1];
      if (name_of(term) == name) {
        return term;
      }
    }
  }
  Term term;
  term.hash = posting.hash;
  term.name_start = names_.size();
  term.name_bytes = posting.name_bytes;
  names_ += name;
  terms_.push_back(term);
  table_[at] = {static_cast<std::uint32_t>(terms_.size()), mark};
  return terms_.back();
}

std::string_view Inverter::name_of(const Term& term) const {
  return {&names_[term.name_start], term.name_bytes};
}

std::size_t Inverter::place_of(std::uint64_t hash) const { return hash & (table_.size() - 1); }

void Inverter::make_room(std::size_t more) {
  if ((terms_.size() + more) * 2 < table_.size()) {
    return;
  }
  table_.assign(std::max(kFirstTableSize, table_.size() * 2), Slot());
  const std::size_t mask = table_.size() - 1;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    std::size_t at = place_of(terms_[i].hash);
    while (table_[at].term != 0) {
      at = (at + 1) & mask;
    }
    table_[at] = {static_cast<std::uint32_t>(i + 1),
                  static_cast<std::uint32_t>(terms_[i].hash >> 32U)};
  }
}

// Vectors hold up to twice what is in them, and for a moment three times when they grow.
std::size_t Inverter::memory() const {
  return chains_.memory() + terms_.capacity() * sizeof(Term) + table_.capacity() * sizeof(Slot) +
         names_.capacity();
}

bool Inverter::has_room_for(const EncodedDocument& document) const {
  constexpr std::size_t kMostForPosting = 64;  // a first slice of each chain, numbers, links
  return empty() || chains_.has_room_for(document.positions.size() +
                                         document.postings.size() * kMostForPosting);
}

std::vector<std::uint32_t> Inverter::sorted() const {
  return sorted_by_name(terms_.size(), [this](std::size_t i) { return name_of(terms_[i]); });
}

class Inverter::Lists final : public TermLists {
 public:
  Lists(const Inverter& inverter, const std::vector<std::uint32_t>& order)
      : inverter_(inverter), order_(order) {}

  [[nodiscard]] bool next(ListHead& head) override {
    if (at_ == order_.size()) {
      return false;
    }
    term_ = &inverter_.terms_[order_[at_++]];
    head = {inverter_.name_of(*term_), term_->documents, term_->collection_frequency,
            term_->has_positions};
    return true;
  }

  [[nodiscard]] std::string_view list() override {
    inverter_.chains_.copy(term_->list, list_);
    return list_;
  }

 private:
  const Inverter& inverter_;
  const std::vector<std::uint32_t>& order_;
  std::size_t at_ = 0;
  const Term* term_ = nullptr;
  std::string list_;
};

std::unique_ptr<TermLists> Inverter::lists(const std::vector<std::uint32_t>& order) const {
  return std::make_unique<Lists>(*this, order);
}

void Inverter::clear() { *this = Inverter(); }

}  // namespace lede
