// Which endpoint a path leads to, and by which methods.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "searcher/serve/http_endpoints.h"

namespace lede::serve {

enum class Access : std::uint8_t {
  kOpen,   // to everybody who reaches the server
  kKeyed,  // with a key, where the server has keys
};

struct Route {
  std::string_view pattern;  // "/v1/documents/{}/similar": {} is any one segment
  Access access = Access::kKeyed;
  bool post = false;  // beside GET and HEAD
  std::function<Planned(const EndpointInput&)> plan;
  bool page = false;  // for people: its problems are pages too

  [[nodiscard]] std::string_view methods() const {
    return post ? "GET, HEAD, OPTIONS, POST" : "GET, HEAD, OPTIONS";
  }
};

struct RouteMatch {
  const Route* route = nullptr;  // of the router
  std::string name;              // what stands for {}
};

class Router {
 public:
  explicit Router(std::vector<Route> routes);

  // 404 where no path is like it.
  [[nodiscard]] std::variant<RouteMatch, Problem> find(
      const std::vector<std::string>& segments) const;

 private:
  std::vector<Route> routes_;
};

// nullopt when `route` may be asked by `method`, else 405.
[[nodiscard]] std::optional<Problem> method_problem(const Route& route, std::string_view method);

// The routes of /v1, and those of the page.
[[nodiscard]] std::vector<Route> api_routes();
[[nodiscard]] std::vector<Route> page_routes();

}  // namespace lede::serve
