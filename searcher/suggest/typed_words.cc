// From the leaves of the tree back to the bytes that were typed.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/typed_words.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/schema.h"
#include "common/text/utf8.h"

namespace lede {
namespace {

// In shorter words nearly every edit makes another word.
constexpr std::size_t kMinLetters = 4;

bool is_letter(char32_t character) {
  const auto code = static_cast<UChar32>(character);
  return u_isalpha(code) != 0 || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
}

bool joins_words(char32_t character) {
  return character == U'\'' || character == U'\u2019' || character == U'-';
}

// Whether the run without white space around [from, to) is plain words: no number, address, name
// of a file. What stands at its ends does not matter.
bool in_plain_words(std::string_view text, std::size_t from, std::size_t to) {
  while (from > 0 && text[from - 1] != ' ') {
    --from;
  }
  to = std::min(text.find(' ', to), text.size());
  std::string_view rest = text.substr(from, to - from);
  bool pending = false;  // something else: of no account unless letters follow
  bool begun = false;
  for (std::size_t at = 0; at < rest.size();) {
    const CodePoint point = decode(rest, at);
    at = point.next;
    if (u_isdigit(static_cast<UChar32>(point.value)) != 0) {
      return false;
    }
    if (is_letter(point.value)) {
      if (pending && begun) {
        return false;
      }
      begun = true;
      pending = false;
    } else if (!joins_words(point.value)) {
      pending = true;
    }
    if (point.value == U'@' || point.value == U'#' || point.value == U'$') {
      return false;
    }
  }
  return true;
}

std::size_t letters_in(std::string_view term) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < term.size(); at = decode(term, at).next) {
    letters += is_letter(decode(term, at).value) ? 1U : 0U;
  }
  return letters;
}

Xapian::doccount frequency_of(const Xapian::Database& database, const UnitWord& word) {
  Xapian::doccount most = database.get_termfreq(text_term("", word.term));
  const auto look_at = [&](const std::string& term) {
    most = std::max(most, database.get_termfreq(term));
  };
  for (const std::string& alternate : word.alternates) {
    look_at(text_term("", alternate));
  }
  for (const std::string& stem : word.stems) {
    look_at(stem_term("", stem));
  }
  if (!word.acronym.empty()) {
    look_at(text_term("", word.acronym));
  }
  return most;
}

class Collector {
 public:
  Collector(std::string_view query, const Xapian::Database& database, Analyzer& analyzer,
            std::span<const std::string> languages)
      : query_(query), database_(database), analyzer_(analyzer), languages_(languages) {}

  void visit(const QueryNode& node) {
    const bool leaf = node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase;
    if (leaf && node.field == Field::kAny) {
      add_leaf(node);
      return;
    }
    follows_ = false;
    if (node.kind == NodeKind::kNot) {
      return;
    }
    const bool needed = needed_;
    needed_ = needed_ && node.kind != NodeKind::kOr;
    for (const QueryNode& child : node.children) {
      visit(child);
    }
    needed_ = needed;
    follows_ = follows_ && node.kind == NodeKind::kWords;
  }

  std::vector<TypedWord> words() { return std::move(words_); }

 private:
  void add_leaf(const QueryNode& node) {
    const std::string_view typed = query_.substr(node.start, node.end - node.start);
    const std::size_t offset = typed.find(node.text);
    if (offset == std::string_view::npos || node.text.empty()) {
      follows_ = false;  // typed with escapes: its bytes are not its words
      return;
    }
    const auto units = analyze_query(node, analyzer_, languages_);
    const QueryUnit& unit = units.front();
    const bool phrase = node.kind == NodeKind::kPhrase;
    const bool insisted = node.required || (phrase && unit.words.size() == 1);
    follows_ = follows_ && !phrase;
    analyzer_.analyze(node.text, languages_.empty() ? "" : languages_.front(),
                      [&](const Token& token) {
                        if (token.kind == TokenKind::kWord) {
                          add_word(token, unit, node.start + offset, node.text);
                          words_.back().correctable = words_.back().correctable && !insisted;
                        }
                      });
    follows_ = follows_ && !phrase;
  }

  void add_word(const Token& token, const QueryUnit& unit, std::size_t base,
                std::string_view text) {
    TypedWord word;
    word.start = base + token.start;
    word.end = base + token.end;
    word.forms.term = token.term;
    const auto known = std::find_if(unit.words.begin(), unit.words.end(),
                                    [&](const UnitWord& one) { return one.term == token.term; });
    if (known != unit.words.end()) {
      word.forms = *known;
    }
    word.frequency = frequency_of(database_, word.forms);
    word.correctable = !token.dictionary && letters_in(token.term) >= kMinLetters &&
                       in_plain_words(text, token.start, token.end);
    word.follows = follows_;
    word.needed = needed_;
    follows_ = true;
    words_.push_back(std::move(word));
  }

  std::string_view query_;
  const Xapian::Database& database_;
  Analyzer& analyzer_;
  std::span<const std::string> languages_;
  std::vector<TypedWord> words_;
  bool follows_ = false;
  bool needed_ = true;
};

}  // namespace

std::vector<TypedWord> typed_words(std::string_view query, const QueryNode& root,
                                   const Xapian::Database& database, Analyzer& analyzer,
                                   std::span<const std::string> languages) {
  Collector collector(query, database, analyzer, languages);
  collector.visit(root);
  return collector.words();
}

}  // namespace lede
