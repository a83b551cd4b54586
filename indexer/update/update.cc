// Brings a database in step with folders of articles: the whole of `lede-indexer update`.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/update.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "common/xapian_guard.h"
#include "indexer/update/database_folder.h"
#include "indexer/update/learned_store.h"
#include "indexer/update/memory.h"
#include "indexer/update/pipeline.h"
#include "indexer/update/sample.h"
#include "indexer/update/stored_sample.h"

namespace lede {
namespace {

namespace fs = std::filesystem;

class Update {
 public:
  Update(const UpdateOptions& options, const std::atomic<bool>& stop,
         const UpdateObserver& observer, Store& store)
      : options_(options),
        stop_(stop),
        observer_(observer),
        store_(store),
        sources_(store.sources()) {}

  Result<UpdateResult> run(const std::vector<Scope>& scopes) {
    const auto known = store_.file_states();
    const std::size_t known_sources = sources_.folders().size();
    if (auto settled = settle_sources(scopes); !settled) {
      return fail(std::move(settled).error());
    }
    Plan plan = make_plan(scopes, sources_, known, plan_options());
    progress_.total_bytes = plan.bytes;
    if (auto begun = begin_writing(plan, known); !begun) {
      return fail(std::move(begun).error());
    }
    for (std::size_t i = known_sources; i < sources_.folders().size(); ++i) {
      store_.put_source(i, sources_.folders()[i]);
    }
    for (const FailedPath& failure : plan.failed) {
      tell_failed(failure);
    }
    Applier applier(store_, plan, applier_options());
    load_known(plan.tasks);
    learn(plan.tasks, known);
    run_tasks(plan.tasks, applier, hashes_of(plan.gone));
    end_bulk(applier);
    if (!stop_) {
      applier.remove_gone();
      run_again(applier);
    }
    applier.commit();
    if (in_bulk()) {
      if (auto published = store_.publish(options_.verify); !published) {
        return fail(std::move(published).error());
      }
    }
    finish(applier, plan);
    return result_;
  }

 private:
  // Each scope lies in a source folder; new ones are added.
  Result<void> settle_sources(const std::vector<Scope>& scopes) {
    for (const Scope& scope : scopes) {
      if (scope.missing) {
        if (!sources_.holds(scope.path)) {
          return fail(ErrorCode::kUsage, scope.path + ": no such file or folder");
        }
        continue;
      }
      sources_.add(scope.is_file ? fs::path(scope.path).parent_path().string() : scope.path);
    }
    return {};
  }

  [[nodiscard]] bool in_bulk() const { return result_.writer.writer == Writer::kBulk; }

  Result<void> begin_writing(const Plan& plan, const std::map<FileKey, FileState>& known) {
    if (options_.dry_run) {
      return {};
    }
    WorkAhead work;
    work.database = fs::canonical(options_.database).string();
    work.bytes_to_read = plan.bytes;
    work.articles = store_.articles();
    for (const auto& [key, state] : known) {
      work.text_bytes += state.text_bytes;
    }
    auto choice = choose_writer(options_.writer, work);
    if (!choice) {
      return fail(std::move(choice).error());
    }
    result_.writer = std::move(*choice);
    progress_.in_bulk = in_bulk();
    if (in_bulk()) {
      store_.begin_bulk(options_.memory / 2);
    }
    return {};
  }

  void end_bulk(const Applier& applier) {
    if (!in_bulk()) {
      return;
    }
    progress_.stage = UpdateStage::kWriting;
    store_.end_bulk([&](double share) {
      progress_.written = share;
      tell_progress(applier, 0);
    });
  }

  [[nodiscard]] PlanOptions plan_options() const {
    PlanOptions plan;
    plan.walk.include = options_.include;
    plan.walk.exclude = options_.exclude;
    std::error_code ignored;
    plan.walk.never = {fs::weakly_canonical(options_.database, ignored)};
    plan.full = options_.full;
    plan.keep_gone = options_.no_delete;
    plan.allow_empty = options_.allow_empty;
    return plan;
  }

  [[nodiscard]] ApplierOptions applier_options() const {
    ApplierOptions applier;
    applier.now = options_.now;
    applier.keep_gone = options_.no_delete;
    applier.batch_bytes = options_.memory / 2;
    applier.memory_is_short = [this] { return resident_bytes() > options_.memory / 8 * 7; };
    applier.changed = observer_.changed;
    applier.failed = [this](const FailedPath& failure) {
      if (observer_.failed) {
        observer_.failed(failure);
      }
    };
    applier.skipped = [this](const FailedPath& skipped) {
      if (observer_.skipped) {
        observer_.skipped(skipped);
      }
    };
    return applier;
  }

  // What the workers compare with, since they may not read the database.
  void load_known(std::vector<FileTask>& tasks) const {
    for (FileTask& task : tasks) {
      if (task.old) {
        for (const Xapian::docid docid : store_.articles_of(task.key)) {
          task.known.push_back(store_.content_hash(docid));
        }
        std::sort(task.known.begin(), task.known.end());
      }
    }
  }

  // What repeats is known before the first article is read, and does not change later: which file
  // is read when makes no difference.
  void learn(const std::vector<FileTask>& tasks, const std::map<FileKey, FileState>& known) {
    LearnedStore learned = read_learned(store_.reading());
    SampleOptions sample;
    sample.limits.max_file_bytes = options_.max_file_bytes;
    sample.stop = &stop_;
    StoredSample stored(store_, known);
    sample.stored = [&](const std::string& folder, LineLearner& learner) {
      return stored.add(folder, learner);
    };
    LearnedStore fresh = learn_from_sample(tasks, learned, sample);
    const auto put = [this](const std::string& key, const std::string& value) {
      store_.put_metadata(key, value);
    };
    for (const auto& [outlet, lines] : fresh.lines) {
      write_repeats(outlet, lines, put);
    }
    for (const std::string& folder : fresh.folders) {
      write_sampled_folder(folder, put);
    }
    learned_ = std::move(learned.lines);
    learned_.merge(fresh.lines);
  }

