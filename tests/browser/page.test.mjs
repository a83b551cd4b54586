// The page in a browser. One process, so that server and browser are started once.
// SPDX-License-Identifier: GPL-3.0-or-later
import "./searching.mjs";
import "./reading.mjs";
import "./keyboard.mjs";
import "./timeline.mjs";
import "./without_scripts.mjs";
import "./hostile.mjs";
import "./accessibility.mjs";
import "./screenshots.mjs";
