// The one place that changes a database: everything between two commits becomes visible together.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/store.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "common/schema.h"
#include "common/xapian_guard.h"
#include "indexer/document.h"
#include "indexer/update/database_folder.h"
#include "indexer/update/memory.h"

namespace lede {
namespace {

// A document without words, and a metadata entry, still cost something.
constexpr std::size_t kChangeCost = 512;

// Of a build that was killed. The lock is held, so that nobody builds there now.
void remove_leftovers(const std::string& path) {
  std::error_code error;
  const auto live = std::filesystem::canonical(path, error);
  if (!error) {
    const Discard building(building_folder(live.string()));
  }
}

Xapian::WritableDatabase open_to_write(const std::string& path) {
  try {
    return Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OPEN);
  } catch (const Xapian::DatabaseNotFoundError&) {
    // Tables without a version file, of a first run that was killed before it had one.
    const auto held = folder_holds(path);
    if (held && *held == FolderHolds::kNothing) {
      return Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OVERWRITE);
    }
    throw;
  }
}

}  // namespace

std::size_t pending_cost(const Xapian::Document& document) {
  // Measured: see docs/index-format.md, "Memory while writing".
  constexpr std::size_t kTermCost = 150;
  return kChangeCost + document.termlist_count() * kTermCost + document.get_data().size();
}

Store::Store(std::string path, Xapian::Database database)
    : path_(std::move(path)),
      folder_(path_),
      database_(std::move(database)),
      last_docid_(database_.get_lastdocid()) {}

Store::Store(std::string path, Xapian::WritableDatabase database)
    : path_(std::move(path)),
      folder_(path_),
      database_(database),
      writable_(std::move(database)),
      last_docid_(database_.get_lastdocid()) {}

Result<Store> Store::open(const std::string& path) {
  if (auto usable = prepare_folder(path); !usable) {
    return fail(std::move(usable).error());
  }
  return xapian_guard(path, [&]() -> Result<Store> {
    Xapian::WritableDatabase database = open_to_write(path);
    remove_leftovers(path);
    if (is_untouched(database)) {
      return Store(path, std::move(database));
    }
    if (auto ours = check_schema(database, path); !ours) {
      return fail(std::move(ours).error());
    }
    return Store(path, std::move(database));
  });
}

Result<Store> Store::open_existing(const std::string& path) {
  const auto held = folder_holds(path);
  if (!held) {
    return fail(held.error());
  }
  if (*held != FolderHolds::kDatabase) {
    return fail(ErrorCode::kDatabaseMissing, path + ": there is no database here");
  }
  return open(path);
}

Result<Store> Store::open_dry(const std::string& path) {
  const auto held = folder_holds(path);
  if (!held) {
    return fail(held.error());
  }
  if (*held != FolderHolds::kDatabase) {
    return Store(path, Xapian::Database());
  }
  return xapian_guard(path, [&]() -> Result<Store> {
    Xapian::Database database(path);
    if (auto ours = check_schema(database, path); !ours && !is_untouched(database)) {
      return fail(std::move(ours).error());
    }
    return Store(path, std::move(database));
  });
}

std::map<FileKey, FileState> Store::file_states() const {
  std::map<FileKey, FileState> states;
  const std::string prefix(meta::kFilePrefix);
  for (auto key = database_.metadata_keys_begin(prefix); key != database_.metadata_keys_end(prefix);
       ++key) {
    if (auto file = decode_state(database_.get_metadata(*key))) {
      states.emplace(std::move(file->key), file->state);
    }
  }
  return states;
}

std::vector<std::string> Store::sources() const {
  std::vector<std::string> folders;
  while (true) {
    auto folder =
        database_.get_metadata(std::string(meta::kSourcePrefix) + std::to_string(folders.size()));
    if (folder.empty()) {
      return folders;
    }
    folders.push_back(std::move(folder));
  }
}

std::optional<Xapian::docid> Store::find(const std::string& id) const {
  if (const auto added = build_ ? build_->find(id) : std::nullopt) {
    return added;
  }
  const std::string term = boolean_term(prefix::kId, id);
  // Asking for the posting list first would make Xapian write out what it still gathers.
  if (!database_.term_exists(term)) {
    return std::nullopt;
  }
  return *database_.postlist_begin(term);
}

