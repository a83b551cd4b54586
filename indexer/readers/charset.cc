// From the bytes of a file to UTF-8 text: which charset they are in, and their conversion.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/charset.h"

#include <simdjson.h>
#include <uchardet.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

constexpr std::string_view kUtf8 = "UTF-8";
constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view kFallback = "windows-1252";

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view charset;
};

// UTF-32 first: its little-endian mark starts with that of UTF-16.
constexpr std::array<ByteOrderMark, 5> kByteOrderMarks = {{
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xEF\xBB\xBF", kUtf8},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
}};

struct Label {
  std::string_view label;
  std::string_view charset;
};

// Labels that browsers read as a charset other than the one of that name (the WHATWG Encoding
// Standard): the superset that pages are really written in. ICU knows all other labels.
constexpr std::array<Label, 21> kLabels = {{
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"uhc", "windows-949"},
}};

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter open_converter(std::string_view charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(std::string(charset).c_str(), &status));
  if (U_FAILURE(status) != 0) {
    return nullptr;
  }
  return converter;
}

// What ICU calls for bytes that are nothing in the charset: counts them and writes U+FFFD.
// NOLINTNEXTLINE(readability-function-size): the parameters are ICU's
void count_invalid(const void* context, UConverterToUnicodeArgs* arguments, const char*,
                   int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) {
    return;  // reset, close or clone: nothing to write
  }
  *const_cast<std::size_t*>(static_cast<const std::size_t*>(context)) +=
      static_cast<std::size_t>(length);
  static constexpr char16_t kUnit = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &kUnit, 1, 0, status);
}

// Appends `units` but for half a surrogate pair at the end, which is left in it.
void flush_utf8(std::u16string& units, std::string& text) {
  const bool split = !units.empty() && U16_IS_LEAD(units.back());
  const std::size_t length = units.size() - (split ? 1 : 0);
  icu::UnicodeString(static_cast<UBool>(0), units.data(), static_cast<int32_t>(length))
      .toUTF8String(text);
  units.erase(0, length);
}

DecodedText convert(std::string_view bytes, std::string_view charset, Converter converter) {
  DecodedText decoded;
  decoded.charset = charset;
  decoded.text.reserve(bytes.size());
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), count_invalid, &decoded.invalid_bytes, nullptr, nullptr,
                      &status);
  std::array<char16_t, 8192> block{};
  std::u16string units;
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  do {
    char16_t* to = block.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, block.data() + block.size(), &from, end, nullptr, 1,
                   &status);
    units.append(block.data(), to);
    flush_utf8(units, decoded.text);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (!units.empty()) {
    decoded.text += kReplacementCharacter;
  }
  return decoded;
}

struct Utf8Census {
  std::size_t valid = 0;    // bytes in valid sequences of two bytes and more
  std::size_t invalid = 0;  // bytes in none
};

Utf8Census take_census(std::string_view bytes) {
  Utf8Census census;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t at = 0; at < bytes.size();) {
    if (data[at] < 0x80) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    UChar32 c = 0;
    U8_NEXT(data, at, bytes.size(), c);
    if (c >= 0) {
      census.valid += at - start;
    } else {
      census.invalid += at - start;
    }
  }
  return census;
}

DecodedText repair_utf8(std::string_view bytes) {
  DecodedText decoded;
  decoded.charset = kUtf8;
  decoded.text.reserve(bytes.size() + 64);
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    UChar32 c = 0;
    U8_NEXT(data, at, bytes.size(), c);
    if (c >= 0) {
      decoded.text.append(bytes, start, at - start);
    } else {
      decoded.text += kReplacementCharacter;
      decoded.invalid_bytes += at - start;
    }
  }
  return decoded;
}

DecodedText as_utf8(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) {
    return DecodedText{std::string(bytes), std::string(kUtf8), 0};
  }
  return repair_utf8(bytes);
}

// UTF-16 or UTF-32 without a mark: NULs stand at the same places of each unit, because blanks and
// line ends, whatever the script, have their upper bytes zero.
std::string_view wide_charset(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 4096);
  std::array<std::size_t, 4> nuls{};
  for (std::size_t i = 0; i < sample.size(); ++i) {
    nuls[i % 4] += sample[i] == '\0' ? 1U : 0U;
  }
  const std::size_t enough = std::max<std::size_t>(3, sample.size() / 40);
  const std::size_t quarter = sample.size() / 4;
  if (quarter >= 2 && nuls[2] >= quarter && nuls[3] >= quarter && nuls[0] == 0) {
    return "UTF-32LE";
  }
  if (quarter >= 2 && nuls[0] >= quarter && nuls[1] >= quarter && nuls[3] == 0) {
    return "UTF-32BE";
  }
  const std::size_t even = nuls[0] + nuls[2];
  const std::size_t odd = nuls[1] + nuls[3];
  if (odd >= enough && even == 0) {
    return "UTF-16LE";
  }
  if (even >= enough && odd == 0) {
    return "UTF-16BE";
  }
  return {};
}

std::string charset_of_label(std::string_view label) {
  std::string lowered = ascii_lowered(trimmed(label));
  for (const Label& known : kLabels) {
    if (known.label == lowered) {
      return std::string(known.charset);
    }
  }
  return lowered;
}

