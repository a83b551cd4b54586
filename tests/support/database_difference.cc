// Compares all that can be read out of two Xapian databases.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/database_difference.h"

#include <cstdint>
#include <set>
#include <sstream>
#include <type_traits>
#include <vector>

namespace lede::test {
namespace {

constexpr int kMostLines = 10;

// Terms and values have any bytes.
std::string shown(const std::string& bytes) {
  constexpr std::size_t kMostShown = 80;
  std::string said;
  for (const char byte : bytes.substr(0, kMostShown)) {
    const auto code = static_cast<unsigned char>(byte);
    if (code >= ' ' && code < 0x7f) {
      said += byte;
    } else {
      constexpr const char* kDigits = "0123456789abcdef";
      said += {'\\', 'x', kDigits[code / 16], kDigits[code % 16]};
    }
  }
  return bytes.size() > kMostShown ? said + "… (" + std::to_string(bytes.size()) + " bytes)" : said;
}

template <typename Number>
std::string shown(Number number) {
  return std::to_string(number);
}

std::string shown(const std::vector<Xapian::termpos>& positions) {
  std::string said = "[";
  for (const Xapian::termpos position : positions) {
    said += std::to_string(position) + " ";
  }
  return said + "]";
}

class Comparison {
 public:
  Comparison(const Xapian::Database& found, const Xapian::Database& expected)
      : found_(found), expected_(expected) {}

  std::string run() {
    statistics();
    metadata();
    terms();
    documents();
    for (const Xapian::valueno slot : slots_) {
      value_slot(slot);
    }
    spelling_and_synonyms();
    return said_;
  }

 private:
  // `what` is a string or a function that makes one: it is asked only when it is needed.
  template <typename What, typename Value>
  bool same(const What& what, const Value& found, const Value& expected) {
    if (found == expected) {
      return true;
    }
    if (lines_++ < kMostLines) {
      if constexpr (std::is_invocable_v<What>) {
        said_ += what();
      } else {
        said_ += what;
      }
      said_ += ": " + shown(found) + " and not " + shown(expected) + "\n";
    }
    return false;
  }

  void statistics() {
    same("documents", found_.get_doccount(), expected_.get_doccount());
    same("last docid", found_.get_lastdocid(), expected_.get_lastdocid());
    same("total length", found_.get_total_length(), expected_.get_total_length());
    same("average length", found_.get_average_length(), expected_.get_average_length());
    same("shortest document", found_.get_doclength_lower_bound(),
         expected_.get_doclength_lower_bound());
    same("longest document", found_.get_doclength_upper_bound(),
         expected_.get_doclength_upper_bound());
    same("has positions", int{found_.has_positions()}, int{expected_.has_positions()});
  }

  void metadata() {
    auto one = found_.metadata_keys_begin();
    auto other = expected_.metadata_keys_begin();
    for (; one != found_.metadata_keys_end() && other != expected_.metadata_keys_end();
         ++one, ++other) {
      same("metadata key", *one, *other);
      same("metadata of " + shown(*other), found_.get_metadata(*one),
           expected_.get_metadata(*other));
    }
    same("metadata goes on", int{one != found_.metadata_keys_end()},
         int{other != expected_.metadata_keys_end()});
  }

  void terms() {
    auto one = found_.allterms_begin();
    auto other = expected_.allterms_begin();
    for (; one != found_.allterms_end() && other != expected_.allterms_end(); ++one, ++other) {
      if (!same("term", *one, *other)) {
        return;
      }
      const std::string term = *other;
      const auto what = [&term](const char* of) {
        return [&term, of] { return std::string(of) + " of " + shown(term); };
      };
      same(what("documents"), one.get_termfreq(), other.get_termfreq());
      same(what("collection frequency"), found_.get_collection_freq(term),
           expected_.get_collection_freq(term));
      same(what("bound of the frequency"), found_.get_wdf_upper_bound(term),
           expected_.get_wdf_upper_bound(term));
      postings(term);
    }
    same("terms go on", int{one != found_.allterms_end()}, int{other != expected_.allterms_end()});
  }

