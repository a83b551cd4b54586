// lede-generate: invented articles as JSONL on standard output, or queries that find some of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "bench/generator/article_generator.h"
#include "bench/generator/query_sampler.h"

namespace {

constexpr std::uint64_t kFewestForQueries = 300;  // of so many the sampler can judge what is rare

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

struct Wanted {
  std::uint64_t queries_each = 0;  // none: the articles themselves
  std::uint64_t articles = 0;
  std::uint64_t seed = 0;
};

std::optional<Wanted> wanted(std::span<char*> arguments) {
  const bool queries = arguments.size() == 4 && std::string_view(arguments[0]) == "--queries";
  if (!queries && arguments.size() != 2) {
    return std::nullopt;
  }
  const auto each = queries ? number_of(arguments[1]) : std::optional<std::uint64_t>(0);
  const auto count = number_of(arguments[arguments.size() - 2]);
  const auto seed = number_of(arguments.back());
  if (!each || !count || !seed || (queries && (*each == 0 || *count < kFewestForQueries))) {
    return std::nullopt;
  }
  return Wanted{*each, *count, *seed};
}

bool write(const std::string& line) {
  return std::fwrite(line.data(), 1, line.size(), stdout) == line.size();
}

// What was written may still wait in the buffer of a full disk's file.
int finish() {
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    std::fputs("lede-generate: cannot write to standard output\n", stderr);
    return 2;
  }
  return 0;
}

int generate_articles(const Wanted& asked) {
  const lede::bench::ArticleGenerator generator(asked.seed);
  for (std::uint64_t number = 0; number < asked.articles; ++number) {
    if (!write(to_jsonl(generator.article(number)))) {
      break;
    }
  }
  return finish();
}

int generate_queries(const Wanted& asked) {
  const lede::bench::ArticleGenerator generator(asked.seed);
  lede::bench::QuerySampler sampler(generator, asked.articles, asked.seed);
  for (const lede::bench::QueryClass query_class : lede::bench::kQueryClasses) {
    const std::string begin = std::string(name_of(query_class)) + '\t';
    for (std::uint64_t number = 0; number < asked.queries_each; ++number) {
      if (!write(begin + sampler.draw(query_class) + '\n')) {
        return finish();
      }
    }
  }
  return finish();
}

}  // namespace

int main(int argc, char** argv) {
  const auto asked = wanted(std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
  if (!asked) {
    std::fputs(
        "usage: lede-generate COUNT SEED > articles.jsonl\n"
        "       lede-generate --queries EACH COUNT SEED > queries.tsv\n"
        "Writes COUNT invented articles; the same SEED gives the same articles everywhere.\n"
        "Or EACH queries of ten classes that find some of these articles, of 300 at least:\n"
        "class, tab, query.\n",
        stderr);
    return 2;
  }
  try {
    return asked->queries_each > 0 ? generate_queries(*asked) : generate_articles(*asked);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "lede-generate: %s\n", error.what());
    return 2;
  }
}
