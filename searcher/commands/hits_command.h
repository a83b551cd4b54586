// What search and similar have in common: options of the page, and the hits in every form.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "searcher/commands/command.h"
#include "searcher/commands/options.h"

namespace lede {

class HitsCommand : public Command {
 public:
  [[nodiscard]] Result<int> run() override;

 protected:
  using Command::Command;

  // The options of its own, in this order.
  void add_page_options();
  void add_filter_options();
  void add_format_options();

  [[nodiscard]] virtual Result<SearchResponse> answer(Searcher& searcher) = 0;
  [[nodiscard]] SearchRequest& request() { return request_; }
  [[nodiscard]] DatabaseOption& database() { return database_; }

 private:
  enum class Format : std::uint8_t { kText, kJson, kJsonl, kIds };

  [[nodiscard]] Format format() const;
  [[nodiscard]] std::string text_of(const SearchResponse& response) const;
  void tell_about(const SearchResponse& response) const;

  DatabaseOption database_;
  SearchRequest request_;
  ColorChoice color_ = ColorChoice::kAuto;
  bool json_ = false;
  bool jsonl_ = false;
  bool ids_ = false;
};

}  // namespace lede
