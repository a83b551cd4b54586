// Asking the programs: batch and search on the command line, the server, and MCP.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <regex>
#include <sstream>
#include <stdexcept>

#include "tests/http/lede_server.h"
#include "tests/same_answer/ways.h"
#include "tests/support/run_program.h"

namespace lede::test {
namespace {

using nlohmann::json;

constexpr std::size_t kMcpQueue = 200;  // more at once would be too many for it

json without_time(json answer) {
  answer.erase("took_ms");
  return answer;
}

json error_of(const std::string& message, const std::string& hint) {
  return {{"error", {{"message", message + (hint.empty() ? "" : "; ") + hint}}}};
}

bool is_text(const std::string& query) {
  try {
    static_cast<void>(json(query).dump());
    return true;
  } catch (const json::type_error&) {
    return false;
  }
}

std::string mcp_message(std::size_t id, const std::string& method, const json& params) {
  const json message{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}};
  return message.dump() + "\n";
}

// Without what MCP adds, so that articles can be cited.
void drop_citations(json& value) {
  if (value.is_object()) {
    value.erase("uri");
    value.erase("characters");
  }
  for (json& one : value) {
    if (one.is_structured()) {
      drop_citations(one);
    }
  }
}

// "code: message (argument "query")"
json mcp_error(const std::string& text) {
  static const std::regex kError(R"re(([a-z_]+): (.*) \(argument "query"\))re");
  std::smatch parts;
  if (!std::regex_match(text, parts, kError)) {
    return {{"error", {{"message", text}}}};
  }
  return {{"error", {{"code", parts[1].str()}, {"message", parts[2].str()}}}};
}

json mcp_answer(const json& result) {
  if (result.value("isError", false)) {
    return mcp_error(result["content"][0]["text"]);
  }
  json answer = without_time(result["structuredContent"]);
  drop_citations(answer);
  return answer;
}

// Lines of batch end at a line end, and a carriage return before it is no part of the query.
bool fits_a_line(const std::string& query) {
  return query.find('\n') == std::string::npos && !query.ends_with('\r');
}

}  // namespace

Answers ask_http(const std::filesystem::path& database, const Asked& asked) {
  const LedeServer server(database, {"--timeout", "60000"});
  HttpConnection connection(server.port());
  Answers answers;
  for (const std::string& query : asked.queries) {
    const std::string target =
        "/v1/search?q=" + escaped(query) + (asked.strict ? "&strict=true" : "");
    const HttpAnswer answer = connection.ask({"GET", target, {}, ""});
    const json body = answer.json();
    answers.push_back(answer.status == 200
                          ? without_time(body)
                          : json{{"error", {{"code", body["code"]}, {"message", body["detail"]}}}});
  }
  return answers;
}

Answers ask_batch(const std::filesystem::path& database, const Asked& asked) {
  std::string lines;
  for (std::size_t i = 0; i < asked.queries.size(); ++i) {
    if (fits_a_line(asked.queries[i])) {
      lines += std::to_string(i) + "\t" + asked.queries[i] + "\n";
    } else {
      lines += "\n";  // so that complaints have the number of the query
    }
  }
  const auto ran = run_program({LEDE_SEARCHER, "batch", "--format", "full", "--db", database, "-"},
                               {{}, lines, {}, 120});
  Answers answers(asked.queries.size());
  std::istringstream out(ran.out);
  for (std::string line; std::getline(out, line);) {
    json answer = json::parse(line);
    const std::size_t number = std::stoul(answer["query_id"].get<std::string>());
    answer.erase("query_id");
    answers.at(number) = without_time(std::move(answer));
  }
  static const std::regex kComplaint(R"(lede-searcher: -:([0-9]+): (.*)\n  hint: (.*)\n)");
  for (auto match = std::sregex_iterator(ran.err.begin(), ran.err.end(), kComplaint);
       match != std::sregex_iterator(); ++match) {
    answers.at(std::stoul((*match)[1]) - 1) = error_of((*match)[2], (*match)[3]);
  }
  return answers;
}

Answers ask_mcp(const std::filesystem::path& database, const Asked& asked) {
  Answers answers(asked.queries.size());
  for (std::size_t from = 0; from < answers.size(); from += kMcpQueue) {
    const std::size_t to = std::min(from + kMcpQueue, answers.size());
    std::string lines = mcp_message(answers.size(), "initialize",
                                    {{"protocolVersion", "2025-06-18"},
                                     {"capabilities", json::object()},
                                     {"clientInfo", {{"name", "test"}, {"version", "1"}}}});
    lines += "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n";
    for (std::size_t i = from; i < to; ++i) {
      if (is_text(asked.queries[i])) {
        const json arguments{{"query", asked.queries[i]}};
        lines += mcp_message(i, "tools/call", {{"name", "search"}, {"arguments", arguments}});
      }
    }
    const auto ran = run_program({LEDE_SEARCHER, "mcp", "--db", database}, {{}, lines, {}, 120});
    std::istringstream out(ran.out);
    for (std::string line; std::getline(out, line);) {
      const json message = json::parse(line);
      const std::size_t number = message["id"];
      if (number < answers.size()) {
        answers[number] = mcp_answer(message.at("result"));
      }
    }
  }
  return answers;
}

Answers ask_search(const std::filesystem::path& database, const Asked& asked) {
  static const std::regex kComplaint(R"(lede-searcher: (.*)\n  hint: (.*)\n)");
  Answers answers;
  for (const std::string& query : asked.queries) {
    answers.emplace_back();
    if (query.find('\0') != std::string::npos) {
      continue;
    }
    std::vector<std::string> command{LEDE_SEARCHER, "search", "--json", "--db", database};
    if (asked.strict) {
      command.emplace_back("--strict");
    }
    command.insert(command.end(), {"--", query});
    const auto ran = run_program(command);
    std::smatch complaint;
    if (ran.exit_code <= 1) {
      answers.back() = without_time(json::parse(ran.out));
    } else if (ran.exit_code == 2 && std::regex_match(ran.err, complaint, kComplaint)) {
      answers.back() = error_of(complaint[1], complaint[2]);
    } else {
      throw std::runtime_error("search failed: " + ran.err);
    }
  }
  return answers;
}

}  // namespace lede::test
