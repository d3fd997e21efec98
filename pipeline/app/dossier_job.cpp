#include "pipeline/app/dossier_job.h"

#include <chrono>
#include <exception>
#include <map>
#include <mutex>
#include <utility>

#include "pipeline/base/untrusted_path.h"
#include "pipeline/batch/record_reader.h"
#include "pipeline/batch/revisions.h"
#include "pipeline/ledger/publish.h"
#include "pipeline/model/input_digest.h"
#include "pipeline/stages/intake.h"
#include "templates/batch/duplicate_result.h"
#include "templates/sarif/sarif_writer.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

// Tells where the review is: each file and its first page at once, other pages some times a second.
class ToldProgress final : public Progress {
 public:
  explicit ToldProgress(JobPipe& pipe) : pipe_(pipe) {}

  void reading(const File& file, std::size_t index, std::size_t of) override {
    const std::lock_guard lock(mutex_);
    known_[file.path] = {index, 0};
    step_.files = of;
    tell(file, 0, 0);
  }
  void page(const File& file, std::uint32_t number, std::uint32_t of) override {
    const std::lock_guard lock(mutex_);
    // It is told of a page several times while the pictures on it are read.
    std::uint32_t& last = known_[file.path].page;
    const bool is_first = last == 0 && number > 0;
    if (number > last) step_.pages_read += number - std::exchange(last, number);
    if (is_first || std::chrono::steady_clock::now() - told_ > kPause) tell(file, number, of);
  }
  void checking() override { tell(ReviewStep::Doing::checking); }
  void writing() override { tell(ReviewStep::Doing::writing); }

 private:
  static constexpr std::chrono::milliseconds kPause{250};

  // Several files may be on their way; the line is about the one of which something is new.
  void tell(const File& file, std::uint32_t page, std::uint32_t pages) {
    step_.doing = ReviewStep::Doing::reading;
    step_.file = known_[file.path].number;
    step_.path = file.path;
    step_.page = page;
    step_.pages = pages;
    told_ = std::chrono::steady_clock::now();
    pipe_.tell(line_of(step_));
  }
  void tell(ReviewStep::Doing doing) {
    const std::lock_guard lock(mutex_);
    step_.doing = doing;
    pipe_.tell(line_of(step_));
  }

  JobPipe& pipe_;
  std::mutex mutex_;
  ReviewStep step_;
  struct Known {
    std::size_t number = 0;  // of the file, from 1
    std::uint32_t page = 0;  // the last one that has come
  };
  std::map<std::string, Known> known_;  // by path
  std::chrono::steady_clock::time_point told_;
};

// The last line of a job, whatever happens in it.
template <typename Work>
int end_of(JobPipe& pipe, Work work) {
  const auto tell = [&](const Result<PublishedReview>& end) {
    pipe.tell(end ? line_of(*end) : line_of(end.error()));
  };
  try {
    tell(work());
  } catch (const std::exception& error) {
    tell(fail(ErrorCode::internal, std::string("internal error: ") + error.what()));
  }
  return 0;
}

PublishedReview published(const Record& record) {
  PublishedReview told;
  told.verdict = record.verdict;
  for (const Finding& finding : record.findings) {
    if (finding.is_waived()) {
      ++told.counts.waived;
    } else {
      told.counts.add(finding.status, finding.level);
    }
  }
  told.input_sha256 = record.input_sha256;
  told.setting_sha256 = record.setting_sha256;
  told.as_of = record.as_of;
  told.number_key = record.subject.key.value_or("");
  told.programme = record.programme + "@" + record.version;
  told.revision = record.revision;
  for (const RecordedFile& file : record.files) told.pages += file.pages;
  return told;
}

// The record of `first` as that of `folder`, and what becomes of the result that is there.
Succession relabel(Record& record, const fs::path& out, const std::string& folder) {
  record.duplicate_of = record.name;
  record.name = readable_name(folder).text;
  record.decisions.clear();
  const auto there = record_at(out / folder);
  const auto before = record_at(history_folder(out, folder, revision_before(there)));
  Succession next = succession(there, before, record.input_sha256);
  set_baseline(record, next);
  return next;
}

// Fills `record` with what the copy says.
Result<std::optional<ResultChange>> copy_of(const std::string& first, const std::string& folder,
                                            const fs::path& out, Record& record) {
  // Whatever is wrong with the first one is not this one's fault: it is decided anew what to do.
  const auto not_now = [&](const std::string& why) {
    return fail(ErrorCode::again, (out / first).string() + ": " + why);
  };
  const std::string stamp = result_stamp(out, first);
  auto files = published_files(out / first);
  if (!files) return not_now(files.error().message);
  auto original = record_of((*files)["dossier.json"], (out / first / "dossier.json").string());
  if (!original) return not_now(original.error().message);
  if (!original->duplicate_of.empty()) return not_now("is a copy itself");
  record = std::move(*original);
  const Succession next = relabel(record, out, folder);
  auto relabelled = duplicate_result(std::move(*files), record, first);
  if (!relabelled) return tl::unexpected(relabelled.error());
  (*relabelled)["findings.sarif"] = write_sarif(record);
  if (result_stamp(out, first) != stamp) return not_now("was changed meanwhile");
  return ResultChange{std::move(*relabelled), next.keep_as};
}

TreeDigest digest_of(const fs::path& tree, const Limits& limits) {
  const auto taken_in = intake(tree, limits);
  if (!taken_in) return {"", taken_in.error().message};
  return {input_sha256(*taken_in), ""};
}

}  // namespace

Result<PublishedReview> publish_duplicate(const std::string& first, const std::string& folder,
                                          const fs::path& out) {
  Record record;
  const auto done = change_result(out, folder, [&] { return copy_of(first, folder, out, record); });
  if (!done) return tl::unexpected(done.error());
  return published(record);
}

PublishedReview published(const DoneReview& done) {
  const Review& review = done.review;
  PublishedReview told;
  told.verdict = review.verdict;
  told.counts = counts_of(review);
  told.input_sha256 = input_sha256(review.dossier);
  told.setting_sha256 = review.setting_sha256;
  told.as_of = to_string(review.as_of);
  told.number_key = review.subject.key.value_or("");
  told.programme = review.profile.id + "@" + review.profile.version;
  told.revision = review.revision;
  for (const File& file : review.dossier.files) told.pages += file.document.pages.size();
  told.sandbox = done.layers ? to_string(*done.layers) : "";
  told.last_words = done.last_words;
  return told;
}

int run_review_job(const ReviewTask& task, const ReviewRun& run, JobPipe& pipe) {
  return end_of(pipe, [&]() -> Result<PublishedReview> {
    ToldProgress progress(pipe);
    const auto done = review_into(task, run, progress);
    if (!done) return tl::unexpected(done.error());
    return published(*done);
  });
}

int run_duplicate_job(const std::string& first, const std::string& folder, const ReviewRun& run,
                      JobPipe& pipe) {
  return end_of(pipe, [&] { return publish_duplicate(first, folder, run.settings.out); });
}

int run_digest_job(const std::vector<fs::path>& trees, const Limits& limits, JobPipe& pipe) {
  for (std::size_t tree = 0; tree < trees.size(); ++tree) {
    TreeDigest digest;
    try {
      digest = digest_of(trees[tree], limits);
    } catch (const std::exception& error) {
      digest = {"", std::string("internal error: ") + error.what()};
    }
    pipe.tell(line_of(tree, digest));
  }
  return 0;
}

}  // namespace biaoshen
