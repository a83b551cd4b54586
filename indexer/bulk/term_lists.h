// A sequence of named lists in the byte order of their names: one part of a run, in memory or
// spilled to a file, and several of them as one.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lede {

// What stands before a list.
struct ListHead {
  std::string_view name;  // a term, or a key of a table
  // For a term:
  std::uint64_t documents = 0;
  std::uint64_t collection_frequency = 0;
  bool has_positions = false;  // in any document
};

// Members throw Xapian::DatabaseError when a file cannot be read. For one thread.
class TermLists {
 public:
  TermLists() = default;
  virtual ~TermLists() = default;
  TermLists(const TermLists&) = delete;
  TermLists& operator=(const TermLists&) = delete;

  // Goes to the next list; false after the last. `head` stands until the next call.
  [[nodiscard]] virtual bool next(ListHead& head) = 0;

  // The list at hand; asked for at most once. It stands until the next call.
  [[nodiscard]] virtual std::string_view list() = 0;
};

// Writes all of `lists` to a new file, which spilled_lists() reads. Neither syncs: a run that is
// interrupted is thrown away.
void spill_lists(TermLists& lists, const std::string& path);
[[nodiscard]] std::unique_ptr<TermLists> spilled_lists(const std::string& path);

// Called for each name with the heads of the lists it has, added up, and for each list in turn.
// When `begin` says false, the lists of that name are left out.
struct ListVisitor {
  std::function<bool(const ListHead& sum)> begin;
  std::function<void(std::string_view list)> list;
  std::function<void()> end;
};

// All of `runs` as one. Equal names come together, in the order of the runs.
void merge_lists(const std::vector<std::unique_ptr<TermLists>>& runs, const ListVisitor& visitor);

}  // namespace lede
