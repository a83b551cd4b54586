// Learns anew which lines repeat, from the stored articles, and takes them out of these.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/upkeep/relearn.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "common/article_record.h"
#include "common/schema.h"
#include "common/text/analyzer.h"
#include "common/xapian_guard.h"
#include "indexer/document.h"
#include "indexer/extract/line_learner.h"
#include "indexer/update/learned_store.h"
#include "indexer/update/prepare.h"
#include "indexer/update/sample.h"
#include "indexer/update/store.h"

namespace lede {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{128} << 20U;

Article stored_article(const Xapian::Document& document) {
  auto article = decode_article(document.get_data());
  if (!article) {
    throw Xapian::DatabaseCorruptError(article.error().message);
  }
  return std::move(*article);
}

std::string file_term(const Xapian::Document& document) {
  auto term = document.termlist_begin();
  term.skip_to(std::string(prefix::kFile));
  return term == document.termlist_end() ? std::string() : *term;
}

class Relearning {
 public:
  Relearning(Store& store, const std::atomic<bool>& stop) : store_(store), stop_(stop) {
    for (auto& [key, state] : store_.file_states()) {
      files_.emplace(boolean_term(prefix::kFile, to_string(key)), File{key, state, 0});
    }
    const Xapian::Database& database = store_.reading();
    docids_ = {database.postlist_begin(""), database.postlist_end("")};
  }

  RelearnReport run() {
    learn();
    if (!stop_) {
      put_learned();
      renew();
    }
    report_.interrupted = stop_;
    return report_;
  }

 private:
  struct File {
    FileKey key;
    FileState state;
    std::int64_t text_bytes = 0;  // that it has more or less than before
  };

  // Null for an article whose file nobody remembers.
  File* file_of(const Xapian::Document& document) {
    const auto found = files_.find(file_term(document));
    return found == files_.end() ? nullptr : &found->second;
  }

  static Outlet outlet(const Article& article, const File* file) {
    return outlet_of(article, file != nullptr ? folder_of(file->key) : Outlet{});
  }

  void learn() {
    LineLearner learner;
    std::map<std::string, std::size_t> articles_of_folder;
    for (const Xapian::docid docid : docids_) {
      if (stop_) {
        return;
      }
      const Xapian::Document document = store_.document(docid);
      const Article article = stored_article(document);
      const File* file = file_of(document);
      learner.add(outlet(article, file), article.path, restore_repeats(article).text,
                  head_of(article));
      if (file != nullptr) {
        ++articles_of_folder[folder_of(file->key).key];
      }
    }
    learned_ = learner.learn();
    for (const auto& [folder, articles] : articles_of_folder) {
      if (articles >= kEnoughToSample) {
        folders_.insert(folder);
      }
    }
  }

  void put_learned() {
    std::map<std::string, std::string> entries;
    const auto keep = [&](const std::string& key, const std::string& value) {
      entries[key] = value;
    };
    for (const auto& [outlet, lines] : learned_) {
      write_repeats(outlet, lines, keep);
      report_.outlets += lines.lines.empty() ? 0U : 1U;
      report_.lines += lines.lines.size();
    }
    for (const std::string& folder : folders_) {
      write_sampled_folder(folder, keep);
    }
    for (const std::string& key : learned_keys(store_.reading())) {
      entries.try_emplace(key);  // an empty value: no longer there
    }
    for (const auto& [key, value] : entries) {
      if (store_.reading().get_metadata(key) != value) {
        store_.put_metadata(key, value);
      }
    }
  }

  void renew() {
    for (const Xapian::docid docid : docids_) {
      if (stop_) {
        break;
      }
      ++report_.articles;
      renew_article(docid);
      if (store_.pending_bytes() >= kBatchBytes) {
        commit();
      }
    }
    commit();
  }

  void renew_article(Xapian::docid docid) {
    const Xapian::Document old = store_.document(docid);
    Article article = stored_article(old);
    File* file = file_of(old);
    const auto known = learned_.find(outlet(article, file).key);
    const auto before = static_cast<std::int64_t>(article.text.size());
    if (file == nullptr ||
        !renew_repeats(article, known == learned_.end() ? nullptr : &known->second)) {
      return;
    }
    Xapian::Document document = build_document(article, to_string(file->key), analyzer_);
    for (const Xapian::valueno slot : {slot::kFirstIndexed, slot::kCopyGroup, slot::kStory}) {
      document.add_value(slot, old.get_value(slot));
    }
    store_.replace(docid, document);
    file->text_bytes += static_cast<std::int64_t>(article.text.size()) - before;
    ++report_.changed;
  }

  void commit() {
    for (auto& [term, file] : files_) {
      if (file.text_bytes != 0) {
        file.state.text_bytes += static_cast<std::uint64_t>(std::exchange(file.text_bytes, 0));
        store_.put_state(file.key, file.state);
      }
    }
    store_.commit();
  }

  Store& store_;
  const std::atomic<bool>& stop_;
  std::map<std::string, File> files_;  // by the term that names the file
  std::vector<Xapian::docid> docids_;
  LearnedLines learned_;
  std::set<std::string> folders_;  // with enough articles
  Analyzer analyzer_;
  RelearnReport report_;
};

}  // namespace

Result<RelearnReport> relearn(const std::string& path, const std::atomic<bool>& stop) {
  auto store = Store::open_existing(path);
  if (!store) {
    return fail(std::move(store).error());
  }
  return xapian_guard(path, [&] { return Relearning(*store, stop).run(); });
}

}  // namespace lede
