// A sequence of named lists in the byte order of their names: one part of a run, in memory or
// spilled to a file, and several of them as one.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/bulk/term_lists.h"

#include <xapian.h>

#include <cerrno>
#include <fstream>

#include "indexer/glass/encoding.h"
#include "indexer/glass/output_file.h"

namespace lede {
namespace {

class SpilledLists final : public TermLists {
 public:
  explicit SpilledLists(const std::string& path) : path_(path), buffer_(kBufferBytes) {
    file_.rdbuf()->pubsetbuf(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    file_.open(path, std::ios::binary);
    check(file_.is_open());
  }

  [[nodiscard]] bool next(ListHead& head) override {
    skip_list();
    if (file_.peek() == std::ifstream::traits_type::eof()) {
      check(!file_.bad());
      return false;
    }
    read(name_, number());
    head.name = name_;
    head.documents = number();
    head.collection_frequency = number();
    head.has_positions = number() != 0;
    unread_ = number();
    return true;
  }

  [[nodiscard]] std::string_view list() override {
    read(list_, unread_);
    unread_ = 0;
    return list_;
  }

 private:
  static constexpr std::size_t kBufferBytes = std::size_t{64} << 10U;

  void skip_list() {
    if (unread_ > 0) {
      file_.ignore(static_cast<std::streamsize>(unread_));
      check(file_.good());
      unread_ = 0;
    }
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const int byte = file_.get();
      check(file_.good());
      value |= std::uint64_t{static_cast<unsigned>(byte) & 0x7fU} << shift;
      if (byte < 0x80) {
        return value;
      }
    }
    check(false);
    return 0;
  }

  void read(std::string& bytes, std::uint64_t count) {
    bytes.resize(count);
    file_.read(bytes.data(), static_cast<std::streamsize>(count));
    check(file_.good());
  }

  void check(bool good) const {
    if (!good) {
      throw Xapian::DatabaseError("cannot read back " + path_, errno);
    }
  }

  std::string path_;
  std::vector<char> buffer_;
  std::ifstream file_;
  std::string name_;
  std::string list_;
  std::uint64_t unread_ = 0;  // bytes of the list at hand
};

}  // namespace

void spill_lists(TermLists& lists, const std::string& path) {
  glass::OutputFile file(path);
  ListHead head;
  std::string bytes;
  while (lists.next(head)) {
    const std::string_view list = lists.list();
    bytes.clear();
    glass::append_string(bytes, head.name);
    glass::append_uint(bytes, head.documents);
    glass::append_uint(bytes, head.collection_frequency);
    glass::append_uint(bytes, head.has_positions ? 1 : 0);
    glass::append_uint(bytes, list.size());
    file.append(bytes);
    file.append(list);
  }
  file.flush();
}

std::unique_ptr<TermLists> spilled_lists(const std::string& path) {
  return std::make_unique<SpilledLists>(path);
}

// Runs are few: looking at the head of each is quicker than a heap.
void merge_lists(const std::vector<std::unique_ptr<TermLists>>& runs, const ListVisitor& visitor) {
  std::vector<ListHead> heads(runs.size());
  std::vector<bool> left(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    left[i] = runs[i]->next(heads[i]);
  }
  std::vector<std::size_t> equal;  // runs that have the least name
  while (true) {
    equal.clear();
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (!left[i]) {
        continue;
      }
      const int order = equal.empty() ? 0 : heads[i].name.compare(heads[equal[0]].name);
      if (order < 0) {
        equal.clear();
      }
      if (order <= 0) {
        equal.push_back(i);
      }
    }
    if (equal.empty()) {
      return;
    }
    ListHead sum;
    sum.name = heads[equal[0]].name;
    for (const std::size_t i : equal) {
      sum.documents += heads[i].documents;
      sum.collection_frequency += heads[i].collection_frequency;
      sum.has_positions = sum.has_positions || heads[i].has_positions;
    }
    if (visitor.begin(sum)) {
      for (const std::size_t i : equal) {
        visitor.list(runs[i]->list());
      }
      visitor.end();
    }
    for (const std::size_t i : equal) {
      left[i] = runs[i]->next(heads[i]);
    }
  }
}

}  // namespace lede
