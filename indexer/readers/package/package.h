// Documents that are zip archives of several files: DOCX, ODT, EPUB.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/xml/document.h"

namespace lede {

class Package {
 public:
  // Unpacks the members of `bytes` whose names `wanted` takes; together they may have as many
  // bytes as a file may. Members that the package has twice count once.
  [[nodiscard]] static Result<Package> open(std::string_view bytes, const ReadContext& context,
                                            const std::function<bool(std::string_view)>& wanted);

  // The bytes of a member, or nullptr.
  [[nodiscard]] const std::string* member(const std::string& name) const;

  // The member parsed; kUnreadable when it is missing or broken.
  [[nodiscard]] Result<XmlDocument> xml(const std::string& name, const ReadContext& context) const;

 private:
  std::map<std::string, std::string> members_;
};

// The name of the first member of the zip archive that begins with `head`; empty when it is none.
[[nodiscard]] std::string_view first_member(std::string_view head);

// Whether `head` is that of a zip archive which begins by saying that it is of kind `kind`.
[[nodiscard]] bool declares_kind(std::string_view head, std::string_view kind);

// Text gathered paragraph by paragraph, blank ones left out.
class Paragraphs {
 public:
  void begin();
  void add(std::string_view text) { paragraph_ += text; }
  [[nodiscard]] std::string take();

 private:
  std::string text_;
  std::string paragraph_;
};

// Takes the elements called `name` out of the tree below `node`, with all that is in them.
void remove_below(pugi::xml_node node, std::string_view name);

// Title, author, date, publisher and language of Dublin Core elements below `metadata`.
void add_dublin_core(pugi::xml_node metadata, FieldCollector& fields);

// kNoReader: an office document, but not one of text.
[[nodiscard]] Failure no_text_document(const ReadContext& context);

// Hands on the one page of an office document; kUnreadable when `text` is empty.
[[nodiscard]] Result<void> give_document(FieldCollector& fields, std::string text,
                                         const ReadContext& context, const PageSink& page);

}  // namespace lede
