// Where a broken JSON text breaks and how: simdjson only says that it does.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_problem.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace lede {
namespace {

// Takes everything and keeps only the place of the error. nlohmann's SAX parser has no recursion.
class ErrorFinder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    position_ = position;
    message_ = error.what();
    return false;
  }

  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] const std::string& message() const { return message_; }

 private:
  std::size_t position_ = 0;
  std::string message_;
};

// The part of nlohmann's message that says what is wrong: what follows "…syntax error".
std::string plain(std::string message) {
  constexpr std::string_view kMark = "syntax error ";
  if (const std::size_t at = message.find(kMark); at != std::string::npos) {
    message.erase(0, at + kMark.size());
  }
  if (const std::size_t at = message.find("; last read"); at != std::string::npos) {
    message.resize(at);
  }
  return message;
}

}  // namespace

std::string json_problem(std::string_view text) {
  ErrorFinder finder;
  if (nlohmann::json::sax_parse(text, &finder)) {
    return "a number or string that cannot be represented";
  }
  const std::size_t at = std::min(text.size(), std::max<std::size_t>(finder.position(), 1) - 1);
  const std::string_view before = text.substr(0, at);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const bool one_line = text.find('\n') == std::string_view::npos;
  return (one_line ? "" : "line " + std::to_string(line) + ", ") + "column " +
         std::to_string(at - line_start + 1) + ": " + plain(finder.message());
}

}  // namespace lede
