// lede-pdf-text: the text of one PDF, in a process of its own, so that a hostile file can cost no
// more than the time and memory it is given. Standard input is the file; standard output is a line
// of JSON with what the document says of itself, and one line for each page.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <poppler-document.h>
#include <poppler-page.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <csignal>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/pdf_text/columns.h"

namespace {

enum ExitCode : int { kDone = 0, kUsage = 2, kNoPdf = 3, kLocked = 4 };

std::string utf8(const poppler::ustring& text) {
  const auto bytes = text.to_utf8();
  return {bytes.data(), bytes.size()};
}

void limit(int what, std::uint64_t most) {
  const rlimit bound{most, most};
  setrlimit(static_cast<__rlimit_resource>(what), &bound);
}

void limit_self(std::uint64_t seconds, std::uint64_t memory) {
  constexpr std::uint64_t kFiles = 64;
  limit(RLIMIT_CPU, seconds);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, kFiles);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  limit(RLIMIT_AS, memory);  // sanitizers reserve terabytes
#else
  static_cast<void>(memory);
#endif
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // nobody is left to take the answer
}

std::vector<char> read_input() {
  std::vector<char> bytes;
  std::array<char, 65536> block{};
  for (ssize_t got = 0; (got = read(STDIN_FILENO, block.data(), block.size())) > 0;) {
    bytes.insert(bytes.end(), block.data(), block.data() + got);
  }
  return bytes;
}

void print(const nlohmann::json& line) {
  std::cout << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
}

void print_properties(const poppler::document& document) {
  nlohmann::json properties = {{"title", utf8(document.info_key("Title"))},
                               {"author", utf8(document.info_key("Author"))}};
  const time_t created = document.info_date_t("CreationDate");
  if (created > 0) {
    properties["created"] = created;
  }
  print(properties);
}

// Poppler's own order goes from column to column where paragraphs are set apart.
std::string text_of(const poppler::page& page) {
  std::vector<lede::PlacedText> words;
  for (const poppler::text_box& box : page.text_list()) {
    const poppler::rectf place = box.bbox();
    if (box.rotation() == 0) {
      words.push_back({place.left(), place.top(), place.right(), place.bottom(), utf8(box.text())});
    }
  }
  return lede::in_reading_order(std::move(words));
}

int run(std::uint64_t seconds, std::uint64_t memory) {
  limit_self(seconds, memory);
  const std::vector<char> bytes = read_input();
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) {
    return kNoPdf;
  }
  if (document->is_locked()) {
    return kLocked;
  }
  print_properties(*document);
  for (int i = 0; i < document->pages() && std::cout.good(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page) {
      print(text_of(*page));
    }
  }
  std::cout.flush();
  return std::cout.good() ? kDone : kUsage;
}

bool parse(const char* text, std::uint64_t& number) {
  const std::string_view digits(text);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size();
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t seconds = 0;
  std::uint64_t memory = 0;
  if (argc != 3 || !parse(argv[1], seconds) || !parse(argv[2], memory)) {
    std::cerr << "usage: lede-pdf-text SECONDS BYTES <FILE.pdf\n"
                 "It is run by lede-indexer, with limits on its time and memory.\n";
    return kUsage;
  }
  // Not return: what the library would still tidy up is not worth the time.
  _exit(run(seconds, memory));
}
