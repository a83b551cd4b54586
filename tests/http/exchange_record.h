// Every question and answer of the HTTP tests is written down; another test holds all of them
// against the OpenAPI description.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/http/http_client.h"

namespace lede::test {

void record_exchange(const HttpQuestion& question, const HttpAnswer& answer);

}  // namespace lede::test
