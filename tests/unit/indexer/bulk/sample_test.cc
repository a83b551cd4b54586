// A sample of documents agrees with their database, and with no other.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/bulk/sample.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <functional>
#include <string>

#include "indexer/bulk/database_builder.h"
#include "indexer/document_builder.h"
#include "tests/support/temp_dir.h"

namespace lede {
namespace {

// Some documents, and the sample that was taken while they were written.
class Sampled {
 public:
  explicit Sampled(int documents) {
    BuilderOptions options;
    options.folder = folder();
    DatabaseBuilder builder(options);
    DocumentBuilder made;
    DocumentEncoder encoder;
    for (int i = 0; i < documents; ++i) {
      made.add_posting("word", 1, 1);
      made.add_posting("number" + std::to_string(i), 2, 1);
      made.add_term("XHbare", 0);
      made.add_value(3, "value");
      made.set_data("data " + std::to_string(i));
      builder.add(encoder.encode(made.finish()));
    }
    builder.finish({}, {});
    sample_ = builder.sample();
  }

  // What comparing says after `edit` changed the first document.
  std::string after(const std::function<void(Xapian::Document&)>& edit) const {
    Xapian::WritableDatabase database(folder(), Xapian::DB_OPEN);
    // A document that is read when it is asked would be the changed one.
    const auto before = Xapian::Document::unserialise(database.get_document(1).serialise());
    Xapian::Document document = database.get_document(1);
    edit(document);
    database.replace_document(1, document);
    database.commit();
    const std::string said = compare(database);
    database.replace_document(1, before);
    database.commit();
    EXPECT_EQ(compare(database), "equal") << "as it was before";
    return said;
  }

  [[nodiscard]] std::string compare(const Xapian::Database& database) const {
    try {
      sample_.compare(database);
    } catch (const Xapian::DatabaseCorruptError& error) {
      return error.get_msg();
    } catch (const Xapian::DocNotFoundError&) {
      return "missing";
    }
    return "equal";
  }

  [[nodiscard]] std::string folder() const { return (dir_.path() / "db").string(); }
  [[nodiscard]] const DocumentSample& sample() const { return sample_; }

 private:
  test::TempDir dir_;
  DocumentSample sample_;
};

TEST(DocumentSample, AgreesWithWhatWasWritten) {
  for (const int documents : {0, 1, 2, 63, 64, 65, 66, 127, 128, 129, 1000}) {
    const Sampled sampled(documents);
    EXPECT_EQ(sampled.compare(Xapian::Database(sampled.folder())), "equal") << documents;
    EXPECT_LE(sampled.sample().size(), 64U);
    EXPECT_GE(sampled.sample().size(), static_cast<std::size_t>(std::min(documents, 32)));
  }
}

TEST(DocumentSample, SeesEachKindOfChange) {
  const Sampled sampled(3);
  const std::string differs = "document 1 does not read as it was written";
  EXPECT_EQ(sampled.after([](auto&) {}), "equal");
  EXPECT_EQ(sampled.after([](auto& document) { document.set_data("date 0"); }), differs);
  EXPECT_EQ(sampled.after([](auto& document) { document.add_value(3, "Value"); }), differs);
  EXPECT_EQ(sampled.after([](auto& document) { document.add_value(4, "more"); }), differs);
  EXPECT_EQ(sampled.after([](auto& document) { document.remove_value(3); }), differs);
  EXPECT_EQ(sampled.after([](auto& document) { document.add_term("word", 1); }), differs);
  EXPECT_EQ(sampled.after([](auto& document) { document.add_term("XHmore", 0); }), differs);
  EXPECT_EQ(sampled.after([](auto& document) { document.remove_term("word"); }), differs);
  EXPECT_EQ(sampled.after([](auto& document) { document.remove_term("XHbare"); }), differs);
  EXPECT_EQ(sampled.after([](auto& document) { document.add_posting("word", 3, 0); }), differs);
  EXPECT_EQ(sampled.after([](auto& document) {
    document.remove_posting("word", 1, 0);
    document.add_posting("word", 5, 0);
  }),
            differs);
}

TEST(DocumentSample, SeesADocumentThatIsMissing) {
  const Sampled sampled(3);
  Xapian::WritableDatabase database(sampled.folder(), Xapian::DB_OPEN);
  database.delete_document(2);
  database.commit();
  EXPECT_EQ(sampled.compare(database), "missing");
}

}  // namespace
}  // namespace lede
