// Takes single articles out of a database.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/upkeep/remove.h"

#include "common/xapian_guard.h"
#include "indexer/update/store.h"

namespace lede {

Result<RemoveReport> remove_articles(const std::string& path, const std::vector<std::string>& ids) {
  auto store = Store::open_existing(path);
  if (!store) {
    return fail(std::move(store).error());
  }
  return xapian_guard(path, [&] {
    RemoveReport report;
    for (const std::string& id : ids) {
      if (const auto docid = store->find(id)) {
        store->remove(*docid);
        ++report.removed;
      } else {
        report.unknown.push_back(id);
      }
    }
    store->commit();
    return report;
  });
}

}  // namespace lede
