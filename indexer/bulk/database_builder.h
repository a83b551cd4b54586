// Writes a new Xapian database from documents in the order of their numbers, an order of magnitude
// faster than Xapian does.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/encoded_document.h"
#include "indexer/bulk/inverter.h"
#include "indexer/bulk/sample.h"
#include "indexer/bulk/table_entries.h"
#include "indexer/glass/table_writer.h"
#include "indexer/glass/version_file.h"

namespace lede {

struct BuilderOptions {
  std::string folder;  // does not exist yet, but the folder it is in does
  std::uint32_t first_docid = 1;
  std::size_t memory = std::size_t{64} << 20U;  // then what was gathered is spilled to a file
};

// Until finish() has returned there is no database, only files that are to be thrown away. Members
// throw Xapian::DatabaseError, as when the disk is full. For one thread.
class DatabaseBuilder {
 public:
  explicit DatabaseBuilder(const BuilderOptions& options);

  // Gives the document's number.
  std::uint32_t add(const EncodedDocument& document);

  // Puts what memory holds into files.
  void spill();
  [[nodiscard]] std::size_t memory() const { return inverter_.memory() + entries_.memory(); }

  [[nodiscard]] std::uint32_t documents() const { return statistics_.documents; }

  // Writes the database, durably. `metadata` as of Xapian::WritableDatabase::set_metadata().
  // `progress`, which may be empty, is told which share of it is done, from 0 to 1, on this thread.
  void finish(const std::map<std::string, std::string>& metadata,
              const std::function<void(double)>& progress);

  // After finish(): some documents as they were added, to compare with what can be read.
  [[nodiscard]] const DocumentSample& sample() const { return sample_; }

 private:
  enum class Part : std::uint8_t { kEntries, kTerms };

  [[nodiscard]] std::string table(std::string_view name) const;
  [[nodiscard]] std::string run_file(std::size_t run, Part part) const;
  [[nodiscard]] std::vector<std::unique_ptr<TermLists>> spilled(Part part) const;
  [[nodiscard]] std::vector<std::unique_ptr<TermLists>> term_lists(
      const std::vector<std::uint32_t>& order) const;
  void add_metadata(const std::map<std::string, std::string>& metadata);
  [[nodiscard]] glass::TableRoot write_postings(const std::vector<std::uint32_t>& order);
  [[nodiscard]] glass::TableRoot write_positions(const std::vector<std::uint32_t>& order,
                                                 const std::function<void(double)>& progress);
  void write_version_file(const glass::Roots& roots) const;
  void remove_runs() const;

  const BuilderOptions options_;
  std::uint32_t next_docid_;
  Inverter inverter_;
  TableEntries entries_;
  std::size_t runs_ = 0;  // spilled
  std::uint64_t position_tags_ = 0;
  glass::Statistics statistics_;
  DocumentSample sample_;
  std::unique_ptr<glass::TableWriter> termlists_;
  std::unique_ptr<glass::TableWriter> data_;
};

}  // namespace lede
