// The only way that HTML is written: every text and value is escaped, every element is closed, and
// no address leads anywhere but to this server or the web.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search.h"

namespace lede::page {

// Names are literals. A value without data, as of a default string_view, leaves the attribute out.
struct HtmlAttribute {
  std::string_view name;
  std::string_view value;
};
using HtmlAttributes = std::initializer_list<HtmlAttribute>;

// Of the attributes that are there or not: {"hidden", kOn} or {"hidden", kOff}.
inline constexpr std::string_view kOn{""};
inline constexpr std::string_view kOff{};

class HtmlWriter {
 public:
  // Closes its element at the end of its life.
  class [[nodiscard]] Element {
   public:
    explicit Element(HtmlWriter& writer) : writer_(writer) {}
    ~Element() { writer_.close(); }
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;

   private:
    HtmlWriter& writer_;
  };

  // Starts a document.
  void doctype();

  // What is written while the returned object lives is inside the element.
  Element element(std::string_view name, HtmlAttributes attributes = {});
  // An element with a text and nothing else.
  void element_of(std::string_view name, HtmlAttributes attributes, std::string_view text);
  // One that never has content, such as <input>.
  void void_element(std::string_view name, HtmlAttributes attributes = {});

  void text(std::string_view text);
  // `text` with <mark> around what matched.
  void marked(std::string_view text, const Marks& marks);

  [[nodiscard]] std::string take();

 private:
  void tag(std::string_view name, HtmlAttributes attributes);
  void close();

  std::string html_;
  std::vector<std::string_view> open_;
};

// `text` as it may stand in HTML, in quotes or not: valid UTF-8, no control characters.
[[nodiscard]] std::string html_escaped(std::string_view text);

}  // namespace lede::page
