// Checking cursors before matching, and making the next one after it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/paging.h"

#include <xxhash.h>

#include <algorithm>

#include "searcher/cursor.h"

namespace lede {
namespace {

constexpr std::size_t kMaxLimit = 10'000;

// --after and --before are filters like after: and before: in the query.
Result<DateRange> option_dates(const SearchRequest& request, const Clock& clock) {
  DateRange range;
  if (!request.after.empty()) {
    auto after = parse_after(request.after, clock);
    if (!after) {
      return fail(std::move(after).error());
    }
    range.from = after->from;
  }
  if (!request.before.empty()) {
    auto before = parse_before(request.before, clock);
    if (!before) {
      return fail(std::move(before).error());
    }
    range.to = before->to;
  }
  return range;
}

// Of what chooses and orders the articles; not of how many are shown, and how.
std::uint64_t hash_of_question(const SearchRequest& request, std::string_view similar_to) {
  std::string all;
  for (const std::string_view text :
       {std::string_view(request.query), similar_to, std::string_view(request.after),
        std::string_view(request.before)}) {
    all += std::to_string(text.size()) + ":" + std::string(text);
  }
  for (const auto option : {static_cast<int>(request.match), static_cast<int>(request.sort),
                            static_cast<int>(request.recency), request.expand ? 1 : 0}) {
    all += std::to_string(option) + ",";
  }
  for (const FieldFilter& filter : request.filters) {
    all += std::to_string(static_cast<int>(filter.field)) + ":" +
           std::to_string(filter.value.size()) + ":" + filter.value;
  }
  return XXH3_64bits(all.data(), all.size());
}

Result<Cursor> checked_cursor(const SearchRequest& request, const CursorOwner& owner) {
  auto cursor = decode_cursor(request.cursor);
  if (!cursor) {
    return cursor;
  }
  if (request.offset > 0) {
    return fail(ErrorCode::kUsage, "a cursor and an offset exclude each other");
  }
  if (cursor->question != owner.question) {
    return fail(ErrorCode::kUsage, "the cursor is that of another query or of other options",
                "give the same query, match, sort, filters, recency and expansion as for the page "
                "it came with");
  }
  if (cursor->database != owner.database) {
    return fail(ErrorCode::kUsage, "the cursor is that of another database, or it was made anew",
                "start again without a cursor");
  }
  return cursor;
}

}  // namespace

CursorOwner cursor_owner(const Xapian::Database& database, const SearchRequest& request,
                         std::string_view similar_to) {
  const std::string uuid = database.get_uuid();
  return {hash_of_question(request, similar_to), XXH3_64bits(uuid.data(), uuid.size())};
}

Result<MatchRequest> match_request(const SearchRequest& request, const CursorOwner& owner,
                                   const Clock& clock) {
  auto dates = option_dates(request, clock);
  if (!dates) {
    return fail(std::move(dates).error());
  }
  MatchRequest match;
  match.filter = {*dates, request.filters};
  match.sort = request.sort;
  match.limit = std::min(request.limit, kMaxLimit);
  match.offset = request.offset;
  match.timeout_ms = request.timeout_ms;
  match.matching_terms = !request.metadata_only;
  if (!request.cursor.empty()) {
    auto cursor = checked_cursor(request, owner);
    if (!cursor) {
      return fail(std::move(cursor).error());
    }
    match.seen = std::move(cursor->seen);
  }
  return match;
}

std::string next_cursor(const MatchRequest& request, const MatchPage& page,
                        const CursorOwner& owner) {
  if (!page.more || request.offset > 0 || request.seen.size() + page.documents.size() > kMostSeen) {
    return {};
  }
  Cursor next{owner.question, owner.database, request.seen};
  for (const MatchedDocument& document : page.documents) {
    next.seen.push_back(document.id);
  }
  std::sort(next.seen.begin(), next.seen.end());
  return encode_cursor(next);
}

}  // namespace lede
