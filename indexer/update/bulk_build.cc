// A new database that is built beside the one in use: a copy of what is there, changed through
// Xapian, and the new articles, written in bulk. In the end the two become one.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/bulk_build.h"

#include <xxhash.h>

#include <filesystem>
#include <map>
#include <system_error>

#include "indexer/update/database_folder.h"

namespace lede {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail_on(const std::string& what, const std::error_code& error) {
  throw Xapian::DatabaseError("cannot " + what, error.value());
}

std::string make_fresh(const std::string& folder) {
  std::error_code error;
  fs::remove_all(folder, error);
  if (error || !fs::create_directory(folder, error)) {
    fail_on("make the folder " + folder, error);
  }
  return folder;
}

// The tables as they were last committed: the lock is held, so that nobody changes them.
std::string copy_tables(const std::string& from, const std::string& to) {
  std::error_code error;
  if (!fs::create_directory(to, error)) {
    fail_on("make the folder " + to, error);
  }
  for (const auto& entry : fs::directory_iterator(from)) {
    const std::string name = entry.path().filename().string();
    if (name == "iamglass" || name.ends_with(".glass")) {
      fs::copy_file(entry.path(), fs::path(to) / name, error);
      if (error) {
        fail_on("copy " + entry.path().string() + " to " + to, error);
      }
    }
  }
  return to;
}

std::uint64_t hash_of(const std::string& id) { return XXH3_64bits(id.data(), id.size()); }

std::map<std::string, std::string> metadata_of(const Xapian::Database& database) {
  std::map<std::string, std::string> metadata;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    metadata.emplace(*key, database.get_metadata(*key));
  }
  return metadata;
}

// Whether the whole counts what its parts do.
void compare_counts(const Xapian::Database& whole, Xapian::doccount documents,
                    Xapian::totallength length) {
  if (whole.get_doccount() != documents || whole.get_total_length() != length) {
    throw Xapian::DatabaseCorruptError(
        "the new database counts " + std::to_string(whole.get_doccount()) + " articles of " +
        std::to_string(whole.get_total_length()) + " terms, and should count " +
        std::to_string(documents) + " of " + std::to_string(length));
  }
}

}  // namespace

BulkBuild::BulkBuild(const std::string& live, std::size_t memory)
    : memory_(memory),
      folder_(make_fresh(building_folder(live))),
      discard_(folder_),
      copy_(copy_tables(live, folder_ + "/copy")),
      new_articles_(folder_ + "/new"),
      builder_(builder_options(live, memory)) {}

BuilderOptions BulkBuild::builder_options(const std::string& live, std::size_t memory) const {
  BuilderOptions options;
  options.folder = new_articles_;
  options.first_docid = Xapian::Database(live).get_lastdocid() + 1;
  options.memory = memory;
  return options;
}

// Should two ids have one hash, the second article gets a longer id, and nothing is lost.
Xapian::docid BulkBuild::add(const std::string& id, const EncodedDocument& document) {
  const Xapian::docid docid = builder_.add(document);
  ids_.emplace(hash_of(id), docid);
  return docid;
}

std::optional<Xapian::docid> BulkBuild::find(const std::string& id) const {
  const auto found = ids_.find(hash_of(id));
  return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t BulkBuild::memory() const {
  constexpr std::size_t kNode = 48;  // of the hash map
  return builder_.memory() + ids_.size() * kNode;
}

std::string BulkBuild::join(Xapian::WritableDatabase& copy,
                            const std::function<void(double)>& progress) {
  const Xapian::doccount before = copy.get_doccount();
  const Xapian::totallength length_before = copy.get_total_length();
  builder_.finish(before == 0 ? metadata_of(copy) : std::map<std::string, std::string>(), progress);
  std::string whole = new_articles_;
  if (before > 0 && builder_.documents() == 0) {
    return copy_;
  }
  const Xapian::totallength length_added = Xapian::Database(new_articles_).get_total_length();
  if (before > 0) {
    whole = folder_ + "/joined";
    Xapian::Database both;
    both.add_database(Xapian::Database(copy_));
    both.add_database(Xapian::Database(new_articles_));
    both.compact(whole, Xapian::DBCOMPACT_NO_RENUMBER);
    sync_files(whole);
  }
  const Xapian::Database database(whole);
  compare_counts(database, before + builder_.documents(), length_before + length_added);
  builder_.sample().compare(database);
  return whole;
}

std::uint64_t bytes_to_begin_bulk(const std::string& live) {
  constexpr std::uint64_t kAtLeast = std::uint64_t{16} << 20U;
  return 2 * folder_bytes(live) + kAtLeast;
}

}  // namespace lede