std::vector<Xapian::docid> Store::articles_of(const FileKey& key) const {
  const std::string term = boolean_term(prefix::kFile, to_string(key));
  return {database_.postlist_begin(term), database_.postlist_end(term)};
}

Xapian::Document Store::document(Xapian::docid docid) const {
  return database_.get_document(docid);
}

std::uint64_t Store::content_hash(Xapian::docid docid) const {
  return unserialise_hash(database_.get_document(docid).get_value(slot::kContentHash));
}

Xapian::docid Store::add(const std::string& id, IndexDocument&& document) {
  if (adds_in_bulk_) {
    return build_->add(id, std::move(document));
  }
  const Xapian::Document made = to_xapian(document);
  pending_bytes_ += pending_cost(made);
  auto* database = writing();
  return database != nullptr ? database->add_document(made) : 0;
}

Xapian::docid Store::add(const std::string& id, const EncodedDocument& document) {
  return build_->add(id, document);
}

void Store::replace(Xapian::docid docid, const Xapian::Document& document) {
  pending_bytes_ += pending_cost(document);
  if (auto* database = writing()) {
    database->replace_document(docid, document);
  }
}

void Store::remove(Xapian::docid docid) {
  if (auto* database = writing()) {
    database->delete_document(docid);
  }
  pending_bytes_ += kChangeCost;
}

void Store::put_state(const FileKey& key, const FileState& state) {
  put_metadata(metadata_key(key), encode_state(key, state));
}

void Store::drop_state(const FileKey& key) { put_metadata(metadata_key(key), ""); }

void Store::put_source(std::size_t number, const std::string& folder) {
  put_metadata(std::string(meta::kSourcePrefix) + std::to_string(number), folder);
}

void Store::put_metadata(const std::string& key, const std::string& value) {
  if (auto* database = writing()) {
    database->set_metadata(key, value);
  }
  pending_bytes_ += kChangeCost;
}

std::size_t Store::pending_bytes() const {
  return pending_bytes_ + (adds_in_bulk_ ? build_->memory() : 0);
}

void Store::commit() {
  if (writable_ && changed_) {
    writable_->commit_transaction();
    sync_folder(folder_);
    release_memory();
  }
  if (adds_in_bulk_ && build_->is_worth_spilling()) {
    build_->spill();
    release_memory();
  }
  changed_ = false;
  pending_bytes_ = 0;
}

void Store::begin_bulk(std::size_t memory) {
  live_ = std::filesystem::canonical(path_).string();
  build_ = std::make_unique<BulkBuild>(live_, memory);
  adds_in_bulk_ = true;
  locked_ = std::move(writable_);
  reopen(build_->copy());
}

void Store::end_bulk(const std::function<void(double)>& progress) {
  writing();  // an empty database gets its schema, whatever was added
  writable_->commit_transaction();
  changed_ = false;
  pending_bytes_ = 0;
  const std::string whole = build_->join(*writable_, progress);
  adds_in_bulk_ = false;
  reopen(whole);
}

Result<void> Store::publish(const std::function<Result<void>(const std::string& folder)>& verify) {
  writable_->close();
  writable_.reset();
  if (auto sound = verify ? verify(folder_) : Result<void>(); !sound) {
    return sound;
  }
  if (auto exchanged = exchange_folders(live_, folder_); !exchanged) {
    return exchanged;
  }
  folder_ = path_;
  database_ = Xapian::Database(path_);
  locked_.reset();
  build_.reset();
  return {};
}

void Store::reopen(const std::string& path) {
  // Both, or the lock of a database that is opened once more would still be held here.
  writable_.reset();
  database_ = Xapian::Database();
  folder_ = path;
  writable_.emplace(path, Xapian::DB_CREATE_OR_OPEN);
  database_ = *writable_;
}

Xapian::WritableDatabase* Store::writing() {
  if (!writable_) {
    return nullptr;
  }
  if (!changed_) {
    // Without a transaction Xapian commits by itself after so many documents, in the middle of a
    // file.
    writable_->begin_transaction();
    changed_ = true;
    if (is_untouched(*writable_)) {
      write_schema(*writable_);
    }
  }
  return &*writable_;
}

}  // namespace lede
