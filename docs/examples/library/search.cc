// search DATABASE QUERY: the articles that match, page by page, with what matched in brackets.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <lede/lede.h>

#include <cstddef>
#include <iostream>
#include <string>

namespace {

int complain(const lede::v1::Error& error) {
  std::cerr << lede::v1::code_name(error.code) << ": " << error.message << "\n";
  if (!error.hint.empty()) {
    std::cerr << error.hint << "\n";
  }
  return 2;
}

std::string marked(const lede::v1::Snippet& snippet) {
  std::string text;
  std::size_t done = 0;
  for (const lede::v1::Mark& mark : snippet.marks) {
    text += snippet.text.substr(done, mark.from - done);
    text += "[" + snippet.text.substr(mark.from, mark.to - mark.from) + "]";
    done = mark.to;
  }
  return text + snippet.text.substr(done);
}

void print(const lede::v1::Answer& answer) {
  for (const lede::v1::Hit& hit : answer.hits) {
    std::cout << hit.title << " (" << hit.publisher << ")\n";
    for (const lede::v1::Snippet& snippet : hit.snippets) {
      std::cout << "  " << marked(snippet) << "\n";
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: search DATABASE QUERY\n";
    return 2;
  }
  auto database = lede::v1::Database::open(argv[1]);
  if (!database) {
    return complain(database.error());
  }

  lede::v1::Question question;
  question.query = argv[2];
  question.limit = 2;
  question.snippets = 1;
  do {
    const auto answer = database->search(question);
    if (!answer) {
      return complain(answer.error());
    }
    for (const lede::v1::Warning& warning : answer->warnings) {
      std::cerr << warning.message << " (at byte " << warning.at << ")\n";
    }
    print(*answer);
    question.cursor = answer->next;
  } while (!question.cursor.empty());
  return 0;
}
