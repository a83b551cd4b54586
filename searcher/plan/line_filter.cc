// Comparing only ASCII letters and digits: "long-range" is met by "longrange", "1,000" by "1000".
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/line_filter.h"

#include <algorithm>

#include "searcher/plan/pattern.h"

namespace lede {
namespace {

constexpr std::size_t kMostNeedles = 64;  // of one part; more take as long as analysing

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Letters and digits of `text`, small. Nothing when other letters are among them, which folding may
// make ASCII; general punctuation (U+2000 to U+203F) is none.
bool letters_of(std::string_view text, std::string& out) {
  out.clear();
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (!is_ascii(c)) {
      if (text.substr(at, 2) != "\xE2\x80") {
        return false;
      }
      at += 2;
    } else if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += c;
    }
  }
  return true;
}

}  // namespace

LineFilter::LineFilter(const QueryUnit& group) {
  std::string letters;
  for (const QueryUnit& part : group.parts) {
    Needles needles;
    bool known = true;
    for (const Writing& writing : part.writings) {
      const WordSlot& slot = writing.slots.front();
      const auto add = [&](std::string_view term) {
        known = known && letters_of(term, letters) && !letters.empty();
        needles.push_back(letters);
      };
      if (!slot.pattern.empty()) {
        add(literal_prefix(slot.pattern));
      } else {
        std::for_each(slot.terms.begin(), slot.terms.end(), add);
      }
    }
    parts_.push_back(known && needles.size() <= kMostNeedles ? std::move(needles) : Needles());
  }
}

bool LineFilter::may_hold_all(std::string_view line) {
  if (!letters_of(line, letters_)) {
    return true;
  }
  return std::all_of(parts_.begin(), parts_.end(), [&](const Needles& needles) {
    return needles.empty() ||
           std::any_of(needles.begin(), needles.end(), [&](const std::string& needle) {
             return letters_.find(needle) != std::string::npos;
           });
  });
}

}  // namespace lede
