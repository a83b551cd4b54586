// lede-generate: invented articles as JSONL on standard output.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

#include "bench/generator/article_generator.h"

namespace {

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

int generate(std::uint64_t count, std::uint64_t seed) {
  const lede::bench::ArticleGenerator generator(seed);
  for (std::uint64_t number = 0; number < count; ++number) {
    const std::string line = to_jsonl(generator.article(number));
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) {
      break;
    }
  }
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    std::fputs("lede-generate: cannot write to standard output\n", stderr);
    return 2;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto count = argc == 3 ? number_of(argv[1]) : std::nullopt;
  const auto seed = argc == 3 ? number_of(argv[2]) : std::nullopt;
  if (!count || !seed) {
    std::fputs(
        "usage: lede-generate COUNT SEED > articles.jsonl\n"
        "Writes COUNT invented articles; the same SEED gives the same articles everywhere.\n",
        stderr);
    return 2;
  }
  try {
    return generate(*count, *seed);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "lede-generate: %s\n", error.what());
    return 2;
  }
}
