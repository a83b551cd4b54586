// Whatever happens to a folder, an update gives what a clean build would.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "indexer/upkeep/check.h"
#include "tests/integration/update/archive.h"

namespace lede {
namespace {

using test::Archive;
using test::json_article;

// A folder in which anything may happen, and always the same for one seed.
class EditedArchive {
 public:
  explicit EditedArchive(unsigned seed) : random_(seed) {}

  void edit() {
    const std::size_t edits = 1 + below(6);
    for (std::size_t i = 0; i < edits; ++i) {
      switch (below(6)) {
        case 0:
        case 1:
          write(fresh_name());
          break;
        case 2:
          change_a_record();
          break;
        case 3:
          if (!files_.empty()) {
            write(any_file());
          }
          break;
        case 4:
          remove();
          break;
        default:
          archive.write("broken" + std::to_string(below(3)) + ".json", broken());
          break;
      }
    }
  }

  Archive archive;

 private:
  struct File {
    std::string name;
    std::vector<std::string> records;
  };

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  std::string fresh_name() {
    files_.push_back({"dir" + std::to_string(below(3)) + "/f" + std::to_string(next_++) +
                          (below(2) == 0 ? ".txt" : ".jsonl"),
                      {}});
    return files_.back().name;
  }

  const std::string& any_file() { return files_[below(files_.size())].name; }

  std::string words() {
    std::string text;
    for (std::size_t i = 5 + below(30); i > 0; --i) {
      text += std::string("w") + static_cast<char>(97 + below(20)) + " ";
    }
    return text;
  }

  // Ids are declared by some records only, and by no two.
  std::string record() {
    const std::string id = below(3) == 0 ? "" : "id" + std::to_string(next_++);
    return json_article(id, "Title " + words(), words());
  }

  File& file(const std::string& name) {
    return *std::find_if(files_.begin(), files_.end(),
                         [&](const File& file) { return file.name == name; });
  }

  void write(const std::string& name) {
    File& changed = file(name);
    changed.records.clear();
    for (std::size_t i = below(8); i > 0; --i) {
      changed.records.push_back(record());
    }
    save(changed);
  }

  void change_a_record() {
    if (files_.empty()) {
      return;
    }
    File& changed = files_[below(files_.size())];
    if (changed.records.empty() || below(3) == 0) {
      changed.records.insert(
          changed.records.begin() + static_cast<std::ptrdiff_t>(below(changed.records.size() + 1)),
          record());
    } else if (below(2) == 0) {
      changed.records[below(changed.records.size())] = record();
    } else {
      changed.records.erase(changed.records.begin() +
                            static_cast<std::ptrdiff_t>(below(changed.records.size())));
    }
    save(changed);
  }

  void save(const File& changed) const {
    std::string bytes;
    for (const auto& line : changed.records) {
      bytes += line;
    }
    archive.write(changed.name, changed.name.ends_with(".txt") ? "A headline\n\n" + bytes : bytes);
  }

  void remove() {
    if (files_.size() < 2) {
      return;  // the last one would be taken for an unmounted disk
    }
    const std::size_t gone = below(files_.size());
    archive.remove(files_[gone].name);
    files_.erase(files_.begin() + static_cast<std::ptrdiff_t>(gone));
  }

  std::string broken() { return "{\"title\": \"" + words(); }

  std::mt19937 random_;
  std::vector<File> files_;
  unsigned next_ = 0;
};

class RandomEdits : public testing::TestWithParam<unsigned> {};

TEST_P(RandomEdits, GiveWhatACleanBuildGives) {
  EditedArchive edited(GetParam());
  for (int round = 0; round < 12; ++round) {
    edited.edit();
    UpdateOptions options;
    options.jobs = 1 + static_cast<unsigned>(round) % 3;
    options.memory = round % 2 == 0 ? std::size_t{1} << 16U : std::size_t{64} << 20U;
    edited.archive.update(options);
    ASSERT_EQ(test::difference(edited.archive.articles(), edited.archive.clean_build()), "")
        << "round " << round;
    const auto report = check_database(edited.archive.database());
    ASSERT_TRUE(report);
    ASSERT_THAT(report->problems, testing::IsEmpty()) << "round " << round;
    ASSERT_EQ(edited.archive.update().counts.added, 0U) << "nothing is left for a second update";
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomEdits, testing::Values(1U, 2U, 3U, 4U));

}  // namespace
}  // namespace lede
