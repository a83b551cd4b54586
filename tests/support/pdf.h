// PDF files made in memory: lines of text at places of a page, and what hostile files do.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace lede::test {

struct PdfLine {
  int x = 72;
  int y = 720;
  std::string text;  // ASCII; ( ) \ as PDF wants them escaped
};

class PdfMaker {
 public:
  PdfMaker();

  // Adds an object; its number.
  int add(const std::string& object);
  int add_stream(const std::string& dictionary, const std::string& bytes);

  // Adds a page that shows `lines`, or one with any content and resources.
  void add_page(const std::vector<PdfLine>& lines);
  void add_page(const std::string& content, const std::string& resources);

  // The whole file. `info` is what stands between the brackets of the Info dictionary.
  [[nodiscard]] std::string finish(const std::string& info = "");

 private:
  std::vector<std::string> objects_;  // the first two are catalogue and page tree
  std::vector<int> pages_;
};

// A file of one page on which a form shows another ten times, which shows another ten times, and
// so on: `depth` levels, ten to the power of it in all.
[[nodiscard]] std::string looping_pdf(int depth);

}  // namespace lede::test
