// Random queries of every kind, asked of two databases.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/database_difference.h"

namespace lede::test {
namespace {

using Xapian::Query;

class RandomQueries {
 public:
  RandomQueries(const Xapian::Database& database, std::mt19937& random)
      : database_(database), random_(random) {
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
      docids_.push_back(*at);
    }
    for (auto at = database.allterms_begin(); at != database.allterms_end(); ++at) {
      terms_.push_back(*at);
    }
  }

  [[nodiscard]] Query query() {
    switch (below(5)) {
      case 0:
        return Query(Query::OP_FILTER, tree(2), word());
      case 1:
        return phrase();
      case 2:
        return of_values();
      default:
        return tree(3);
    }
  }

  // Sets up one of several ways to rank.
  void rank(Xapian::Enquire& enquire) {
    switch (below(6)) {
      case 0:
        return enquire.set_weighting_scheme(Xapian::BoolWeight());
      case 1:
        return enquire.set_weighting_scheme(Xapian::TfIdfWeight("ntn"));
      case 2:
        return enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0));
      case 3:
        enquire.set_weighting_scheme(Xapian::BM25PlusWeight());
        return enquire.set_sort_by_value_then_relevance(below(3), below(2) == 0);
      case 4:
        return enquire.set_collapse_key(below(3));
      default:
        return;
    }
  }

 private:
  std::uint32_t below(std::size_t end) { return static_cast<std::uint32_t>(random_() % end); }

  Query word() {
    if (terms_.empty() || below(30) == 0) {
      return Query("no such word");
    }
    return Query(terms_[below(terms_.size())], 1 + below(2));
  }

  Query tree(int depth) {
    if (depth == 0 || below(4) == 0) {
      return below(8) == 0 ? wildcard() : word();
    }
    static constexpr Query::op kOps[] = {Query::OP_OR,        Query::OP_AND,      Query::OP_AND_NOT,
                                         Query::OP_AND_MAYBE, Query::OP_XOR,      Query::OP_SYNONYM,
                                         Query::OP_MAX,       Query::OP_ELITE_SET};
    const Query::op op = kOps[below(std::size(kOps))];
    if (op == Query::OP_AND_NOT || op == Query::OP_AND_MAYBE) {
      return Query(op, tree(depth - 1), tree(depth - 1));
    }
    std::vector<Query> parts;
    for (std::size_t i = 2 + below(3); i > 0; --i) {
      parts.push_back(tree(depth - 1));
    }
    return Query(op, parts.begin(), parts.end());
  }

  Query wildcard() {
    const std::string term = terms_.empty() ? "a" : terms_[below(terms_.size())];
    return Query(Query::OP_WILDCARD, term.substr(0, 1 + below(term.size())), 0,
                 Query::WILDCARD_LIMIT_FIRST);
  }

  // Words that do follow each other in some document, or nearly.
  Query phrase() {
    if (docids_.empty()) {
      return Query::MatchAll;
    }
    const Xapian::docid docid = docids_[below(docids_.size())];
    std::map<Xapian::termpos, std::string> text;
    for (auto term = database_.termlist_begin(docid); term != database_.termlist_end(docid);
         ++term) {
      for (auto at = database_.positionlist_begin(docid, *term);
           at != database_.positionlist_end(docid, *term) && text.size() < kMostOfText; ++at) {
        text[*at] = *term;
      }
    }
    if (text.empty()) {
      return Query::MatchAll;
    }
    auto at = std::next(text.begin(), below(text.size()));
    const auto first = at->first;
    std::vector<std::string> words;
    for (const std::size_t wanted = 2 + below(3); at != text.end() && words.size() < wanted; ++at) {
      words.push_back(at->second);
    }
    const auto reach = std::prev(at)->first - first;
    const Query::op op = below(2) == 0 ? Query::OP_PHRASE : Query::OP_NEAR;
    if (op == Query::OP_NEAR) {
      std::shuffle(words.begin(), words.end(), random_);
    }
    const auto window = static_cast<Xapian::termcount>(
        std::max<std::size_t>(words.size(), (reach + below(3)) % 10000));
    return Query(op, words.begin(), words.end(), window);
  }

  Query of_values() {
    const auto slot = Xapian::valueno{below(4)};
    std::string low = database_.get_value_lower_bound(slot);
    std::string high = database_.get_value_upper_bound(slot);
    for (std::string* bound : {&low, &high}) {
      if (!docids_.empty() && below(2) == 0) {
        *bound = database_.get_document(docids_[below(docids_.size())]).get_value(slot);
      }
    }
    const Query range = below(2) == 0 ? Query(Query::OP_VALUE_RANGE, slot, low, high)
                                      : Query(Query::OP_VALUE_GE, slot, low);
    return below(2) == 0 ? range : Query(Query::OP_FILTER, tree(1), range);
  }

  static constexpr std::size_t kMostOfText = 2000;

  const Xapian::Database& database_;
  std::mt19937& random_;
  std::vector<Xapian::docid> docids_;
  std::vector<std::string> terms_;
};

std::string answers(const Xapian::Database& database, const Xapian::Enquire& enquire) {
  constexpr Xapian::doccount kBest = 100;
  const Xapian::MSet found = enquire.get_mset(0, kBest, database.get_doccount());
  std::ostringstream said;
  said << found.get_matches_lower_bound() << " of " << found.get_matches_upper_bound() << " best "
       << found.get_max_possible();
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    said << "\n" << *hit << " " << std::hexfloat << hit.get_weight();
  }
  return said.str();
}

}  // namespace

std::string answer_difference(const Xapian::Database& found, const Xapian::Database& expected,
                              std::size_t queries, std::mt19937& random) {
  RandomQueries source(expected, random);
  for (std::size_t i = 0; i < queries; ++i) {
    const Query query = source.query();
    std::string answered[2];
    const std::mt19937 before = random;
    for (const Xapian::Database* database : {&found, &expected}) {
      random = before;  // both are ranked in the same way
      Xapian::Enquire enquire(*database);
      enquire.set_query(query);
      source.rank(enquire);
      answered[database == &expected ? 1 : 0] = answers(*database, enquire);
    }
    if (answered[0] != answered[1]) {
      return query.get_description() + "\nfound " + answered[0] + "\nexpected " + answered[1];
    }
  }
  return "";
}

}  // namespace lede::test
