// From an Article to its Xapian document: terms, positions, values and the stored record.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/document.h"

#include <date/date.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <vector>

#include "common/article_record.h"
#include "common/schema.h"

namespace lede {
namespace {

// Adds the words of one field after another. Positions start at 1, as Xapian's own do.
class TermAdder {
 public:
  TermAdder(DocumentBuilder& document, Analyzer& analyzer, std::string_view language)
      : document_(document), analyzer_(analyzer), language_(language) {}

  // Exact words with positions, stems without; each counts `times` in the document's length.
  // Returns how many words `text` has.
  std::uint32_t ranked(std::string_view text, std::string_view prefix, std::uint32_t base,
                       std::uint32_t times = 1) {
    std::uint32_t words = 0;
    stems_here_count_ = 0;
    std::uint32_t here = 0;
    analyzer_.analyze(text, language_, [&](const Token& token) {
      if (token.position != here) {
        stems_here_count_ = 0;
        here = token.position;
      }
      words += token.kind == TokenKind::kWord ? 1 : 0;
      document_.add_posting(exact(prefix, token.term), base + token.position, times);
      if (first_here(token.stem)) {
        document_.add_term(stemmed(prefix, token.stem), times);
      }
    });
    return words;
  }

  // Exact words with positions that find the article without a part in ranking.
  std::uint32_t filtering(std::string_view text, std::string_view prefix, std::uint32_t base) {
    std::uint32_t words = 0;
    analyzer_.analyze(text, language_, [&](const Token& token) {
      words += token.kind == TokenKind::kWord ? 1 : 0;
      document_.add_posting(exact(prefix, token.term), base + token.position, 0);
    });
    return words;
  }

 private:
  // As text_term() and stem_term(), without a new string for each of many words.
  std::string_view exact(std::string_view prefix, std::string_view term) {
    if (prefix.empty() && term.size() <= kSurelyFits) {
      return term;
    }
    name_.assign(prefix).append(term);
    return fitted(term, [&] { return text_term(prefix, term); });
  }
  std::string_view stemmed(std::string_view prefix, std::string_view stem) {
    name_.assign(prefix::kStem).append(prefix).append(stem);
    return fitted(stem, [&] { return stem_term(prefix, stem); });
  }
  template <typename Cut>
  std::string_view fitted(std::string_view term, const Cut& cut) {
    if (term.size() > kSurelyFits) {
      name_ = cut();
    }
    return name_;
  }

  // Alternates and joined words bring a stem only where it differs from those of their position.
  bool first_here(std::string_view stem) {
    const auto end = stems_here_.begin() + static_cast<std::ptrdiff_t>(stems_here_count_);
    if (std::find(stems_here_.begin(), end, stem) != end) {
      return false;
    }
    if (stems_here_count_ == stems_here_.size()) {
      stems_here_.emplace_back();
    }
    stems_here_[stems_here_count_++] = stem;
    return true;
  }

  // Far below kMaxTermBytes, whatever prefix comes before it.
  static constexpr std::size_t kSurelyFits = kMaxTermBytes / 3;

