// Brings the index in step with what was read: finds the article each record is, and writes only
// what differs.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/applier.h"

#include <algorithm>
#include <utility>

#include "common/article_record.h"
#include "common/schema.h"
#include "indexer/document.h"
#include "indexer/update/prepare.h"

namespace lede {
namespace {

constexpr unsigned kAskEvery = 32;

std::string data_of(const PreparedRecord& record) {
  return record.document  ? record.document->data
         : record.encoded ? record.encoded->data
                          : record.data;
}

Article decoded(const std::string& data) {
  auto article = decode_article(data);
  if (!article) {
    throw Xapian::DatabaseCorruptError(article.error().message);
  }
  return std::move(*article);
}

std::string data_with_id(const PreparedRecord& record, const std::string& id) {
  if (id == record.id) {
    return data_of(record);
  }
  Article article = decoded(data_of(record));
  article.id = id;
  return encode_article(article);
}

// The whole boolean term of `document` that starts with `prefix`; documents have one of each kind.
std::string term_with(const Xapian::Document& document, std::string_view prefix) {
  auto term = document.termlist_begin();
  term.skip_to(std::string(prefix));
  return term != document.termlist_end() && (*term).starts_with(prefix) ? *term : std::string();
}

void set_term(Xapian::Document& document, std::string_view prefix, const std::string& term) {
  const std::string old = term_with(document, prefix);
  if (old != term) {
    document.remove_term(old);
    document.add_boolean_term(term);
  }
}

// "#3" of "a.jsonl#3".
std::string record_suffix(const std::string& path, const std::string& file) {
  return path.substr(std::min(to_valid_utf8(file).size(), path.size()));
}

std::string file_term(const FileKey& key) { return boolean_term(prefix::kFile, to_string(key)); }

}  // namespace

Applier::Applier(Store& store, const Plan& plan, ApplierOptions options)
    : store_(store), options_(std::move(options)), gone_(plan.gone) {
  for (const auto& [key, state] : gone_) {
    gone_terms_.insert(file_term(key));
  }
}

void Applier::apply(const FileTask& task, Chunk& chunk) {
  if (task_ != &task) {
    begin(task);
  }
  for (PreparedRecord& record : chunk.records) {
    apply_record(record);
  }
  for (const FailedRecord& failure : chunk.failures) {
    apply_failure(failure);
  }
  if (chunk.end) {
    end(*chunk.end);
  }
}

void Applier::begin(const FileTask& task) {
  task_ = &task;
  // A file without a state has no articles.
  articles_ = task.old ? FileArticles(store_, task.key) : FileArticles();
  state_ = FileState();
  touched_ = false;
}

void Applier::apply_record(PreparedRecord& record) {
  ++state_.records;
  state_.text_bytes += record.text_bytes;
  write(record, locate(record));
  commit_if_full();
}

void Applier::apply_failure(const FailedRecord& failure) {
  if (failure.error.code == ErrorCode::kNoReader) {
    state_.skipped = state_.skipped || failure.record.empty();
    ++counts_.skipped;
    options_.skipped({task_->file, failure.record, failure.error});
    return;
  }
  ++state_.failed;
  ++counts_.failed;
  options_.failed({task_->file, failure.record, failure.error});
}

Applier::Target Applier::locate(const PreparedRecord& record) {
  if (const auto kept = find_kept(record)) {
    return *kept;
  }
  const auto holder = store_.find(record.id);
  if (!holder) {
    return {0, record.id};
  }
  if (articles_.claim(*holder) || take_over(*holder)) {
    return {*holder, record.id};
  }
  // Another article has that id: nothing is lost, this one gets a longer one.
  state_.displaced = true;
  std::string id = next_id(record.id, record);
  auto other = store_.find(id);
  for (; other && !articles_.claim(*other); other = store_.find(id)) {
    id = next_id(id, record);
  }
  return {other.value_or(0), id};
}

// What this article is in the index under another id than its own.
std::optional<Applier::Target> Applier::find_kept(const PreparedRecord& record) {
  if (!task_->old) {
    return std::nullopt;
  }
  // In a file that was moved, an article without an id of its own keeps that of its first path.
  if (record.id_from_path && !task_->old->born.empty()) {
    const std::string id =
        to_valid_utf8(task_->old->born) + record_suffix(record.path, task_->key.path);
    if (const auto docid = store_.find(id); docid && articles_.claim(*docid)) {
      return Target{*docid, id};
    }
  }
  // Another one had the id; if it is free now, this one has it at last.
  if (task_->old->displaced && !store_.find(record.id)) {
    if (const auto docid = store_.find(next_id(record.id, record));
        docid && articles_.claim(*docid)) {
      return Target{*docid, record.id};
    }
  }
  return std::nullopt;
}

// What an article is called when another one has `id`.
std::string Applier::next_id(const std::string& id, const PreparedRecord& record) const {
  return id + "@" + std::to_string(task_->key.source) + ":" + record.path;
}

// An article of a file that vanished goes on in the file that now has its id.
bool Applier::take_over(Xapian::docid docid) {
  if (store_.is_new(docid)) {
    return false;
  }
  if (!gone_terms_.contains(term_with(store_.document(docid), prefix::kFile))) {
    return false;
  }
  articles_.add(docid);
  return true;
}

void Applier::write(PreparedRecord& record, const Target& target) {
  if (target.docid == 0) {
    add(record, target.id);
  } else {
    change(record, target, store_.document(target.docid));
  }
}

void Applier::add(PreparedRecord& record, const std::string& id) {
  if (const auto docid = add_document(record, id); docid != 0) {
    articles_.add(docid);
  }
  touched_ = true;
  ++counts_.added;
  counts_.text_bytes += record.text_bytes;
  tell(ChangeKind::kAdded, id, record.path);
}

Xapian::docid Applier::add_document(PreparedRecord& record, const std::string& id) {
  const IndexValue first_indexed = first_indexed_value(options_.now);
  if (record.encoded && id == record.id) {
    set_value(record.encoded->values, first_indexed);
    return store_.add(id, *record.encoded);
  }
  IndexDocument document = document_of(record, id);
  set_value(document.values, first_indexed);
  return store_.add(id, std::move(document));
}

void Applier::change(PreparedRecord& record, const Target& target, Xapian::Document old) {
  const bool same_content = unserialise_hash(old.get_value(slot::kContentHash)) == record.hash;
  const std::string file = file_term(task_->key);
  const bool moved = term_with(old, prefix::kFile) != file;
  if (!same_content) {
    IndexDocument document = document_of(record, target.id);
    set_value(document.values, first_indexed_value(first_indexed(old)));
    store_.replace(target.docid, to_xapian(document));
    touched_ = true;
    ++counts_.updated;
    counts_.text_bytes += record.text_bytes;
    tell(ChangeKind::kUpdated, target.id, record.path);
    return;
  }
  std::string data = data_with_id(record, target.id);
  if (moved || old.get_data() != data) {
    old.set_data(data);
    set_term(old, prefix::kId, boolean_term(prefix::kId, target.id));
    set_term(old, prefix::kFile, file);
    set_path_terms(old, record.path, analyzer_);
    store_.replace(target.docid, old);
    touched_ = true;
  }
  if (moved) {
    ++counts_.moved;
    tell(ChangeKind::kMoved, target.id, record.path);
  }
  counts_.unchanged += task_->counted ? 0 : 1;
}

IndexDocument Applier::document_of(PreparedRecord& record, const std::string& id) {
  if (record.document && id == record.id) {
    return std::move(*record.document);
  }
  Article article = decoded(data_of(record));
  article.id = id;
  return build_document(article, to_string(task_->key), analyzer_, builder_);
}

void Applier::end(const FileEnd& end) {
  switch (end.outcome) {
    case FileOutcome::kSame:
      end_same(end);
      break;
    case FileOutcome::kRead: {
      remove_missing();
      FileState state = end.state;
      state.records = state_.records;
      state.failed = state_.failed;
      state.text_bytes = state_.text_bytes;
      state.displaced = state_.displaced;
      state.skipped = state_.skipped;
      state.born = task_->old ? task_->old->born : "";
      store_.put_state(task_->key, state);
      break;
    }
    case FileOutcome::kFailed:
      ++counts_.failed;
      if (end.error) {
        options_.failed({task_->file, "", *end.error});
      }
      [[fallthrough]];
    case FileOutcome::kStopped:
      put_incomplete();
      break;
  }
  task_ = nullptr;
  commit_if_full();
}

void Applier::end_same(const FileEnd& end) {
  if (task_->old) {
    FileState state = *task_->old;
    state.size = end.state.size;
    state.mtime = end.state.mtime;
    store_.put_state(task_->key, state);
    counts_.unchanged += state.records;
    return;
  }
  const auto from = std::find_if(gone_.begin(), gone_.end(), [&](const auto& file) {
    return file.second.hash == end.state.hash && !file.second.incomplete;
  });
  if (from == gone_.end()) {
    unread_.insert(task_->key);
    return;
  }
  move_here(from->first, end);
  store_.drop_state(from->first);
  gone_terms_.erase(file_term(from->first));
  gone_.erase(from);
}

void Applier::move_here(const FileKey& from, const FileEnd& end) {
  const std::string new_path = to_valid_utf8(task_->key.path);
  for (const Xapian::docid docid : store_.articles_of(from)) {
    Xapian::Document document = store_.document(docid);
    Article article = decoded(document.get_data());
    article.path = new_path + record_suffix(article.path, from.path);
    document.set_data(encode_article(article));
    set_term(document, prefix::kFile, file_term(task_->key));
    set_path_terms(document, article.path, analyzer_);
    store_.replace(docid, document);
    articles_.add(docid);
    touched_ = true;
    ++counts_.moved;
    ++counts_.unchanged;
    tell(ChangeKind::kMoved, article.id, article.path);
    commit_if_full();
  }
  FileState state = gone_.at(from);
  state.born = state.born.empty() ? from.path : state.born;
  state.size = end.state.size;
  state.mtime = end.state.mtime;
  store_.put_state(task_->key, state);
}

void Applier::remove_missing() {
  if (options_.keep_gone) {
    return;
  }
  for (const Xapian::docid docid : articles_.missing()) {
    remove(docid);
  }
}

void Applier::remove_gone() {
  if (options_.keep_gone) {
    return;
  }
  for (const auto& [key, state] : gone_) {
    for (const Xapian::docid docid : store_.articles_of(key)) {
      remove(docid);
    }
    store_.drop_state(key);
    commit_if_full();
  }
}

void Applier::remove(Xapian::docid docid) {
  if (options_.changed) {
    const Article article = decoded(store_.document(docid).get_data());
    tell(ChangeKind::kRemoved, article.id, article.path);
  }
  store_.remove(docid);
  touched_ = true;
  ids_were_freed_ = true;
  ++counts_.removed;
}

// Written with every commit in the middle of a file: without a state nobody would know, should the
// file vanish, that these articles are to go with it.
void Applier::put_incomplete() {
  if (!touched_) {
    return;
  }
  FileState state;
  state.incomplete = true;
  state.records = articles_.size();
  state.displaced = state_.displaced || (task_->old && task_->old->displaced);
  state.born = task_->old ? task_->old->born : "";
  store_.put_state(task_->key, state);
}

void Applier::commit_if_full() {
  const bool ask = ++since_asked_ % kAskEvery == 0 && options_.memory_is_short;
  if (store_.pending_bytes() >= options_.batch_bytes || (ask && options_.memory_is_short())) {
    commit();
  }
}

void Applier::commit() {
  if (task_ != nullptr) {
    put_incomplete();
  }
  store_.commit();
}

void Applier::tell(ChangeKind kind, const std::string& id, const std::string& path) const {
  if (options_.changed) {
    options_.changed(kind, id, path);
  }
}

}  // namespace lede
