// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/matching/brute_force.h"

#include <algorithm>
#include <cctype>
#include <functional>

#include "common/text/sentences.h"

namespace lede::test {
namespace {

bool is_group(NodeKind kind) {
  return kind == NodeKind::kNear || kind == NodeKind::kAdjacent || kind == NodeKind::kSentence;
}

bool is_loose_phrase(const QueryNode& node) {
  return node.kind == NodeKind::kPhrase && node.distance > 0 &&
         node.text.find(' ') != std::string::npos;
}

bool fits(std::string_view term, std::string_view pattern) {
  if (pattern.empty()) {
    return term.empty();
  }
  if (pattern.front() == '*') {
    return fits(term, pattern.substr(1)) || (!term.empty() && fits(term.substr(1), pattern));
  }
  return !term.empty() && (pattern.front() == '?' || pattern.front() == term.front()) &&
         fits(term.substr(1), pattern.substr(1));
}

// Letters put in, left out, replaced or exchanged with the next, no part edited twice.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        rows[i][j] = i + j;
        continue;
      }
      rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1,
                             rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[a.size()][b.size()];
}

std::string small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool overlap(const PlainSpan& a, const PlainSpan& b) {
  return a.first <= b.last && b.first <= a.last;
}

PlainSpan span_of(const PlainWord& word) {
  return {word.position, word.position, word.start, word.end};
}

// The query's word in all its forms, by position.
std::vector<std::vector<PlainWord>> by_position(const std::vector<PlainWord>& words) {
  std::vector<std::vector<PlainWord>> positions;
  for (const PlainWord& word : words) {
    positions.resize(std::max<std::size_t>(positions.size(), word.position + 1));
    positions[word.position].push_back(word);
  }
  return positions;
}

bool one_sentence(const std::vector<PlainSpan>& chosen, const std::vector<std::uint32_t>& bounds) {
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    if (std::all_of(chosen.begin(), chosen.end(), [&](const PlainSpan& one) {
          return one.start >= bounds[i - 1] && one.end <= bounds[i];
        })) {
      return true;
    }
  }
  return false;
}

bool stand_together(NodeKind kind, std::uint32_t distance, const std::vector<PlainSpan>& chosen,
                    const std::vector<std::uint32_t>& sentences) {
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (overlap(chosen[i], chosen[j])) {
        return false;
      }
    }
    if (kind == NodeKind::kAdjacent && i > 0 && chosen[i].first <= chosen[i - 1].last) {
      return false;
    }
  }
  if (kind == NodeKind::kSentence) {
    return one_sentence(chosen, sentences);
  }
  std::uint32_t first = chosen.front().first;
  std::uint32_t last = chosen.front().last;
  for (const PlainSpan& one : chosen) {
    first = std::max(first, one.first);
    last = std::min(last, one.last);
  }
  return first <= last + distance;
}

}  // namespace

BruteForce::Words BruteForce::words_of(std::string_view text) {
  Words words;
  analyzer_.analyze(text, "en", [&](const Token& token) {
    words.push_back(
        {token.position, token.start, token.end, std::string(token.term), std::string(token.stem)});
  });
  return words;
}

BruteForce::Text BruteForce::read(std::string_view text, bool is_title) {
  return {text, words_of(text), sentence_bounds(text), is_title};
}

bool BruteForce::matches(const QueryNode& node, const PlainArticle& article) {
  return meets(node, {read(article.title, true), read(article.text, false)});
}

std::set<Bytes> BruteForce::marks(const QueryNode& node, std::string_view text, bool is_title) {
  std::set<Bytes> marks;
  add_marks(node, read(text, is_title), marks);
  return marks;
}

bool BruteForce::meets(const QueryNode& node, const std::vector<Text>& texts) {
  const auto child_meets = [&](const QueryNode& child) { return meets(child, texts); };
  switch (node.kind) {
    case NodeKind::kWords:
    case NodeKind::kAnd:
      return std::all_of(node.children.begin(), node.children.end(), child_meets);
    case NodeKind::kOr:
      return std::any_of(node.children.begin(), node.children.end(), child_meets);
    case NodeKind::kNot:
      return !child_meets(node.children.front());
    case NodeKind::kAll:
      return true;
    default:
      return std::any_of(texts.begin(), texts.end(),
                         [&](const Text& text) { return !spans(node, text, false).empty(); });
  }
}