  DocumentBuilder& document_;
  Analyzer& analyzer_;
  std::string_view language_;
  std::string name_;                     // of the term at hand
  std::vector<std::string> stems_here_;  // of the position at hand, as many as the count says
  std::size_t stems_here_count_ = 0;
};

void add_title_and_text(DocumentBuilder& document, TermAdder& terms, const Article& article) {
  const std::uint32_t title_words = terms.ranked(article.title, "", 1, kTitleTimes);
  terms.ranked(article.title, prefix::kTitle, 1);
  const std::uint32_t text_words = terms.ranked(article.text, "", title_words + kFieldGap + 1);
  document.add_value(slot::kLength,
                     Xapian::sortable_serialise(static_cast<double>(title_words + text_words)));
}

// Each author of "Ann Lee; Bo Li" apart, so that "lee bo" is no phrase.
void add_authors(TermAdder& terms, std::string_view authors) {
  std::uint32_t base = 1;
  while (!authors.empty()) {
    const auto end = std::min(authors.find(';'), authors.size());
    base += terms.filtering(authors.substr(0, end), prefix::kAuthor, base) + kFieldGap;
    authors.remove_prefix(std::min(end + 1, authors.size()));
  }
}

void add_sources(TermAdder& terms, const Article& article) {
  const auto words = terms.filtering(article.publisher, prefix::kSource, 1);
  terms.filtering(article.agency, prefix::kSource, words + kFieldGap + 1);
}

// What `has:` and `is:` ask for.
void add_traits(DocumentBuilder& document, const Article& article) {
  const auto add_if = [&](bool holds, std::string_view prefix, std::string_view name) {
    if (holds) {
      document.add_term(boolean_term(prefix, name), 0);
    }
  };
  add_if(!article.title.empty(), prefix::kHas, "title");
  add_if(!article.author.empty(), prefix::kHas, "author");
  add_if(!article.publisher.empty() || !article.agency.empty(), prefix::kHas, "source");
  add_if(!article.place.empty(), prefix::kHas, "place");
  add_if(!article.url.empty(), prefix::kHas, "url");
  add_if(!article.language.empty(), prefix::kHas, "lang");
  add_if(article.published.has_value(), prefix::kHas, "date");
  add_if(!article.agency.empty(), prefix::kIs, "wire");
  add_if(article.invalid_bytes > 0, prefix::kIs, "damaged");
}

// As much of the date as the source told: a year alone has no month and no day.
void add_dates(DocumentBuilder& document, const PublishedDate& published) {
  document.add_value(slot::kPublished,
                     Xapian::sortable_serialise(static_cast<double>(published.instant)));
  const date::sys_seconds instant{std::chrono::seconds(published.instant)};
  const date::year_month_day day{date::floor<date::days>(instant)};
  if (!day.ok()) {
    return;
  }
  document.add_term(boolean_term(prefix::kYear, date::format("%Y", day)), 0);
  if (published.precision >= DatePrecision::kMonth) {
    document.add_term(boolean_term(prefix::kMonth, date::format("%Y%m", day)), 0);
  }
  if (published.precision >= DatePrecision::kDay) {
    document.add_term(boolean_term(prefix::kDay, date::format("%Y%m%d", day)), 0);
  }
}

// Feeds fields with their lengths, so that moving a letter from one to the next changes the hash.
class FieldHash {
 public:
  FieldHash() { XXH3_64bits_reset(state_.get()); }
  void text(std::string_view value) {
    number(value.size());
    XXH3_64bits_update(state_.get(), value.data(), value.size());
  }
  void number(std::uint64_t value) {
    std::array<unsigned char, sizeof value> bytes{};
    for (auto& byte : bytes) {
      byte = static_cast<unsigned char>(value & 0xffU);
      value >>= 8U;
    }
    XXH3_64bits_update(state_.get(), bytes.data(), bytes.size());
  }
  void date(const PublishedDate& date) {
    number(static_cast<std::uint64_t>(date.precision));
    number(static_cast<std::uint64_t>(date.instant));
    text(date.from);
  }
  [[nodiscard]] std::uint64_t digest() const { return XXH3_64bits_digest(state_.get()); }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_{XXH3_createState()};
};

// Fields that records of version 1 do not have. They are hashed only where they are set, and then
// behind their number, so that those records keep their hash.
void add_later_fields(FieldHash& hash, const Article& article) {
  if (!article.section.empty()) {
    hash.number(1);
    hash.text(article.section);
  }
  if (article.modified) {
    hash.number(2);
    hash.date(*article.modified);
  }
  for (const FieldOrigin& origin : article.origins) {
    hash.number(3);
    hash.text(origin.field);
    hash.text(origin.from);
    hash.text(origin.confidence);
  }
}

}  // namespace

IndexDocument build_document(const Article& article, std::string_view file_key, Analyzer& analyzer,
                             DocumentBuilder& builder) {
  builder.clear();
  TermAdder terms(builder, analyzer, article.language);
  add_title_and_text(builder, terms, article);
  add_authors(terms, article.author);
  add_sources(terms, article);
  terms.filtering(article.place, prefix::kPlace, 1);
  terms.filtering(article.url, prefix::kUrl, 1);
  TermAdder(builder, analyzer, "").filtering(article.path, prefix::kPath, 1);

  builder.add_term(boolean_term(prefix::kId, article.id), 0);
  builder.add_term(boolean_term(prefix::kFile, file_key), 0);
  builder.add_term(
      boolean_term(prefix::kLanguage, article.language.empty() ? "und" : article.language), 0);
  add_traits(builder, article);
  if (article.published) {
    add_dates(builder, *article.published);
  }
  builder.add_value(slot::kPublisher,
                    article.publisher.empty() ? article.agency : article.publisher);
  builder.add_value(slot::kLanguage, article.language);
  builder.add_value(slot::kAuthor, article.author);
  builder.add_value(slot::kPlace, article.place);
  builder.add_value(slot::kContentHash, serialise_hash(content_hash(article)));
  builder.set_data(encode_article(article));
  return builder.finish();
}

Xapian::Document build_document(const Article& article, std::string_view file_key,
                                Analyzer& analyzer) {
  DocumentBuilder builder;
  return to_xapian(build_document(article, file_key, analyzer, builder));
}

std::uint64_t content_hash(const Article& article) {
  FieldHash hash;
  for (const auto* field :
       {&article.url, &article.title, &article.author, &article.publisher, &article.agency,
        &article.place, &article.language, &article.language_from, &article.text}) {
    hash.text(*field);
  }
  if (article.published) {
    hash.date(*article.published);
  }
  for (const Zone& zone : article.zones) {
    hash.text(zone.kind);
    hash.number(zone.start);
    hash.number(zone.end);
    hash.text(zone.why);
    hash.text(zone.text);
  }
  hash.number(article.invalid_bytes);
  add_later_fields(hash, article);
  return hash.digest();
}

std::string serialise_hash(std::uint64_t hash) {
  std::string bytes(sizeof hash, '\0');
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) {
    *byte = static_cast<char>(hash & 0xffU);
    hash >>= 8U;
  }
  return bytes;
}

