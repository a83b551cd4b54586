// Learns which lines repeat before an update begins. Of a folder with many files some are read, in
// the order of their hashed names; of a large file of lines, pieces from its beginning to its end.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/sample.h"

#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/extract.h"
#include "indexer/extract/line_learner.h"
#include "indexer/input/decompress.h"
#include "indexer/input/file.h"
#include "indexer/readers/detect.h"
#include "indexer/readers/read_source.h"
#include "indexer/update/prepare.h"

namespace lede {
namespace {

constexpr std::size_t kMostArticles = 4000;
constexpr std::size_t kFewestArticlesOfFolder = 100;  // however many folders there are
constexpr std::size_t kFewestArticlesOfFile = 20;
constexpr std::uint64_t kMostBytes = std::uint64_t{64} << 20U;
constexpr std::uint64_t kMostBytesOfFolder = std::uint64_t{16} << 20U;
// A PDF takes a process of its own and as long as so many bytes of text.
constexpr std::uint64_t kPdfCost = std::uint64_t{1} << 20U;
constexpr std::uint64_t kCostOfNothing = 4;
constexpr std::uint64_t kPieceBytes = std::uint64_t{256} << 10U;
constexpr std::uint64_t kPieces = 64;

// What one folder may still cost.
struct Budget {
  std::size_t articles = 0;
  std::uint64_t bytes = 0;

  [[nodiscard]] bool is_spent() const { return articles == 0 || bytes == 0; }
};

// Of a file with many records not all is read.
std::uint64_t cost_of(const FileTask& task) {
  const std::uint64_t bytes = std::min(task.size, kPieces * kPieceBytes);
  return std::max<std::uint64_t>(bytes, task.file.ends_with(".pdf") ? kPdfCost : 1);
}

// Reads what the sample takes of one file.
class FileSample {
 public:
  FileSample(const FileTask& task, const SampleOptions& options, LineLearner& learner)
      : task_(task), options_(options), learner_(learner), folder_(folder_of(task.key)) {}

  // Gives the articles that were taken. Files that cannot be read are for the update to report.
  std::size_t take(std::size_t most, std::uint64_t most_bytes) {
    most_ = most;
    const auto file = FileSource::open(task_.file);
    if (!file) {
      return 0;
    }
    const std::string name = std::filesystem::path(task_.file).filename().string();
    context_.name = without_compression_suffix(name);
    context_.modified = task_.mtime / 1'000'000'000;
    context_.limits = options_.limits;
    if (!take_pieces(**file, most_bytes) && (*file)->seek(0)) {
      std::ignore = read_source(**file, context_, sink(), ignore());
    }
    return taken_;
  }

 private:
  // Of a large file with a record a line. False when it is another kind of file.
  bool take_pieces(FileSource& file, std::uint64_t most_bytes) {
    const std::uint64_t size = file.size().value_or(0);
    if (size <= kPieces * kPieceBytes) {
      return false;
    }
    const auto head = file.next();
    if (!head || compression_of(*head) != Compression::kNone) {
      return false;
    }
    const Reader* reader = detect(context_.name, *head).reader;
    if (reader == nullptr || !reader->record_a_line()) {
      return false;
    }
    const std::uint64_t pieces = std::clamp<std::uint64_t>(most_bytes / kPieceBytes, 1, kPieces);
    const std::size_t most = most_;
    for (std::uint64_t i = 0; i < pieces; ++i) {
      most_ = most * (i + 1) / pieces;  // each gives as many articles as the others
      const std::uint64_t start = size / pieces * i;
      const std::string lines = piece(file, start);
      context_.lines_before = start;  // not their number, but enough to tell its records apart
      std::ignore = reader->read(lines, context_, sink(), ignore());
    }
    return true;
  }