// A label inside a text we could read as ASCII cannot mean a charset that ASCII is not a part of.
bool keeps_ascii(UConverter* converter) {
  static constexpr std::string_view kSample = "<AZaz 09>\n";
  std::array<char16_t, 32> units{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length =
      ucnv_toUChars(converter, units.data(), static_cast<int32_t>(units.size()), kSample.data(),
                    static_cast<int32_t>(kSample.size()), &status);
  ucnv_reset(converter);
  return U_SUCCESS(status) != 0 && static_cast<std::size_t>(length) == kSample.size() &&
         std::equal(kSample.begin(), kSample.end(), units.begin(),
                    [](char a, char16_t b) { return static_cast<char16_t>(a) == b; });
}

std::string detected_charset(std::string_view bytes) {
  constexpr std::size_t kSample = std::size_t{128} << 10;
  const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c < 0; });
  const auto skipped = static_cast<std::size_t>(first - bytes.begin());
  const std::string_view sample =
      skipped == bytes.size() ? bytes.substr(0, kSample) : bytes.substr(skipped, kSample);
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       uchardet_delete);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) {
    return {};
  }
  uchardet_data_end(detector.get());
  const std::string charset = charset_of_label(uchardet_get_charset(detector.get()));
  // The detector does not know the Ukrainian variant, which has the Russian letters as well.
  return charset == "koi8-r" ? "koi8-u" : charset;
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0; });
}

// Escape sequences of ISO-2022: Japanese and Korean mail written in seven bits.
bool has_iso2022_escape(std::string_view bytes) {
  return bytes.find("\x1B$") != std::string_view::npos && is_ascii(bytes);
}

// Bytes that are not valid UTF-8 throughout.
DecodedText decode_other(std::string_view bytes, std::string_view declared) {
  const std::string label = charset_of_label(declared);
  const bool says_utf8 = label == "utf-8" || label == "utf8";
  const Utf8Census census = take_census(bytes);
  // A few broken bytes do not make another charset of a text in UTF-8: in other charsets hardly any
  // byte is in a valid sequence by chance (one in seven in the worst of them, GBK).
  if (census.valid > census.invalid) {
    return repair_utf8(bytes);
  }
  if (!label.empty() && !says_utf8) {
    if (Converter converter = open_converter(label);
        converter != nullptr && keeps_ascii(converter.get())) {
      return convert(bytes, label, std::move(converter));
    }
  }
  const std::string detected = detected_charset(bytes);
  if (Converter converter = open_converter(detected);
      !detected.empty() && converter != nullptr && keeps_ascii(converter.get())) {
    return convert(bytes, detected, std::move(converter));
  }
  return convert(bytes, kFallback, open_converter(kFallback));
}

DecodedText decode(std::string_view bytes, std::string_view declared) {
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (bytes.starts_with(mark.bytes)) {
      bytes.remove_prefix(mark.bytes.size());
      return mark.charset == kUtf8 ? as_utf8(bytes)
                                   : convert(bytes, mark.charset, open_converter(mark.charset));
    }
  }
  if (const std::string_view wide = wide_charset(bytes); !wide.empty()) {
    return convert(bytes, wide, open_converter(wide));
  }
  if (!simdjson::validate_utf8(bytes.data(), bytes.size()) || has_iso2022_escape(bytes)) {
    return decode_other(bytes, declared);
  }
  return DecodedText{std::string(bytes), std::string(kUtf8), 0};
}

void normalize_lines(std::string& text) {
  if (text.find('\r') == std::string::npos) {
    return;
  }
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] != '\r') {
      text[to++] = text[from];
    } else if (from + 1 == text.size() || text[from + 1] != '\n') {
      text[to++] = '\n';
    }
  }
  text.resize(to);
}

std::size_t blank_nuls(std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at + 1)) {
    text[at] = ' ';
    ++count;
  }
  return count;
}

bool is_control(char c) {
  return (c >= 0 && c < 0x20 && c != '\n' && c != '\t' && c != '\f' && c != '\x1B') || c == 0x7F;
}

bool is_blank(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (u_isUWhiteSpace(c) == 0) {
      return false;
    }
  }
  return true;
}

}  // namespace

DecodedText to_utf8(std::string_view bytes, std::string_view declared) {
  DecodedText decoded = decode(bytes, declared);
  normalize_lines(decoded.text);
  decoded.invalid_bytes += blank_nuls(decoded.text);
  return decoded;
}

Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared,
                                std::string_view name) {
  DecodedText decoded = to_utf8(bytes, declared);
  constexpr std::size_t kSample = std::size_t{256} << 10;  // a binary file shows at once
  const std::string_view sample = std::string_view(decoded.text).substr(0, kSample);
  const auto controls =
      static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), is_control));
  if (controls > sample.size() / 10 || decoded.invalid_bytes > bytes.size() / 10) {
    return fail(ErrorCode::kUnreadable,
                std::string(name) + ": not text: of its " + std::to_string(bytes.size()) +
                    " bytes " + std::to_string(decoded.invalid_bytes) + " are no characters and " +
                    std::to_string(controls) + " control characters");
  }
  return decoded;
}

Result<DecodedText> decode_file(std::string_view bytes, std::string_view declared,
                                std::string_view name) {
  Result<DecodedText> decoded = decode_text(bytes, declared, name);
  if (decoded && is_blank(decoded->text)) {
    return fail(ErrorCode::kUnreadable, std::string(name) + ": empty, there is no text in it");
  }
  return decoded;
}

}  // namespace lede
