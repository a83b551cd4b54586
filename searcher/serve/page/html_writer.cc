// Escaping, and keeping count of what is open.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/html_writer.h"

#include <algorithm>
#include <cassert>

#include "searcher/serve/xml_text.h"

namespace lede::page {
namespace {

std::string_view entity_of(char letter) {
  switch (letter) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool is_address(std::string_view name) {
  return name == "href" || name == "src" || name == "action";
}

// A path of this server, a place on the page, or a page of the web; never a program.
bool is_harmless(std::string_view address) {
  const bool local = address.starts_with('/') && !address.starts_with("//");
  return local || address.starts_with('#') || address.starts_with("https://") ||
         address.starts_with("http://");
}

}  // namespace

std::string html_escaped(std::string_view text) {
  const std::string clean = serve::xml_text(text);
  std::string out;
  out.reserve(clean.size());
  for (const char letter : clean) {
    const std::string_view entity = entity_of(letter);
    if (entity.empty()) {
      out += letter;
    } else {
      out += entity;
    }
  }
  return out;
}

void HtmlWriter::doctype() { html_ += "<!DOCTYPE html>\n"; }

// As XML has it as well, so that tests can read pages with a parser that forgives nothing.
void HtmlWriter::tag(std::string_view name, HtmlAttributes attributes) {
  html_.append("<").append(name);
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.value.data() == nullptr) {
      continue;
    }
    const bool refused = is_address(attribute.name) && !is_harmless(attribute.value);
    html_.append(" ").append(attribute.name).append("=\"");
    html_.append(refused ? "#" : html_escaped(attribute.value)).append("\"");
  }
}

HtmlWriter::Element HtmlWriter::element(std::string_view name, HtmlAttributes attributes) {
  tag(name, attributes);
  html_ += ">";
  open_.push_back(name);
  return Element(*this);
}

void HtmlWriter::element_of(std::string_view name, HtmlAttributes attributes,
                            std::string_view content) {
  const auto scope = element(name, attributes);
  text(content);
}

void HtmlWriter::void_element(std::string_view name, HtmlAttributes attributes) {
  tag(name, attributes);
  html_ += "/>";
}

void HtmlWriter::text(std::string_view text) { html_ += html_escaped(text); }

void HtmlWriter::marked(std::string_view text, const Marks& marks) {
  std::size_t at = 0;
  for (const auto& [from, to] : marks) {
    if (from < at || to > text.size() || from >= to) {
      continue;
    }
    this->text(text.substr(at, from - at));
    element_of("mark", {}, text.substr(from, to - from));
    at = to;
  }
  this->text(text.substr(at));
}

void HtmlWriter::close() {
  html_.append("</").append(open_.back()).append(">");
  open_.pop_back();
}

std::string HtmlWriter::take() {
  assert(open_.empty());
  return std::move(html_);
}

}  // namespace lede::page
