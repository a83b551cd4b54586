// A database written in bulk is, in all that can be read, the one that Xapian writes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>

#include "tests/integration/bulk/random_documents.h"
#include "tests/integration/bulk/twins.h"
#include "tests/support/database_difference.h"

namespace lede {
namespace {

using test::RandomDocuments;
using test::RandomShape;
using test::Twins;

constexpr std::size_t kQueries = 1000;

// Each document spills what the one before left in memory.
constexpr std::size_t kTinyMemory = 1;

IndexDocument document_of(const std::string& word, const std::string& data = "") {
  DocumentBuilder builder;
  builder.add_posting(word, 1, 1);
  builder.set_data(data);
  return builder.finish();
}

TEST(BulkOracle, RandomDocumentsAndTheirAnswersAreEqual) {
  std::mt19937 random(1);
  Twins twins;
  RandomDocuments documents(random, {});
  for (int i = 0; i < 1500; ++i) {
    twins.add(documents.next());
  }
  twins.finish({{"one", "1"}, {"two", std::string(100000, '2')}, {std::string("\0k", 2), "NUL"}});
  twins.expect_equal("as written");
  twins.expect_equal_answers(kQueries);
}

TEST(BulkOracle, AnyBytesInTermsAndValuesAreEqual) {
  std::mt19937 random(2);
  RandomShape shape;
  shape.any_bytes = true;
  shape.longest_term = 245;
  shape.vocabulary = 2000;
  shape.slots = {0, 1, 127, 128, 129, 255, 256, 257, 16383, 16384, 65535, 65536, 4294967294};
  Twins twins;
  RandomDocuments documents(random, shape);
  for (int i = 0; i < 500; ++i) {
    twins.add(documents.next());
  }
  twins.finish();
  twins.expect_equal("as written");
  twins.expect_equal_answers(kQueries);
}

TEST(BulkOracle, ManyRunsGiveWhatOneDoes) {
  std::mt19937 random(3);
  BuilderOptions options;
  options.memory = kTinyMemory;
  Twins twins(options);
  RandomDocuments documents(random, {});
  for (int i = 0; i < 200; ++i) {
    twins.add(documents.next());
  }
  twins.finish({{"key", "value"}});
  twins.expect_equal("spilled at each document");
  twins.expect_equal_answers(kQueries / 4);
}

TEST(BulkOracle, RunsThatEndWithTheLastDocumentAreEqual) {
  std::mt19937 random(4);
  Twins twins;
  RandomDocuments documents(random, {});
  for (int i = 0; i < 60; ++i) {
    twins.add(documents.next());
    if (i % 20 == 19) {
      twins.spill();
      twins.spill();  // with nothing to spill
    }
  }
  twins.finish();
  twins.expect_equal("spilled at the end");
}

TEST(BulkOracle, NoDocumentsAreEqual) {
  Twins twins;
  twins.finish();
  twins.expect_equal("nothing at all");
  Twins with_metadata;
  with_metadata.finish({{"key", "value"}, {"empty", ""}});
  with_metadata.expect_equal("metadata only");
}

TEST(BulkOracle, EmptyDocumentsAreEqual) {
  Twins twins;
  for (int i = 0; i < 3000; ++i) {
    twins.add({});
  }
  twins.finish();
  twins.expect_equal("all are empty");
  twins.change([](auto& database) { database.add_document(to_xapian(document_of("first"))); });
  twins.expect_equal("one that is not was added");
}

TEST(BulkOracle, OneWordIsEqual) {
  Twins twins;
  twins.add(document_of("word"));
  twins.finish();
  twins.expect_equal("one document of one word");
}

TEST(BulkOracle, WordsThatCountForNothingAreEqual) {
  DocumentBuilder builder;
  Twins twins;
  for (int i = 0; i < 10; ++i) {
    builder.add_term("XHauthor", 0);
    if (i % 2 == 0) {
      builder.add_posting("word", 1, 1);
      builder.add_posting("placed", 5, 0);
    }
    twins.add(builder.finish());
  }
  twins.finish();
  twins.expect_equal("all frequencies are 0");
}

TEST(BulkOracle, AMillionWordsInOneDocumentAreEqual) {
  std::mt19937 random(5);
  DocumentBuilder builder;
  for (std::uint32_t position = 1; position <= 1000000; ++position) {
    // A long tail: the first word is every third one, the rarest come once.
    const std::uint32_t rank = static_cast<std::uint32_t>(random() % (1 + random() % 50000));
    builder.add_posting("w" + std::to_string(rank), position, 1);
  }
  Twins twins;
  twins.add(document_of("before"));
  twins.add(builder.finish());
  twins.add(document_of("after"));
  twins.finish();
  twins.expect_equal("a giant among dwarfs");
}

TEST(BulkOracle, WordsOfEveryLengthAndByteAreEqual) {
  DocumentBuilder builder;
  Twins twins;
  for (std::size_t length = 1; length <= 245; ++length) {
    builder.add_posting(std::string(length, 'a'), static_cast<std::uint32_t>(length), 1);
    builder.add_posting(std::string(length - 1, 'a') + "b", static_cast<std::uint32_t>(length), 2);
  }
  twins.add(builder.finish());
  for (int byte = 0; byte < 256; ++byte) {
    const std::string one(1, static_cast<char>(byte));
    builder.add_posting(one, 1, 1);
    builder.add_posting("a" + one, 2, 1);
    builder.add_posting(one + "a", 3, 1);
    builder.add_posting(one + one + one, 4, 1);
    if (byte % 16 == 15) {
      builder.add_value(0, one);
      twins.add(builder.finish());
    }
  }
  twins.finish();
  twins.expect_equal("every length and byte");
}

TEST(BulkOracle, AHundredThousandDocumentsWithACommonWordAreEqual) {
  DocumentBuilder builder;
  Twins twins;
  for (std::uint32_t i = 0; i < 100000; ++i) {
    builder.add_posting("common", 1 + i % 7, 1 + i % 3);
    builder.add_value(0, std::to_string(i % 1000));
    twins.add(builder.finish());
  }
  twins.finish();
  twins.expect_equal("one word");
}

TEST(BulkOracle, NumbersThatBeginAnywhereAreEqual) {
  // Where the number of bytes of a document number changes in keys, and the last there is.
  for (const std::uint32_t first : {2U, 0x7fffU - 20, 0x10000U - 20, (1U << 21U) - 20,
                                    (1U << 28U) - 20, 0x80000000U - 20, 0xffffffffU - 50}) {
    std::mt19937 random(first);
    BuilderOptions options;
    options.first_docid = first;
    Twins twins(options);
    RandomDocuments documents(random, {});
    for (int i = 0; i < 40; ++i) {
      twins.add(documents.next());
    }
    twins.finish();
    twins.expect_equal("from " + std::to_string(first));
  }
}

TEST(BulkOracle, NoPositionsAreEqual) {
  std::mt19937 random(6);
  DocumentBuilder builder;
  Twins twins;
  for (int i = 0; i < 100; ++i) {
    for (std::size_t words = random() % 50; words > 0; --words) {
      builder.add_term("w" + std::to_string(random() % 100), 1);
    }
    twins.add(builder.finish());
  }
  twins.finish();
  twins.expect_equal("no position table");
  std::mt19937 edits(7);
  twins.change([&](auto& database) {
    std::mt19937 same = edits;
    test::edit_at_random(database, same);
  });
  twins.expect_equal("positions came later");
}

TEST(BulkOracle, HugeValuesAndDataAreEqual) {
  std::mt19937 random(8);
  Twins twins;
  DocumentBuilder builder;
  for (const std::size_t size : {1U, 1999U, 2000U, 2001U, 2043U, 8192U, 70000U, 3000000U, 5U}) {
    std::string bytes(size, '\0');
    for (char& byte : bytes) {
      byte = static_cast<char>(random());
    }
    builder.add_term("word", 1);
    builder.add_value(0, bytes.substr(0, 1000000));
    builder.add_value(5, bytes.substr(0, 1));
    builder.set_data(std::move(bytes));
    twins.add(builder.finish());
  }
  twins.finish();
  twins.expect_equal("up to three million bytes");
}

TEST(BulkOracle, FarPositionsAreEqual) {
  Twins twins;
  DocumentBuilder builder;
  builder.add_posting("ends", 0, 1);
  builder.add_posting("ends", 0xffffffff, 1);
  builder.add_posting("last", 0xffffffff, 1);
  for (std::uint32_t bit = 0; bit < 32; ++bit) {
    builder.add_posting("powers", 1U << bit, 1);
    builder.add_posting("before", (1U << bit) - 1, 1);
  }
  twins.add(builder.finish());
  twins.finish();
  twins.expect_equal("from 0 to the last there is");
}

TEST(BulkOracle, BothStayEqualWhileXapianChangesThem) {
  std::mt19937 random(9);
  Twins twins;
  RandomDocuments documents(random, {});
  for (int i = 0; i < 600; ++i) {
    twins.add(documents.next());
  }
  twins.finish({{"key", "value"}});
  for (int round = 1; round <= 4; ++round) {
    const std::mt19937 edits(static_cast<unsigned>(round));
    twins.change([&](auto& database) {
      std::mt19937 same = edits;
      test::edit_at_random(database, same);
      database.set_metadata("key", std::to_string(round));
      database.add_spelling("word");
      database.add_synonym("word", "other");
    });
    twins.expect_equal("round " + std::to_string(round));
  }
  twins.expect_equal_answers(kQueries);
}

TEST(BulkOracle, BothAreEqualWhenAllIsDeleted) {
  std::mt19937 random(10);
  Twins twins;
  RandomDocuments documents(random, {});
  for (int i = 0; i < 300; ++i) {
    twins.add(documents.next());
  }
  twins.finish();
  twins.change([](auto& database) {
    const std::vector<Xapian::docid> all(database.postlist_begin(""), database.postlist_end(""));
    for (const Xapian::docid docid : all) {
      database.delete_document(docid);
    }
  });
  twins.expect_equal("nothing is left");
}

// The writers are compared by what this finds: it must not be blind.
TEST(BulkOracle, ADifferenceIsSeen) {
  const auto changed = [](const std::function<void(Xapian::WritableDatabase&)>& edit) {
    Twins twins;
    twins.add(document_of("word", "data"));
    twins.add(document_of("other"));
    twins.finish();
    Xapian::WritableDatabase bulk(twins.bulk(), Xapian::DB_OPEN);
    edit(bulk);
    bulk.commit();
    return test::difference(bulk, Xapian::Database(twins.api()));
  };
  const auto rewritten = [&changed](const std::function<void(Xapian::Document&)>& edit) {
    return changed([&edit](Xapian::WritableDatabase& database) {
      Xapian::Document document = database.get_document(1);
      edit(document);
      database.replace_document(1, document);
    });
  };
  EXPECT_EQ(changed([](auto&) {}), "");
  EXPECT_NE(changed([](auto& database) { database.delete_document(2); }), "");
  EXPECT_NE(changed([](auto& database) { database.set_metadata("a", "b"); }), "");
  EXPECT_NE(changed([](auto& database) { database.add_spelling("word"); }), "");
  EXPECT_NE(changed([](auto& database) { database.add_synonym("a", "b"); }), "");
  EXPECT_NE(rewritten([](auto& document) { document.set_data("date"); }), "");
  EXPECT_NE(rewritten([](auto& document) { document.add_value(3, "v"); }), "");
  EXPECT_NE(rewritten([](auto& document) { document.add_posting("word", 2, 0); }), "");
  EXPECT_NE(rewritten([](auto& document) { document.add_term("word", 1); }), "");
  EXPECT_NE(rewritten([](auto& document) { document.add_term("XHa", 0); }), "");
}

}  // namespace
}  // namespace lede