void BruteForce::add_marks(const QueryNode& node, const Text& text, std::set<Bytes>& marks) {
  switch (node.kind) {
    case NodeKind::kNot:
      if (node.children.front().kind == NodeKind::kNot) {
        add_marks(node.children.front().children.front(), text, marks);
      }
      return;
    case NodeKind::kWords:
    case NodeKind::kAnd:
    case NodeKind::kOr:
      for (const QueryNode& child : node.children) {
        add_marks(child, text, marks);
      }
      return;
    case NodeKind::kAll:
      return;
    default:
      for (const PlainSpan& one : spans(node, text, false)) {
        marks.emplace(one.start, one.end);
      }
      return;
  }
}

void BruteForce::learn(const PlainArticle& article) {
  for (const std::string_view text :
       {std::string_view(article.title), std::string_view(article.text)}) {
    std::map<std::uint32_t, std::string> plain;
    std::map<std::uint32_t, std::string> joined;
    analyzer_.analyze(text, "en", [&](const Token& token) {
      terms_.emplace(token.term);
      if (token.kind != TokenKind::kAlternate) {
        (token.kind == TokenKind::kJoined ? joined : plain)[token.position] = token.term;
      }
    });
    for (const auto& [position, term] : joined) {
      if (plain[position].size() >= 3 && plain[position + 1].size() >= 3) {
        apart_[term] = plain[position] + " " + plain[position + 1];
      }
    }
  }
}

// A phrase with one change each.
std::vector<std::string> BruteForce::changed(const std::string& phrase) {
  std::vector<std::string> words;
  for (const auto& position : by_position(words_of(phrase))) {
    words.push_back(position.front().term);
  }
  std::vector<std::string> all;
  const auto add_with = [&](std::size_t from, std::size_t to, const std::string& instead) {
    std::string one;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i <= from || i >= to) {
        one += (one.empty() ? "" : " ") + (i == from ? instead : words[i]);
      }
    }
    all.push_back(one);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size() && terms_.contains(words[i] + words[i + 1])) {
      add_with(i, i + 2, words[i] + words[i + 1]);
    }
    if (apart_.contains(words[i])) {
      add_with(i, i + 1, apart_.at(words[i]));
    }
  }
  return all;
}

QueryNode BruteForce::with_other_writings(const QueryNode& node) {
  QueryNode whole = node;
  const auto by_words = [](const QueryNode& one) {
    return one.kind == NodeKind::kWord && one.text.find('-') == std::string::npos;
  };
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    whole.children[i] = with_other_writings(node.children[i]);
    for (const std::size_t other : {i - 1, i + 1}) {
      if (node.kind != NodeKind::kWords || other >= node.children.size() ||
          !by_words(node.children[i]) || !by_words(node.children[other]) ||
          node.children[i].field != node.children[other].field) {
        continue;
      }
      const std::string one =
          node.children[std::min(i, other)].text + node.children[std::max(i, other)].text;
      if (terms_.contains(small_letters(one))) {
        QueryNode joined = node.children[i];
        joined.kind = NodeKind::kPhrase;
        joined.text = one;
        QueryNode either;
        either.kind = NodeKind::kOr;
        either.children = {whole.children[i], joined};
        whole.children[i] = either;
      }
    }
  }
  const bool leaf = node.kind == NodeKind::kPhrase || node.kind == NodeKind::kWord;
  const std::size_t words = leaf ? by_position(words_of(node.text)).size() : 0;
  const bool phrase = node.kind == NodeKind::kPhrase && node.distance == 0 && words > 1;
  if (!phrase && !(node.kind == NodeKind::kWord && words == 1)) {
    return whole;
  }
  QueryNode either;
  either.kind = NodeKind::kOr;
  either.children.push_back(whole);
  for (const std::string& text : changed(node.text)) {
    QueryNode other = node;
    other.kind = NodeKind::kPhrase;
    other.text = text;
    either.children.push_back(other);
  }
  return either.children.size() > 1 ? either : whole;
}

std::set<PlainSpan> BruteForce::spans(const QueryNode& node, const Text& text, bool beside_others) {
  if (is_group(node.kind) || (is_loose_phrase(node) && !beside_others)) {
    return together(node, text);
  }
  if (node.kind == NodeKind::kOr) {
    std::set<PlainSpan> all;
    for (const QueryNode& child : node.children) {
      all.merge(spans(child, text, beside_others));
    }
    return all;
  }
  if (node.field == Field::kTitle && !text.is_title) {
    return {};
  }
  switch (node.kind) {
    case NodeKind::kPhrase:
      return phrase_spans(node, text);
    case NodeKind::kPrefix:
      return pattern_spans(small_letters(node.text) + "*", text);
    case NodeKind::kWildcard:
      return pattern_spans(small_letters(node.text), text);
    case NodeKind::kFuzzy:
      return fuzzy_spans(node, text);
    default:
      return word_spans(node, text);
  }
}