std::uint64_t unserialise_hash(std::string_view value) {
  std::uint64_t hash = 0;
  for (const char byte : value) {
    hash = (hash << 8U) | static_cast<unsigned char>(byte);
  }
  return hash;
}

void set_path_terms(Xapian::Document& document, std::string_view path, Analyzer& analyzer) {
  std::vector<std::string> old;
  auto term = document.termlist_begin();
  for (term.skip_to(std::string(prefix::kPath)); term != document.termlist_end(); ++term) {
    if (!std::string_view(*term).starts_with(prefix::kPath)) {
      break;
    }
    old.push_back(*term);
  }
  for (const std::string& name : old) {
    document.remove_term(name);
  }
  DocumentBuilder path_terms;
  TermAdder(path_terms, analyzer, "").filtering(path, prefix::kPath, 1);
  const IndexDocument added = path_terms.finish();
  for (const IndexTerm& path_term : added.terms) {
    for (const std::uint32_t position : added.positions_of(path_term)) {
      document.add_posting(std::string(added.name_of(path_term)), position, 0);
    }
  }
}

IndexValue first_indexed_value(std::int64_t instant) {
  return {slot::kFirstIndexed, Xapian::sortable_serialise(static_cast<double>(instant))};
}

std::int64_t first_indexed(const Xapian::Document& document) {
  const std::string value = document.get_value(slot::kFirstIndexed);
  return value.empty() ? 0 : static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
}

}  // namespace lede
