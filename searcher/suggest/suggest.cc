// Three kinds of suggestions, each with its share of the list.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/suggest.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "searcher/plan/planner.h"
#include "searcher/query/parser.h"
#include "searcher/suggest/names.h"
#include "searcher/suggest/printed_form.h"
#include "searcher/suggest/titles.h"
#include "searcher/suggest/typed_prefix.h"

namespace lede {
namespace {

// Of ten suggestions three may be names and three titles.
constexpr std::size_t kShareOfTen = 3;
// Capitals are looked up in so many articles.
constexpr std::size_t kArticlesForForm = 2;

class Suggester {
 public:
  Suggester(std::string_view typed, std::int64_t now, const CompletionContext& context)
      : context_(context),
        texts_(context.database),
        prefix_(typed_prefix(typed, context.analyzer)) {
    parse_.now = now;
    for (const IndexLanguage& language : context.languages) {
      tags_.push_back(language.tag);
    }
    if (const auto parsed = parse_query(prefix_.before, parse_); parsed && !parsed->empty) {
      before_ = plan(parsed->root);
      plain_ = is_plain(parsed->root);
    }
  }

  std::vector<Suggestion> queries(std::size_t most) {
    std::vector<Suggestion> found;
    if (in_field()) {
      return found;
    }
    for (const Completion& word : words(most)) {
      const auto read =
          word.articles.empty() ? texts_.with(word.term, kArticlesForForm) : word.articles;
      std::string text = prefix_.before + printed_form(texts_, word.term, read);
      if (const auto count = articles(text); count > 0) {
        found.push_back({SuggestionKind::kQuery, std::move(text), count, {}});
      }
    }
    return found;
  }

  [[nodiscard]] bool in_field() const { return prefix_.field != Field::kAny; }

  std::vector<Suggestion> names(std::size_t most) {
    if (!in_field() && !plain_) {
      return {};
    }
    return suggested_names(context_.database, prefix_, most, context_.analyzer);
  }

  std::vector<Suggestion> titles(std::size_t most) {
    // One Latin letter is in a title of nearly all articles.
    const bool too_little = prefix_.words.size() == 1 && prefix_.words.front().size() == 1;
    if (in_field() || !plain_ || too_little) {
      return {};
    }
    return suggested_titles(context_.database, prefix_.words, most, context_.analyzer);
  }

 private:
  // Words and phrases for title and text, nothing excluded or insisted on.
  static bool is_plain(const QueryNode& node) {
    const bool known = node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase ||
                       node.kind == NodeKind::kWords;
    return known && node.field == Field::kAny && !node.required &&
           std::all_of(node.children.begin(), node.children.end(), is_plain);
  }

  QueryPlan plan(const QueryNode& root) {
    return plan_query(root, analyze_query(root, context_.analyzer, tags_), Match::kAll,
                      {context_.database, context_.languages, context_.analyzer});
  }

  std::vector<Completion> words(std::size_t most) {
    if (before_.strict.empty()) {
      return prefix_.term.empty() ? std::vector<Completion>{}
                                  : completions(prefix_.term, most, context_);
    }
    const std::size_t earlier = prefix_.words.size() - (prefix_.term.empty() ? 0 : 1);
    const std::string last = earlier > 0 ? prefix_.words[earlier - 1] : std::string();
    if (prefix_.term.empty()) {
      return next_words(before_.strict, last, most, texts_, context_);
    }
    return completions_after(before_.strict, last, prefix_.term, most, context_);
  }

  // That have all the words of `text`.
  std::uint64_t articles(const std::string& text) {
    const auto parsed = parse_query(text, parse_);
    if (!parsed || parsed->empty) {
      return 0;
    }
    const QueryPlan planned = plan(parsed->root);
    if (planned.strict.empty()) {
      return 0;
    }
    Xapian::Enquire enquire(context_.database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(0.0, planned.strict));
    return enquire.get_mset(0, kCountedSuggestions).size();
  }

  const CompletionContext& context_;
  ArticleTexts texts_;
  TypedPrefix prefix_;
  ParseOptions parse_;
  std::vector<std::string> tags_;
  QueryPlan before_;
  bool plain_ = true;  // nothing but words was typed before
};

void append(std::vector<Suggestion>& all, std::vector<Suggestion> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Suggestion> suggest(std::string_view typed, std::size_t limit, std::int64_t now,
                                const CompletionContext& context) {
  Suggester suggester(typed, now, context);
  const std::size_t share = std::max<std::size_t>(1, limit * kShareOfTen / 10);
  const auto titles = suggester.titles(share);
  const auto names = suggester.names(suggester.in_field() ? limit : share);
  const std::size_t others = titles.size() + names.size();
  auto all = suggester.queries(limit - std::min(limit, others));
  append(all, names);
  append(all, titles);
  all.resize(std::min(all.size(), limit));
  return all;
}

}  // namespace lede
