// Finding who answers a request.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/methods.h"

#include "searcher/mcp/article_resources.h"
#include "searcher/mcp/completion.h"
#include "searcher/mcp/definitions.h"
#include "searcher/mcp/tool_calls.h"

namespace lede::mcp {
namespace {

// All on one page.
Reply list_tools(const Json& params) {
  if (params.contains("cursor")) {
    return Fault{kInvalidParams, "\"cursor\" is none that was given"};
  }
  static const std::string kResult = written({{"tools", tool_definitions()}});
  return kResult;
}

}  // namespace

Reply reply_to(const Request& request, const serve::QueryLimits& limits) {
  if (request.method == "tools/list") {
    return list_tools(request.params);
  }
  if (request.method == "tools/call") {
    return call_tool(request.params, limits);
  }
  if (request.method == "resources/list") {
    return list_resources(request.params, limits);
  }
  if (request.method == "resources/templates/list") {
    return list_templates(request.params);
  }
  if (request.method == "resources/read") {
    return read_resource(request.params, limits);
  }
  if (request.method == "completion/complete") {
    return complete(request.params, limits);
  }
  return Fault{kMethodNotFound, "there is no method \"" + request.method + "\""};
}

}  // namespace lede::mcp
