// What of a page is no part of its article, as zones.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/furniture_zones.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/html/text.h"

namespace lede {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 10;
constexpr Mark kOutside = {"page", "stands outside of the article"};

// Nobody ever read it.
bool is_unread(const Mark& mark) {
  const std::string_view kind = mark.kind;
  return kind == "machinery" || kind == "hidden";
}

class ZoneCollector {
 public:
  ZoneCollector(const HtmlTree& tree, const MainText& main, std::size_t start)
      : tree_(tree), nodes_(tree.nodes()), main_(main), next_(start) {}

  std::vector<Zone> collect() {
    count_parts();
    for (std::size_t i = 0; i < nodes_.size();) {
      const Mark* mark = main_.marks[i];
      if (mark != nullptr) {
        if (!is_unread(*mark)) {
          add(i, *mark);
        }
        i = nodes_[i].end;
      } else if (is_part(i)) {
        part_end_ = nodes_[i].end;
        ++i;
      } else if (i >= part_end_ && before_[nodes_[i].end] == before_[i]) {
        add(i, kOutside);
        i = nodes_[i].end;
      } else {
        ++i;
      }
    }
    place();
    return std::move(zones_);
  }

 private:
  [[nodiscard]] bool is_part(std::size_t index) const {
    return std::find(main_.parts.begin(), main_.parts.end(), index) != main_.parts.end();
  }

  // How many parts and marked nodes stand before each node: what has none inside goes as a whole.
  void count_parts() {
    before_.assign(nodes_.size() + 1, 0);
    for (const std::size_t part : main_.parts) {
      before_[part + 1] = 1;
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      before_[i + 1] += before_[i] + (main_.marks[i] != nullptr ? 1U : 0U);
    }
  }

  void add(std::size_t index, const Mark& mark) {
    const std::string text = readable_text(tree_, index);
    if (text.empty() || text.size() > kMostBytes - kept_) {
      return;
    }
    kept_ += text.size();
    if (!zones_.empty() && zones_.back().kind == mark.kind && zones_.back().why == mark.why) {
      zones_.back().text += "\n" + text;
    } else {
      zones_.push_back(Zone{mark.kind, 0, 0, mark.why, text});
    }
  }

  void place() {
    for (Zone& zone : zones_) {
      zone.start = next_;
      zone.end = next_ + zone.text.size();
      next_ = zone.end + 2;
    }
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  const MainText& main_;
  std::vector<Zone> zones_;
  std::vector<std::uint32_t> before_;
  std::size_t next_;
  std::size_t part_end_ = 0;
  std::size_t kept_ = 0;
};

}  // namespace

std::vector<Zone> furniture_zones(const HtmlTree& tree, const MainText& main, std::size_t start) {
  return ZoneCollector(tree, main, start).collect();
}

}  // namespace lede
