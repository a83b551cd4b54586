// Letting requests in.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/gate.h"

#include <utility>

#include "searcher/serve/host_check.h"

namespace lede::serve {

Result<void> Gate::load() {
  if (options_.key_file.empty()) {
    return {};
  }
  auto keys = ApiKeys::load(options_.key_file);
  if (!keys) {
    return fail(std::move(keys).error());
  }
  const std::lock_guard lock(mutex_);
  keys_ = std::make_shared<const ApiKeys>(*std::move(keys));
  return {};
}

std::variant<std::string, Problem> Gate::admit(const Request& request, Access access) const {
  // One host, as HTTP/1.1 demands: of two, a proxy before us may have believed the other.
  if (request.host.find(',') != std::string::npos || (request.http_1_1 && request.host.empty())) {
    return Problem{400, "bad_host", "the request must name one host"};
  }
  std::shared_ptr<const ApiKeys> keys;
  {
    const std::lock_guard lock(mutex_);
    keys = keys_;
  }
  // A page that leads its own name here has no key.
  const bool ask_host = !keys && !options_.any_host && !request.host.empty();
  if (ask_host && !is_own_host(request.host, options_.hosts)) {
    return Problem{421, "wrong_host", "this server does not go by that name; see --host"};
  }
  if (!keys || access == Access::kOpen) {
    return std::string();
  }
  const auto name = keys->name_of(request.authorization);
  if (!name) {
    return Problem{401, "key_needed", "send a key: Authorization: Bearer KEY"};
  }
  return std::string(*name);
}

}  // namespace lede::serve
