// Sockets that systemd opened before it started the program: LISTEN_FDS and LISTEN_PID.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace lede::serve {

// Their descriptors; none when they are meant for another process, or there are none. To be called
// before any thread is started.
[[nodiscard]] std::vector<int> activated_sockets();

}  // namespace lede::serve