  void postings(const std::string& term) {
    auto one = found_.postlist_begin(term);
    auto other = expected_.postlist_begin(term);
    for (; one != found_.postlist_end(term) && other != expected_.postlist_end(term);
         ++one, ++other) {
      const Xapian::docid docid = *other;
      const auto what = [&](const char* of) {
        return [&term, docid, of] {
          return std::string(of) + " of " + shown(term) + " in " + shown(docid);
        };
      };
      if (!same(what("docid"), *one, docid)) {
        return;
      }
      same(what("frequency"), one.get_wdf(), other.get_wdf());
      same(what("length"), one.get_doclength(), other.get_doclength());
      same(what("positions"),
           std::vector<Xapian::termpos>(one.positionlist_begin(), one.positionlist_end()),
           std::vector<Xapian::termpos>(other.positionlist_begin(), other.positionlist_end()));
    }
    same([&] { return "postings go on of " + shown(term); }, int{one != found_.postlist_end(term)},
         int{other != expected_.postlist_end(term)});
  }

  void documents() {
    auto one = found_.postlist_begin("");
    auto other = expected_.postlist_begin("");
    for (; one != found_.postlist_end("") && other != expected_.postlist_end(""); ++one, ++other) {
      if (!same("document", *one, *other)) {
        return;
      }
      document(*other);
    }
    same("documents go on", int{one != found_.postlist_end("")},
         int{other != expected_.postlist_end("")});
  }

  void document(Xapian::docid docid) {
    const auto what = [docid](const char* of) {
      return [docid, of] { return std::string(of) + " of document " + shown(docid); };
    };
    const Xapian::Document one = found_.get_document(docid);
    const Xapian::Document other = expected_.get_document(docid);
    same(what("data"), one.get_data(), other.get_data());
    same(what("length"), found_.get_doclength(docid), expected_.get_doclength(docid));
    same(what("unique terms"), found_.get_unique_terms(docid), expected_.get_unique_terms(docid));
    auto term = one.termlist_begin();
    auto other_term = other.termlist_begin();
    for (; term != one.termlist_end() && other_term != other.termlist_end(); ++term, ++other_term) {
      if (!same(what("term"), *term, *other_term)) {
        break;
      }
      same(what("frequency in the term list"), term.get_wdf(), other_term.get_wdf());
      same(what("documents of a term in the list"), term.get_termfreq(), other_term.get_termfreq());
    }
    same(what("terms go on"), int{term != one.termlist_end()},
         int{other_term != other.termlist_end()});
    auto value = one.values_begin();
    auto other_value = other.values_begin();
    for (; value != one.values_end() && other_value != other.values_end(); ++value, ++other_value) {
      same(what("slot"), value.get_valueno(), other_value.get_valueno());
      same(what("value"), *value, *other_value);
      slots_.insert(other_value.get_valueno());
    }
    same(what("values go on"), int{value != one.values_end()},
         int{other_value != other.values_end()});
  }

  void value_slot(Xapian::valueno slot) {
    const auto what = [slot](const char* of) {
      return [slot, of] { return std::string(of) + " of slot " + shown(slot); };
    };
    same(what("values"), found_.get_value_freq(slot), expected_.get_value_freq(slot));
    same(what("lower bound"), found_.get_value_lower_bound(slot),
         expected_.get_value_lower_bound(slot));
    same(what("upper bound"), found_.get_value_upper_bound(slot),
         expected_.get_value_upper_bound(slot));
    auto one = found_.valuestream_begin(slot);
    auto other = expected_.valuestream_begin(slot);
    for (; one != found_.valuestream_end(slot) && other != expected_.valuestream_end(slot);
         ++one, ++other) {
      same(what("docid in the stream"), one.get_docid(), other.get_docid());
      same(what("value in the stream"), *one, *other);
    }
    same(what("stream goes on"), int{one != found_.valuestream_end(slot)},
         int{other != expected_.valuestream_end(slot)});
  }

  void spelling_and_synonyms() {
    const auto count = [](Xapian::TermIterator at) {
      int counted = 0;
      for (; at != Xapian::TermIterator(); ++at) {
        ++counted;
      }
      return counted;
    };
    same("spellings", count(found_.spellings_begin()), count(expected_.spellings_begin()));
    same("synonyms", count(found_.synonym_keys_begin()), count(expected_.synonym_keys_begin()));
  }

  const Xapian::Database& found_;
  const Xapian::Database& expected_;
  std::set<Xapian::valueno> slots_;
  std::string said_;
  int lines_ = 0;
};

}  // namespace

std::string difference(const Xapian::Database& found, const Xapian::Database& expected) {
  return Comparison(found, expected).run();
}

std::string problems_of(const std::string& path) {
  std::ostringstream said;
  const std::size_t problems = Xapian::Database::check(path, 0, &said);
  return problems == 0 ? "" : std::to_string(problems) + " problems\n" + said.str();
}

}  // namespace lede::test
