// Writing down all of a request that decides its answer.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/api/question_key.h"

#include "searcher/query/dates.h"

namespace lede::serve {
namespace {

constexpr std::int64_t kMinute = 60;
// No date that people type lies as far ahead whenever it is typed.
constexpr std::int64_t kLongAfter = 1000 * 86'400 + 13 * 3600 + 7 * 60 + 1;

// A value and its length, so that no two lists of values are written alike.
class KeyWriter {
 public:
  KeyWriter& text(std::string_view value) {
    key_.append(std::to_string(value.size())).append(":").append(value);
    return *this;
  }
  template <typename Number>
  KeyWriter& number(Number value) {
    key_.append(std::to_string(static_cast<std::uint64_t>(value))).append(",");
    return *this;
  }
  [[nodiscard]] std::string take() { return std::move(key_); }

 private:
  std::string key_;
};

std::string meaning(const SearchRequest& request, std::int64_t now) {
  ParseOptions options = request.parse;
  options.now = now;
  const auto parsed = parse_query(request.query, options);
  std::string text = parsed && !parsed->empty ? to_string(parsed->root) : "";
  const Clock clock{now, options.zone};
  const auto add = [&text](const Result<DateRange>& range) {
    if (range) {
      text += " " + std::to_string(range->from.value_or(0)) + " " +
              std::to_string(range->to.value_or(0));
    }
  };
  if (!request.after.empty()) {
    add(parse_after(request.after, clock));
  }
  if (!request.before.empty()) {
    add(parse_before(request.before, clock));
  }
  return text;
}

bool depends_on_clock(const SearchRequest& request, std::int64_t now) {
  return request.recency != Recency::kNone ||
         meaning(request, now) != meaning(request, now + kLongAfter);
}

}  // namespace

std::string question_key(const SearchRequest& request, std::int64_t now) {
  KeyWriter key;
  // As typed and not as understood: the answer repeats the query and says where in it warnings are.
  key.text(request.query).text(request.after).text(request.before).text(request.cursor);
  key.text(request.parse.zone.name()).number(request.parse.strict).number(request.match);
  key.number(request.sort).number(request.limit).number(request.offset).number(request.snippets);
  key.number(request.snippet_bytes).number(request.timeout_ms).number(request.metadata_only);
  key.number(request.did_you_mean).number(request.recency).number(request.expand);
  key.number(request.explain).number(request.facets.limit).number(request.facets.fields.size());
  for (const FacetField field : request.facets.fields) {
    key.number(field);
  }
  key.number(request.filters.size());
  for (const FieldFilter& filter : request.filters) {
    key.number(filter.field).text(filter.value);
  }
  key.number(request.facets.timeline ? 1 + static_cast<int>(*request.facets.timeline) : 0);
  key.number(depends_on_clock(request, now) ? now / kMinute : 0);
  return key.take();
}

std::string question_key(const SuggestRequest& request) {
  return KeyWriter().text(request.typed).number(request.limit).take();
}

}  // namespace lede::serve