  static std::set<FileHash> hashes_of(const std::map<FileKey, FileState>& files) {
    std::set<FileHash> hashes;
    for (const auto& [key, state] : files) {
      if (!state.incomplete) {
        hashes.insert(state.hash);
      }
    }
    return hashes;
  }

  void run_tasks(const std::vector<FileTask>& tasks, Applier& applier, std::set<FileHash> gone) {
    if (tasks.empty()) {
      return;
    }
    PipelineOptions pipeline_options;
    pipeline_options.jobs = options_.jobs;
    pipeline_options.memory = options_.memory / 8;
    pipeline_options.reading.limits.max_file_bytes = options_.max_file_bytes;
    pipeline_options.reading.gone = std::move(gone);
    pipeline_options.reading.stop = &stop_;
    pipeline_options.prepare.language = options_.language;
    pipeline_options.prepare.documents = !options_.dry_run;
    pipeline_options.prepare.learned = &learned_;
    // A single worker has more to do than this thread, which then encodes the documents itself.
    pipeline_options.prepare.encoded =
        in_bulk() && progress_.stage == UpdateStage::kReading && options_.jobs > 1;
    Pipeline pipeline(tasks, pipeline_options);
    Chunk chunk;
    std::uint64_t read_of_file = 0;
    while (pipeline.next(chunk)) {
      const FileTask& task = tasks[chunk.task];
      applier.apply(task, chunk);
      // A compressed file gives more bytes than it has.
      const std::uint64_t left = task.size - std::min(read_of_file, task.size);
      const std::uint64_t read = chunk.end ? left : std::min(chunk.read_bytes, left);
      read_of_file = chunk.end ? 0 : read_of_file + read;
      result_.files_read += chunk.end ? 1U : 0U;
      tell_progress(applier, read);
    }
  }

  // Once more what came too early: see Applier::unread() and ids_were_freed().
  void run_again(Applier& applier) {
    const auto states = store_.file_states();
    std::set<FileKey> keys = applier.unread();
    for (const auto& [key, state] : states) {
      if (state.displaced && applier.ids_were_freed()) {
        keys.insert(key);
      }
    }
    std::vector<FileTask> tasks;
    for (const FileKey& key : keys) {
      FileTask task;
      task.key = key;
      task.file = sources_.file_of(key);
      task.force = true;
      if (const auto state = states.find(key); state != states.end()) {
        task.old = state->second;
        task.counted = true;
      }
      tasks.push_back(std::move(task));
    }
    load_known(tasks);
    run_tasks(tasks, applier, {});
  }

  void tell_failed(const FailedPath& failure) {
    ++plan_failures_;
    if (observer_.failed) {
      observer_.failed(failure);
    }
  }

  void tell_progress(const Applier& applier, std::uint64_t read) {
    const UpdateCounts& counts = applier.counts();
    progress_.bytes += read;
    progress_.articles = counts.added + counts.updated + counts.unchanged;
    progress_.failed = counts.failed;
    if (observer_.progress) {
      observer_.progress(progress_);
    }
  }

  void finish(const Applier& applier, const Plan& plan) {
    result_.counts = applier.counts();
    result_.counts.unchanged += plan.unchanged;
    result_.counts.failed += plan_failures_;
    result_.counts.skipped += plan.skipped;
    result_.bytes_read = progress_.bytes;
    result_.articles = store_.articles();
    result_.index_bytes = folder_bytes(options_.database);
    for (const auto& [key, state] : store_.file_states()) {
      result_.text_bytes += state.text_bytes;
    }
    result_.interrupted = stop_;
  }

  const UpdateOptions& options_;
  const std::atomic<bool>& stop_;
  const UpdateObserver& observer_;
  Store& store_;
  Sources sources_;
  LearnedLines learned_;
  UpdateProgress progress_;
  UpdateResult result_;
  std::uint64_t plan_failures_ = 0;
};

// A path that is not there can only be known to a database that is.
Result<void> check_new(const UpdateOptions& options, const std::vector<Scope>& scopes) {
  const auto held = folder_holds(options.database);
  if (!held) {
    return fail(held.error());
  }
  for (const Scope& scope : scopes) {
    if (scope.missing && *held != FolderHolds::kDatabase) {
      return fail(ErrorCode::kUsage, scope.path + ": no such file or folder");
    }
  }
  return {};
}

}  // namespace

Result<UpdateResult> update(const UpdateOptions& options, const std::atomic<bool>& stop,
                            const UpdateObserver& observer) {
  std::vector<Scope> scopes;
  for (const std::string& path : options.paths) {
    auto scope = scope_of(path);
    if (!scope) {
      return fail(std::move(scope).error());
    }
    scopes.push_back(std::move(*scope));
  }
  if (auto named = check_new(options, scopes); !named) {
    return fail(std::move(named).error());
  }
  auto store = options.dry_run ? Store::open_dry(options.database) : Store::open(options.database);
  if (!store) {
    return fail(std::move(store).error());
  }
  return xapian_guard(options.database,
                      [&] { return Update(options, stop, observer, *store).run(scopes); });
}

}  // namespace lede
