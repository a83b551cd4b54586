// Time zones by the system's table of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/time_zone.h"

#include <date/tz.h>

#include <algorithm>
#include <chrono>
#include <exception>

#include "searcher/query/characters.h"

namespace lede {
namespace {

using std::chrono::seconds;

Error unknown_zone(std::string_view name) {
  return {ErrorCode::kUsage, "there is no time zone " + query::in_quotes(name),
          "time zones have names such as UTC, Europe/Kyiv or America/New_York"};
}

}  // namespace

Result<TimeZone> TimeZone::find(std::string_view name) {
  const std::string wanted = query::ascii_lower(name);
  TimeZone found;
  if (wanted == "utc") {
    return found;
  }
  try {  // the table is read when first asked for
    const auto& zones = date::get_tzdb().zones;
    const auto zone = std::find_if(zones.begin(), zones.end(), [&](const date::time_zone& one) {
      return query::ascii_lower(one.name()) == wanted;
    });
    if (zone == zones.end()) {
      return fail(unknown_zone(name));
    }
    static_cast<void>(zone->get_info(date::sys_seconds()));  // reads its file, or throws
    found.zone_ = &*zone;
    return found;
  } catch (const std::exception& failure) {
    return fail(ErrorCode::kUsage,
                "the time zone " + query::in_quotes(name) + " cannot be read: " + failure.what(),
                "is the package tzdata installed?");
  }
}

std::string TimeZone::name() const { return zone_ != nullptr ? zone_->name() : "UTC"; }

std::int64_t TimeZone::instant_of(std::int64_t local) const {
  if (zone_ == nullptr) {
    return local;
  }
  const date::local_info info = zone_->get_info(date::local_seconds(seconds(local)));
  return info.result == date::local_info::nonexistent ? info.first.end.time_since_epoch().count()
                                                      : local - info.first.offset.count();
}

std::int64_t TimeZone::local_of(std::int64_t instant) const {
  return zone_ == nullptr
             ? instant
             : instant + zone_->get_info(date::sys_seconds(seconds(instant))).offset.count();
}

}  // namespace lede