  // The whole lines of a piece of the file.
  static std::string piece(FileSource& file, std::uint64_t start) {
    std::string bytes;
    if (!file.seek(start)) {
      return bytes;
    }
    while (bytes.size() < kPieceBytes) {
      const auto block = file.next();
      if (!block || block->empty()) {
        break;
      }
      bytes += *block;
    }
    const std::size_t from = start == 0 ? 0 : std::min(bytes.find('\n'), bytes.size());
    const std::size_t end = bytes.rfind('\n');
    return end == std::string::npos || end <= from ? "" : bytes.substr(from, end + 1 - from);
  }

  PageSink sink() {
    return [this](RawPage&& page) {
      const std::string id = article_path(task_.key, page.record);
      const Article article = extract_article(std::move(page), context_.modified);
      learner_.add(outlet_of(article, folder_), id, article.text, head_of(article));
      return ++taken_ < most_ && (options_.stop == nullptr || !options_.stop->load());
    };
  }

  static RecordFailureSink ignore() {
    return [](std::string_view /*record*/, const Error& /*error*/) {};
  }

  const FileTask& task_;
  const SampleOptions& options_;
  LineLearner& learner_;
  const Outlet folder_;
  ReadContext context_;
  std::size_t most_ = 0;
  std::size_t taken_ = 0;
};

// The files of each folder that was not sampled, in the order in which they are taken.
using Folders = std::map<std::string, std::vector<std::pair<std::uint64_t, const FileTask*>>>;

Folders folders_to_sample(const std::vector<FileTask>& tasks, const std::set<std::string>& known) {
  Folders folders;
  for (const FileTask& task : tasks) {
    if (const std::string folder = folder_of(task.key).key; !known.contains(folder)) {
      folders[folder].emplace_back(XXH3_64bits(task.key.path.data(), task.key.path.size()), &task);
    }
  }
  for (auto& [folder, files] : folders) {
    const auto some =
        files.begin() + static_cast<std::ptrdiff_t>(std::min(files.size(), kMostArticles));
    std::partial_sort(files.begin(), some, files.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first, a.second->key.path) < std::tie(b.first, b.second->key.path);
    });
    files.erase(some, files.end());
  }
  return folders;
}

}  // namespace

LearnedStore learn_from_sample(const std::vector<FileTask>& tasks, const LearnedStore& known,
                               const SampleOptions& options) {
  const Folders folders = folders_to_sample(tasks, known.folders);
  LearnedStore learned;
  LineLearner learner;
  Budget all{kMostArticles, kMostBytes};
  const std::size_t shares = std::max<std::size_t>(folders.size(), 1);
  for (const auto& [folder, files] : folders) {
    Budget left{std::max(kMostArticles / shares, kFewestArticlesOfFolder),
                std::min(all.bytes, kMostBytesOfFolder)};
    left.articles = std::min(left.articles, all.articles);
    const std::size_t of_file = std::max(kFewestArticlesOfFile, left.articles / files.size());
    std::size_t taken = 0;
    for (const auto& [rank, task] : files) {
      if (left.is_spent()) {
        break;
      }
      if (options.stop != nullptr && options.stop->load()) {
        return {};
      }
      const std::size_t now =
          FileSample(*task, options, learner).take(std::min(of_file, left.articles), left.bytes);
      taken += now;
      left.articles -= now;
      // Files that give nothing may have taken as long as they are allowed to.
      left.bytes -= std::min(left.bytes, cost_of(*task) * (now == 0 ? kCostOfNothing : 1));
    }
    all.articles -= taken;
    all.bytes -= std::min(all.bytes, kMostBytesOfFolder - left.bytes);
    const std::size_t stored = options.stored ? options.stored(folder, learner) : 0;
    if (taken + stored >= kEnoughToSample) {
      learned.folders.insert(folder);
    }
  }
  learned.lines = learner.learn();
  for (const auto& [outlet, lines] : known.lines) {
    learned.lines.erase(outlet);
  }
  return learned;
}

}  // namespace lede
