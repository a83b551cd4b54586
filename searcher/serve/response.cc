// Making responses.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/response.h"

namespace lede::serve {

Response text_response(int status, std::string_view content_type, std::string body) {
  Response response;
  response.status = status;
  response.content_type = content_type;
  response.body = std::make_shared<const std::string>(std::move(body));
  return response;
}

}  // namespace lede::serve
