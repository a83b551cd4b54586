// Writes a new Xapian database from documents in the order of their numbers, an order of magnitude
// faster than Xapian does.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/bulk/database_builder.h"

#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <future>
#include <optional>
#include <random>
#include <system_error>
#include <utility>

#include "indexer/bulk/list_reader.h"
#include "indexer/glass/encoding.h"
#include "indexer/glass/output_file.h"
#include "indexer/glass/posting_chunks.h"
#include "indexer/glass/sync.h"
#include "indexer/glass/termlist.h"

namespace lede {
namespace {

namespace fs = std::filesystem;

// How often progress is told, in position lists.
constexpr std::uint64_t kTellEvery = 1U << 16U;

// A random one (RFC 4122, version 4): Xapian knows by it which database a reader has open.
std::string random_uuid() {
  std::random_device random;
  std::string uuid(16, '\0');
  std::generate(uuid.begin(), uuid.end(), [&] { return static_cast<char>(random() & 0xffU); });
  uuid[6] = static_cast<char>((static_cast<unsigned char>(uuid[6]) & 0x0fU) | 0x40U);
  uuid[8] = static_cast<char>((static_cast<unsigned char>(uuid[8]) & 0x3fU) | 0x80U);
  return uuid;
}

void make_folder(const std::string& path) {
  std::error_code error;
  if (!fs::create_directory(path, error)) {
    const int reason = error ? error.value() : EEXIST;
    throw Xapian::DatabaseError("cannot make the folder " + path, reason);
  }
}

}  // namespace

DatabaseBuilder::DatabaseBuilder(const BuilderOptions& options)
    : options_(options), next_docid_(options.first_docid) {
  make_folder(options_.folder);
  termlists_ = std::make_unique<glass::TableWriter>(table("termlist"));
  data_ = std::make_unique<glass::TableWriter>(table("docdata"));
}

std::uint32_t DatabaseBuilder::add(const EncodedDocument& document) {
  if (memory() >= options_.memory || !inverter_.has_room_for(document)) {
    spill();
  }
  const std::uint32_t docid = next_docid_++;
  inverter_.add(docid, document);
  entries_.add(docid, document);
  sample_.offer(docid, document);
  statistics_.count(docid, document.length);
  for (const EncodedPosting& posting : document.postings) {
    statistics_.highest_wdf = std::max(statistics_.highest_wdf, posting.wdf);
    position_tags_ += posting.positions_bytes > 0 ? 1 : 0;
  }

  std::string key;
  glass::append_sortable(key, docid);
  if (!document.data.empty()) {
    data_->add(key, document.data);
  }
  termlists_->add(key, document.termlist, document.termlist_is_compressed);
  if (!document.values.empty()) {
    std::vector<std::uint32_t> slots;
    for (const IndexValue& value : document.values) {
      slots.push_back(value.slot);
    }
    std::string used;
    glass::append_used_slots(used, slots);
    key += '\0';
    termlists_->add(key, used);
  }
  return docid;
}

void DatabaseBuilder::spill() {
  if (inverter_.empty() && entries_.memory() == 0) {
    return;
  }
  const auto order = inverter_.sorted();
  spill_lists(*entries_.take(), run_file(runs_, Part::kEntries));
  spill_lists(*inverter_.lists(order), run_file(runs_, Part::kTerms));
  ++runs_;
  inverter_.clear();
}

void DatabaseBuilder::finish(const std::map<std::string, std::string>& metadata,
                             const std::function<void(double)>& progress) {
  entries_.finish();
  add_metadata(metadata);
  const auto order = inverter_.sorted();
  auto postings = std::async(std::launch::async, [&] { return write_postings(order); });
  glass::Roots roots;
  roots.positions = write_positions(order, progress);
  roots.terms = termlists_->finish();
  roots.data = data_->finish();
  roots.postings = postings.get();
  for (const std::string_view name : {"postlist", "docdata", "termlist", "position"}) {
    glass::sync_file(table(name));
  }
  inverter_.clear();
  remove_runs();
  write_version_file(roots);
}

void DatabaseBuilder::add_metadata(const std::map<std::string, std::string>& metadata) {
  for (const auto& [name, value] : metadata) {
    if (!value.empty()) {
      entries_.add_entry(std::string("\0\xc0", 2) + name, value);
    }
  }
}

glass::TableRoot DatabaseBuilder::write_postings(const std::vector<std::uint32_t>& order) {
  glass::TableWriter writer(table("postlist"));
  // In the order of the keys, these come before all terms.
  auto entries = spilled(Part::kEntries);
  entries.push_back(entries_.take());
  std::string key;
  merge_lists(entries, {[&](const ListHead& head) {
                          key = head.name;
                          return true;
                        },
                        [&](std::string_view tag) { writer.add(key, tag); }, [] {}});

  const glass::EntrySink sink = [&](std::string_view at, std::string_view tag) {
    writer.add(at, tag);
  };
  std::optional<glass::PostingChunks> chunks;
  merge_lists(term_lists(order),
              {[&](const ListHead& head) {
                 chunks.emplace(sink, glass::first_posting_key(head.name),
                                glass::later_posting_key(head.name),
                                glass::PostingTotals{head.documents, head.collection_frequency});
                 return true;
               },
               [&](std::string_view list) {
                 read_list(list, [&](std::uint32_t docid, std::uint32_t wdf, std::string_view) {
                   chunks->add(docid, wdf);
                 });
               },
               [&] { chunks->finish(); }});
  return writer.finish();
}

glass::TableRoot DatabaseBuilder::write_positions(const std::vector<std::uint32_t>& order,
                                                  const std::function<void(double)>& progress) {
  glass::TableWriter writer(table("position"));
  std::string key;
  std::size_t term_bytes = 0;
  std::uint64_t written = 0;
  const auto add = [&](std::uint32_t docid, std::uint32_t, std::string_view tag) {
    if (tag.empty()) {
      return;
    }
    key.resize(term_bytes);
    glass::append_sortable(key, docid);
    writer.add(key, tag);
    if (++written % kTellEvery == 0 && progress) {
      progress(static_cast<double>(written) / static_cast<double>(position_tags_));
    }
  };
  merge_lists(term_lists(order), {[&](const ListHead& head) {
                                    key = glass::later_posting_key(head.name);
                                    term_bytes = key.size();
                                    return head.has_positions;
                                  },
                                  [&](std::string_view list) { read_list(list, add); }, [] {}});
  return writer.finish();
}

std::vector<std::unique_ptr<TermLists>> DatabaseBuilder::term_lists(
    const std::vector<std::uint32_t>& order) const {
  auto runs = spilled(Part::kTerms);
  runs.push_back(inverter_.lists(order));
  return runs;
}

// Once this file has its name, the folder is a database.
void DatabaseBuilder::write_version_file(const glass::Roots& roots) const {
  const std::string temporary = options_.folder + "/v.tmp";
  const std::string name = options_.folder + "/iamglass";
  glass::OutputFile file(temporary);
  file.append(glass::version_file(statistics_, roots, random_uuid()));
  file.sync();
  if (std::rename(temporary.c_str(), name.c_str()) != 0) {
    throw Xapian::DatabaseError("cannot rename " + temporary, errno);
  }
  glass::sync_folder(options_.folder);
}

std::string DatabaseBuilder::table(std::string_view name) const {
  return options_.folder + "/" + std::string(name) + ".glass";
}

std::string DatabaseBuilder::run_file(std::size_t run, Part part) const {
  return options_.folder + "/run-" + std::to_string(run) +
         (part == Part::kEntries ? ".entries" : ".terms");
}

std::vector<std::unique_ptr<TermLists>> DatabaseBuilder::spilled(Part part) const {
  std::vector<std::unique_ptr<TermLists>> lists;
  for (std::size_t run = 0; run < runs_; ++run) {
    lists.push_back(spilled_lists(run_file(run, part)));
  }
  return lists;
}

void DatabaseBuilder::remove_runs() const {
  for (std::size_t run = 0; run < runs_; ++run) {
    for (const Part part : {Part::kEntries, Part::kTerms}) {
      std::error_code ignored;
      fs::remove(run_file(run, part), ignored);
    }
  }
}

}  // namespace lede
