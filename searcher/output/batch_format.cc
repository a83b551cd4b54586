// TREC runs, JSONL and CSV.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/batch_format.h"

#include <unicode/uchar.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "common/text/utf8.h"
#include "searcher/output/json.h"

namespace lede {
namespace {

template <typename Number>
std::string number_text(Number number) {
  std::array<char, 64> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return {buffer.data(), end};
}

// TREC's columns are separated by white space of any kind, so no column may hold any.
std::string column(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode(text, i);
    const auto letter = static_cast<UChar32>(point.value);
    const bool keeps = u_isUWhiteSpace(letter) == 0 && u_iscntrl(letter) == 0;
    for (; i < point.next; ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (keeps) {
        out += text[i];
      } else {
        out += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
      }
    }
  }
  return out.empty() ? "-" : out;
}

// trec_eval and its like read scores as floats, sort by them, and order equal ones by id: scores
// that fall with each rank, as floats, are what keeps our order.
std::string trec_text(std::string_view query_id, const SearchResponse& response,
                      std::string_view tag) {
  std::string out;
  float previous = std::numeric_limits<float>::infinity();
  std::size_t rank = 0;
  for (const auto& hit : response.hits) {
    auto score = static_cast<float>(hit.score);
    if (!(score < previous)) {
      score = std::nextafter(previous, -std::numeric_limits<float>::infinity());
    }
    previous = score;
    out.append(column(query_id)).append(" Q0 ").append(column(hit.id)).append(" ");
    out.append(std::to_string(++rank)).append(" ").append(number_text(score)).append(" ");
    out.append(column(tag)).append("\n");
  }
  return out;
}

std::string jsonl_text(std::string_view query_id, const SearchResponse& response) {
  nlohmann::ordered_json line;
  line["query_id"] = query_id;
  line["query"] = response.query;
  line["total"] = {{"value", response.total}, {"relation", response.total_exact ? "eq" : "gte"}};
  line["relaxed"] = response.relaxed;
  line["hits"] = nlohmann::ordered_json::array();
  for (const auto& hit : response.hits) {
    line["hits"].push_back({{"id", hit.id}, {"score", hit.score}});
  }
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string full_text(std::string_view query_id, const SearchResponse& response) {
  const nlohmann::json id = query_id;
  return "{\"query_id\":" + id.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) +
         "," + response_json(response, JsonLayout::kOneLine).substr(1) + "\n";
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) {
    return std::string(text);
  }
  std::string out = "\"";
  for (const char c : text) {
    out.append(c == '"' ? 2 : 1, c);
  }
  return out + "\"";
}

std::string csv_text(std::string_view query_id, const SearchResponse& response) {
  std::string out;
  std::size_t rank = 0;
  for (const auto& hit : response.hits) {
    out.append(csv_field(query_id)).append(",").append(std::to_string(++rank)).append(",");
    out.append(csv_field(hit.id)).append(",").append(number_text(hit.score)).append("\n");
  }
  return out;
}

}  // namespace

std::string batch_header(BatchFormat format) {
  return format == BatchFormat::kCsv ? "query_id,rank,id,score\n" : "";
}

std::string batch_text(BatchFormat format, std::string_view query_id,
                       const SearchResponse& response, std::string_view tag) {
  switch (format) {
    case BatchFormat::kTrec:
      return trec_text(query_id, response, tag);
    case BatchFormat::kJsonl:
      return jsonl_text(query_id, response);
    case BatchFormat::kFull:
      return full_text(query_id, response);
    case BatchFormat::kCsv:
      break;
  }
  return csv_text(query_id, response);
}

}  // namespace lede
