// The same documents in two databases: one written in bulk, one through Xapian.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/bulk/twins.h"

#include <gtest/gtest.h>

#include <utility>

#include "tests/integration/bulk/random_documents.h"
#include "tests/support/database_difference.h"

namespace lede::test {

Twins::Twins(BuilderOptions options) {
  options.folder = bulk();
  builder_.emplace(options);
  writable_.emplace(api(), Xapian::DB_CREATE);
}

Xapian::docid Twins::add(IndexDocument document) {
  const Xapian::Document made = to_xapian(document);
  const Xapian::docid docid = builder_->add(encoder_.encode(std::move(document)));
  writable_->replace_document(docid, made);
  return docid;
}

void Twins::finish(const std::map<std::string, std::string>& metadata) {
  builder_->finish(metadata, {});
  for (const auto& [key, value] : metadata) {
    writable_->set_metadata(key, value);
  }
  writable_->commit();
  writable_->close();
}

void Twins::expect_equal(const std::string& when) const {
  EXPECT_EQ(difference(Xapian::Database(bulk()), Xapian::Database(api())), "") << when;
  // The check takes four bytes for each number up to the last.
  constexpr Xapian::docid kMostToCheck = 1U << 25U;
  if (Xapian::Database(bulk()).get_lastdocid() < kMostToCheck) {
    EXPECT_EQ(problems_of(bulk()), "") << when;
  }
}

void Twins::expect_equal_answers(std::size_t queries) const {
  std::mt19937 random(20261121);
  EXPECT_EQ(answer_difference(Xapian::Database(bulk()), Xapian::Database(api()), queries, random),
            "");
}

void Twins::change(const std::function<void(Xapian::WritableDatabase&)>& edit) const {
  for (const std::string& path : {bulk(), api()}) {
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
    edit(database);
    database.commit();
  }
}

void edit_at_random(Xapian::WritableDatabase& database, std::mt19937& random) {
  std::vector<Xapian::docid> docids(database.postlist_begin(""), database.postlist_end(""));
  RandomDocuments documents(random, {});
  for (const Xapian::docid docid : docids) {
    switch (random() % 5) {
      case 0:
        database.delete_document(docid);
        break;
      case 1:
        database.replace_document(docid, to_xapian(documents.next()));
        break;
      case 2: {
        // As when an article has moved: one term and one value change.
        Xapian::Document document = database.get_document(docid);
        document.add_boolean_term("XFmoved");
        document.add_value(1, "moved");
        database.replace_document(docid, document);
        break;
      }
      default:
        break;
    }
  }
  for (std::size_t i = docids.size() / 4 + 3; i > 0; --i) {
    database.add_document(to_xapian(documents.next()));
  }
}

}  // namespace lede::test
