// Writing dates.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/dates.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace lede {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;
constexpr std::int64_t kMinuteSeconds = 60;

const char* format_of(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::kYear:
      return "%.4lld";
    case DatePrecision::kMonth:
      return "%.4lld-%.2d";
    case DatePrecision::kDay:
      return "%.4lld-%.2d-%.2d";
    case DatePrecision::kMinute:
      return "%.4lld-%.2d-%.2dT%.2d:%.2dZ";
    case DatePrecision::kSecond:
      break;
  }
  return "%.4lld-%.2d-%.2dT%.2d:%.2d:%.2dZ";
}

}  // namespace

std::string date_text(std::int64_t instant, DatePrecision precision) {
  const std::time_t time = instant;
  std::tm parts{};
  if (gmtime_r(&time, &parts) == nullptr) {
    return std::to_string(instant) + " s";  // a year that no calendar of ours has
  }
  std::array<char, 64> buffer{};
  const int length =
      std::snprintf(buffer.data(), buffer.size(), format_of(precision), 1900LL + parts.tm_year,
                    parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string date_text(const PublishedDate& date) { return date_text(date.instant, date.precision); }

std::string_view precision_name(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::kYear:
      return "year";
    case DatePrecision::kMonth:
      return "month";
    case DatePrecision::kDay:
      return "day";
    case DatePrecision::kMinute:
      return "minute";
    case DatePrecision::kSecond:
      break;
  }
  return "second";
}

std::string zoned_text(std::int64_t instant, const TimeZone& zone) {
  const std::int64_t local = zone.local_of(instant);
  const std::int64_t offset = local - instant;
  std::string text = date_text(local, DatePrecision::kSecond);
  // Before there were zones towns had minutes and seconds of their own, which ISO 8601 cannot say.
  if (zone == TimeZone() || offset % kMinuteSeconds != 0) {
    return date_text(instant, DatePrecision::kSecond);
  }
  const auto minutes = static_cast<int>(std::abs(offset) / kMinuteSeconds);
  std::array<char, 16> suffix{};
  const int length = std::snprintf(suffix.data(), suffix.size(), "%c%.2d:%.2d",
                                   offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
  text.pop_back();  // the "Z"
  return text.append(suffix.data(), static_cast<std::size_t>(length));
}

std::string instant_text(std::int64_t instant, const TimeZone& zone) {
  const std::int64_t local = zone.local_of(instant);
  return local % kDaySeconds == 0 ? date_text(local, DatePrecision::kDay)
                                  : zoned_text(instant, zone);
}

}  // namespace lede
