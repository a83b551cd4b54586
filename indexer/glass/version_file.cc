// The file that makes a folder of tables a database.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/version_file.h"

#include <xapian.h>

#include <algorithm>

#include "indexer/glass/encoding.h"

namespace lede::glass {
namespace {

constexpr std::string_view kMagic = "\x0f\x0dXapian Glass";
constexpr std::string_view kFormat = "\x04\x6e";  // 14 March 2016

// From which length on Xapian, when it updates a table, tries to compress a tag; 0: never.
constexpr std::uint64_t kNeverCompress = 0;
constexpr std::uint64_t kCompressFrom = 18;

void append_root(std::string& out, const TableRoot& table, std::uint64_t compress_from) {
  constexpr std::uint64_t kSequential = 2;
  constexpr std::uint64_t kNoFile = 1;
  const bool empty = table.entries == 0;
  append_uint(out, table.root);
  append_uint(out, std::uint64_t{table.levels} << 2U | kSequential | (empty ? kNoFile : 0));
  append_uint(out, table.entries);
  append_uint(out, kBlockBytes >> 11U);
  append_uint(out, compress_from);
  std::string free_blocks;
  if (!empty) {
    append_uint(free_blocks, kFirstRevision);
    append_uint(free_blocks, table.blocks);
    free_blocks.append(4, '\0');  // an empty list of free blocks: where it begins and ends
  }
  append_string(out, free_blocks);
}

}  // namespace

void Statistics::count(std::uint32_t docid, std::uint32_t length) {
  ++documents;
  last_docid = docid;
  total_length += length;
  longest_length = std::max(longest_length, length);
  if (length > 0) {
    shortest_length = shortest_length == 0 ? length : std::min(shortest_length, length);
  }
}

std::string version_file(const Statistics& statistics, const Roots& roots, std::string_view uuid) {
  std::string out;
  out += kMagic;
  out += kFormat;
  out += uuid;
  append_uint(out, kFirstRevision);
  append_root(out, roots.postings, kNeverCompress);
  // What we store is compressed already, and so are updates of it.
  append_root(out, roots.data, kNeverCompress);
  append_root(out, roots.terms, kCompressFrom);
  append_root(out, roots.positions, kNeverCompress);
  append_root(out, TableRoot(), kCompressFrom);  // spelling
  append_root(out, TableRoot(), kCompressFrom);  // synonyms
  append_uint(out, statistics.documents);
  append_uint(out, statistics.last_docid - statistics.documents);
  append_uint(out, statistics.shortest_length);
  append_uint(out, statistics.highest_wdf);
  append_uint(out,
              std::max(statistics.longest_length, statistics.highest_wdf) - statistics.highest_wdf);
  append_uint(out, 0);  // oldest changeset
  append_uint(out, statistics.total_length);
  append_uint(out, 0);  // most frequent word of the spelling table
  return out;
}

bool is_proved_with_this_xapian() {
  return Xapian::major_version() == 1 && Xapian::minor_version() == 4 && Xapian::revision() >= 6;
}

}  // namespace lede::glass