// All spans of all ways to choose one for each child.
std::set<PlainSpan> BruteForce::together(const QueryNode& group, const Text& text) {
  std::vector<std::vector<PlainSpan>> children;
  NodeKind kind = group.kind;
  std::uint32_t distance = group.distance;
  if (kind == NodeKind::kPhrase) {
    kind = NodeKind::kNear;
    for (const auto& word : by_position(words_of(group.text))) {
      QueryNode one = group;
      one.text = word.front().term;
      const auto found = spans(one, text, true);
      children.emplace_back(found.begin(), found.end());
    }
    distance += static_cast<std::uint32_t>(children.size()) - 1;
  }
  for (const QueryNode& child : group.children) {
    const auto found = spans(child, text, true);
    children.emplace_back(found.begin(), found.end());
  }
  std::set<PlainSpan> taking_part;
  std::vector<PlainSpan> chosen;
  const std::function<void()> choose = [&] {
    if (chosen.size() == children.size()) {
      if (stand_together(kind, distance, chosen, text.sentences)) {
        taking_part.insert(chosen.begin(), chosen.end());
      }
      return;
    }
    for (const PlainSpan& one : children[chosen.size()]) {
      chosen.push_back(one);
      choose();
      chosen.pop_back();
    }
  };
  choose();
  return taking_part;
}

// One word: by any form or stem. Several, such as "long-range": side by side, or as one.
std::set<PlainSpan> BruteForce::word_spans(const QueryNode& node, const Text& text) {
  const auto asked = words_of(node.text);
  const auto positions = by_position(asked);
  std::set<PlainSpan> found;
  if (positions.size() > 1) {
    found = phrase_spans(node, text);
  }
  const std::uint32_t end = asked.empty() ? 0 : asked.back().end;
  for (const PlainWord& word : text.words) {
    for (const PlainWord& form : asked) {
      const bool whole = positions.size() == 1 || (form.start == 0 && form.end == end);
      if (whole && (word.term == form.term || word.stem == form.stem)) {
        found.insert(span_of(word));
      }
    }
  }
  return found;
}

std::set<PlainSpan> BruteForce::phrase_spans(const QueryNode& node, const Text& text) {
  const auto positions = by_position(words_of(node.text));
  std::set<PlainSpan> found;
  for (const PlainWord& word : text.words) {
    PlainSpan span = span_of(word);
    bool whole = !positions.empty() && word.term == positions.front().front().term;
    for (std::size_t i = 1; whole && i < positions.size(); ++i) {
      const auto next =
          std::find_if(text.words.begin(), text.words.end(), [&](const PlainWord& candidate) {
            return candidate.position == word.position + i &&
                   candidate.term == positions[i].front().term;
          });
      whole = next != text.words.end();
      if (whole) {
        span.last = next->position;
        span.end = next->end;
      }
    }
    if (whole) {
      found.insert(span);
    }
  }
  return found;
}

// "long-ra*": "long" and side by side what fits "ra*", or what fits "longra*".
std::set<PlainSpan> BruteForce::pattern_spans(const std::string& pattern, const Text& text) {
  const std::size_t hyphen = pattern.find('-');
  const bool compound = hyphen != std::string::npos;
  const std::string before = compound ? pattern.substr(0, hyphen) : "";
  const std::string after = compound ? pattern.substr(hyphen + 1) : pattern;
  std::set<PlainSpan> found;
  for (const PlainWord& word : text.words) {
    if (fits(word.term, before + after)) {
      found.insert(span_of(word));
    }
    for (const PlainWord& first : text.words) {
      if (compound && first.position + 1 == word.position && fits(first.term, before) &&
          fits(word.term, after)) {
        found.insert({first.position, word.position, first.start, word.end});
      }
    }
  }
  return found;
}

std::set<PlainSpan> BruteForce::fuzzy_spans(const QueryNode& node, const Text& text) {
  std::set<PlainSpan> found = word_spans(node, text);
  for (const PlainWord& word : text.words) {
    if (edits(word.term, small_letters(node.text)) <= node.distance) {
      found.insert(span_of(word));
    }
  }
  return found;
}

}  // namespace lede::test
