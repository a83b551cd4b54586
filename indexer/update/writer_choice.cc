// Which of two writers an update uses: the one place that decides.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/writer_choice.h"

#include <filesystem>
#include <system_error>

#include "indexer/glass/version_file.h"
#include "indexer/update/bulk_build.h"
#include "indexer/update/folder_exchange.h"

namespace lede {
namespace {

namespace fs = std::filesystem;

// In bulk the whole index is copied and joined, which costs about as much time as adding a tenth of
// it through Xapian; and it must wait for the end to be seen, so a small batch is not worth it.
constexpr std::uint64_t kSmallBatch = std::uint64_t{8} << 20U;
constexpr std::uint64_t kShareOfIndex = 5;

// Why bulk cannot be, or nothing.
std::string obstacle(const WorkAhead& work) {
  if (!glass::is_proved_with_this_xapian()) {
    return std::string("bulk writing was not proved with Xapian ") + Xapian::version_string();
  }
  const std::string parent = fs::path(work.database).parent_path().string();
  if (const auto tried = try_exchange_beside(work.database); !tried) {
    return tried.error().message;
  }
  std::error_code error;
  const auto space = fs::space(parent, error);
  const std::uint64_t needed = bytes_to_begin_bulk(work.database);
  if (!error && space.available < needed) {
    return parent + " has " + std::to_string(space.available >> 20U) +
           " MiB free; bulk writing needs " + std::to_string(needed >> 20U) + " MiB to begin";
  }
  return "";
}

bool is_large(const WorkAhead& work) {
  return work.articles == 0 || (work.bytes_to_read >= kSmallBatch &&
                                work.bytes_to_read >= work.text_bytes / kShareOfIndex);
}

}  // namespace

Result<WriterChoice> choose_writer(WriterRequest request, const WorkAhead& work) {
  if (request == WriterRequest::kApi) {
    return WriterChoice{Writer::kApi, "asked for"};
  }
  if (request == WriterRequest::kAuto && !is_large(work)) {
    return WriterChoice{Writer::kApi, "few changes against the index"};
  }
  const std::string why_not = obstacle(work);
  if (why_not.empty()) {
    const bool asked = request == WriterRequest::kBulk;
    return WriterChoice{Writer::kBulk, asked                ? "asked for"
                                       : work.articles == 0 ? "a first build"
                                                            : "many changes against the index"};
  }
  if (request == WriterRequest::kBulk) {
    return fail(ErrorCode::kIo, work.database + ": " + why_not, "leave out --writer bulk");
  }
  return WriterChoice{Writer::kApi, why_not};
}

std::string_view name_of(Writer writer) { return writer == Writer::kBulk ? "bulk" : "api"; }

}  // namespace lede
