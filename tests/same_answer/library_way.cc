// Asking the library, and its answers as JSON: written here once more, from what the headers of the
// library show.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <lede/lede.h>

#include <array>
#include <ctime>

#include "tests/same_answer/ways.h"

namespace lede::test {
namespace {

using nlohmann::json;
using Instant = std::chrono::sys_seconds;

std::string printed(Instant instant, const char* format) {
  const std::time_t time = std::chrono::system_clock::to_time_t(instant);
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 64> text{};
  return {text.data(), std::strftime(text.data(), text.size(), format, &parts)};
}

void put(json& object, const char* name, const std::string& value) {
  if (!value.empty()) {
    object[name] = value;
  }
}

void put(json& object, const v1::Date& date) {
  struct Form {
    const char* name;
    const char* format;
  };
  constexpr Form kForms[] = {{"year", "%Y"},
                             {"month", "%Y-%m"},
                             {"day", "%Y-%m-%d"},
                             {"minute", "%Y-%m-%dT%H:%MZ"},
                             {"second", "%Y-%m-%dT%H:%M:%SZ"}};
  const Form& form = kForms[static_cast<std::size_t>(date.precision)];
  object["published"] = printed(date.instant, form.format);
  object["published_precision"] = form.name;
  put(object, "published_from", date.from);
}

json json_of(const std::vector<v1::Mark>& marks) {
  json list = json::array();
  for (const v1::Mark& mark : marks) {
    list.push_back({mark.from, mark.to});
  }
  return list;
}

json json_of(const v1::Hit& hit) {
  json object{{"id", hit.id}, {"score", hit.score}};
  put(object, "title", hit.title);
  put(object, "url", hit.url);
  put(object, "path", hit.path);
  put(object, "publisher", hit.publisher);
  put(object, "agency", hit.agency);
  put(object, "author", hit.author);
  put(object, "place", hit.place);
  put(object, "section", hit.section);
  put(object, "language", hit.language);
  if (hit.published) {
    put(object, *hit.published);
  }
  if (!hit.title_marks.empty()) {
    object["title_marks"] = json_of(hit.title_marks);
  }
  if (!hit.missing_words.empty()) {
    object["missing_words"] = hit.missing_words;
  }
  for (const v1::Snippet& snippet : hit.snippets) {
    object["snippets"].push_back({{"field", snippet.field},
                                  {"start", snippet.start},
                                  {"text", snippet.text},
                                  {"marks", json_of(snippet.marks)}});
  }
  return object;
}

json json_of(const v1::Total& total) {
  return {{"value", total.value}, {"relation", total.exact ? "eq" : "gte"}};
}

json json_of(const v1::Interpreted& interpreted) {
  json object{{"text", interpreted.text}, {"relaxed", interpreted.relaxed}};
  for (const v1::DateRange& range : interpreted.dates) {
    json dates{{"zone", "UTC"}};
    if (range.from) {
      dates["from"] = printed(*range.from, "%Y-%m-%dT%H:%M:%SZ");
    }
    if (range.to) {
      dates["to"] = printed(*range.to, "%Y-%m-%dT%H:%M:%SZ");
    }
    object["dates"].push_back(std::move(dates));
  }
  return object;
}

json json_of(const v1::Answer& answer) {
  json object{
      {"format_version", v1::format_version()},
      {"query", answer.query},
      {"interpreted", json_of(answer.interpreted)},
      {"total", json_of(answer.total)},
      {"index", {{"revision", answer.index.revision}, {"documents", answer.index.documents}}},
      {"hits", json::array()},
      {"warnings", json::array()}};
  if (answer.partial) {
    object["partial"] = true;
  }
  for (const v1::Hit& hit : answer.hits) {
    object["hits"].push_back(json_of(hit));
  }
  put(object, "next", answer.next);
  if (answer.did_you_mean) {
    object["did_you_mean"] = {{"query", answer.did_you_mean->query},
                              {"total", json_of(answer.did_you_mean->total)}};
  }
  for (const v1::Warning& warning : answer.warnings) {
    object["warnings"].push_back(
        {{"code", warning.code}, {"message", warning.message}, {"at", warning.at}});
  }
  return object;
}

// As JSON is written: with U+FFFD for bytes of the query that are no text.
json as_written(const json& object) {
  return json::parse(object.dump(-1, ' ', false, json::error_handler_t::replace));
}

json json_of(const v1::Error& error) {
  return {{"error",
           {{"code", v1::code_name(error.code)},
            {"message", error.message + (error.hint.empty() ? "" : "; ") + error.hint}}}};
}

}  // namespace

Answers ask_library(const std::filesystem::path& database, const Asked& asked) {
  v1::Database opened = v1::Database::open(database.string()).value();
  Answers answers;
  for (const std::string& query : asked.queries) {
    v1::Question question;
    question.query = query;
    question.strict = asked.strict;
    const auto answer = opened.search(question);
    answers.push_back(as_written(answer ? json_of(*answer) : json_of(answer.error())));
  }
  return answers;
}

}  // namespace lede::test
