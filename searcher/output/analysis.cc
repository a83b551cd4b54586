// Writing analyses.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/analysis.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "searcher/output/terminal_text.h"

namespace lede {
namespace {

using Cells = std::array<std::string, 7>;

constexpr std::size_t kNumberColumns = 3;  // aligned to the right

const char* name_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::kWord:
      return "word";
    case TokenKind::kAlternate:
      return "alternate";
    case TokenKind::kJoined:
      break;
  }
  return "joined";
}

std::string kind_of(const Token& token) {
  std::string kind = name_of(token.kind);
  kind += token.acronym ? " acronym" : "";
  kind += token.dictionary ? " dictionary" : "";
  return kind;
}

std::string_view segment(const Analysis& analysis, const Token& token) {
  return std::string_view(analysis.text).substr(token.start, token.end - token.start);
}

Cells row_of(const Analysis& analysis, const AnalyzedToken& analyzed) {
  const Token& token = analyzed.token;
  std::string position = std::to_string(token.position);
  if (token.words > 1) {
    position += "-" + std::to_string(token.position + token.words - 1);
  }
  return {position,
          std::to_string(token.chunk),
          std::to_string(token.start) + "-" + std::to_string(token.end),
          printable(segment(analysis, token)),
          kind_of(token),
          printable(analyzed.term),
          printable(analyzed.stem)};
}

void append_cell(std::string& line, const std::string& cell, std::size_t width, bool right) {
  const std::string padding(width - std::min(width, display_width(cell)), ' ');
  line.append(line.empty() ? "" : "  ");
  line.append(right ? padding + cell : cell + padding);
}

std::string table(const std::vector<Cells>& rows) {
  std::array<std::size_t, std::tuple_size_v<Cells>> widths{};
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      append_cell(line, row[i], widths[i], i < kNumberColumns);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out.append(line).append("\n");
  }
  return out;
}

}  // namespace

Analysis analyze_text(std::string text, std::string language, std::string language_from) {
  Analysis analysis{std::move(text), std::move(language), std::move(language_from), {}};
  Analyzer analyzer;
  analyzer.analyze(analysis.text, analysis.language, [&analysis](const Token& token) {
    AnalyzedToken& added = analysis.tokens.emplace_back(
        AnalyzedToken{token, std::string(token.term), std::string(token.stem)});
    added.token.term = {};  // the analyzer's own: gone when this returns
    added.token.stem = {};
  });
  return analysis;
}

std::string analysis_text(const Analysis& analysis) {
  std::string out = "language: ";
  out += analysis.language.empty() ? "unknown"
                                   : analysis.language + " (" + analysis.language_from + ")";
  out += "\n";
  std::vector<Cells> rows{{"position", "chunk", "bytes", "text", "kind", "term", "stem"}};
  for (const auto& token : analysis.tokens) {
    rows.push_back(row_of(analysis, token));
  }
  return out + table(rows);
}

std::string analysis_json(const Analysis& analysis, JsonLayout layout) {
  nlohmann::ordered_json object;
  object["format_version"] = 1;
  if (!analysis.language.empty()) {
    object["language"] = analysis.language;
    object["language_from"] = analysis.language_from;
  }
  auto tokens = nlohmann::ordered_json::array();
  for (const auto& [token, term, stem] : analysis.tokens) {
    nlohmann::ordered_json one;
    one["text"] = segment(analysis, token);
    one["kind"] = name_of(token.kind);
    one["term"] = term;
    one["stem"] = stem;
    one["start"] = token.start;
    one["end"] = token.end;
    one["position"] = token.position;
    one["words"] = token.words;
    one["chunk"] = token.chunk;
    one["dictionary"] = token.dictionary;
    one["acronym"] = token.acronym;
    tokens.push_back(std::move(one));
  }
  object["tokens"] = std::move(tokens);
  return object.dump(layout == JsonLayout::kIndented ? 2 : -1, ' ', false,
                     nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace lede
