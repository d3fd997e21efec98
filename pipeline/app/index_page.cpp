#include "pipeline/app/index_page.h"

#include <algorithm>
#include <utility>

#include "pipeline/batch/batch_entry.h"
#include "pipeline/ledger/publish.h"
#include "templates/batch/index_writer.h"
#include "templates/batch/status_section.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBytesPerSecond = 1'000'000;  // of a page that is published again and again

// A page that shows a change is published once in as many seconds as it has megabytes; one that
// only says that the watch is alive, after ten times as long.
constexpr std::chrono::seconds kLeastPause{1}, kMostPause{10};
constexpr std::chrono::seconds kLeastRest{10}, kMostRest{60};

// Says whether the file is the one it was; empty: there is none.
std::string stamp_of(const fs::path& path) {
  std::error_code error;
  const auto bytes = fs::file_size(path, error);
  if (error) return {};
  const auto time = fs::last_write_time(path, error);
  return error ? std::string()
               : std::to_string(bytes) + " " + std::to_string(time.time_since_epoch().count());
}

// What it says at any time of day.
ServiceStatus without_times(ServiceStatus status) {
  status.written.clear();
  status.last_scan.clear();
  status.scan_age = status.scan_seconds = 0;
  for (StatusWaiting& one : status.waiting) one.seconds_left = 0;
  return status;
}

Result<std::string> page_with(const ServiceStatus& status, const fs::path& compared,
                              const Presentation& presentation) {
  if (const auto page = read_result_file(compared))
    if (auto spliced = with_status(*page, status, presentation)) return spliced;
  BatchReport nothing;
  nothing.tool_version = status.tool_version;
  const auto page = write_index(nothing, presentation);
  return page ? with_status(*page, status, presentation) : page;
}

}  // namespace

IndexPage::IndexPage(fs::path out, Presentation presentation)
    : out_(std::move(out)), presentation_(presentation) {}

bool IndexPage::is_due(const ServiceStatus& status, const std::string& compared,
                       Instant now) const {
  if (!shown_ || shown_->state != status.state) return true;
  const std::chrono::seconds by_size(size_ / kBytesPerSecond);
  const bool is_same = compared == compared_ && *shown_ == status;
  const std::chrono::seconds pause = is_same ? std::clamp(by_size * 10, kLeastRest, kMostRest)
                                             : std::clamp(by_size, kLeastPause, kMostPause);
  return now - published_ >= pause;
}

Result<void> IndexPage::show(const ServiceStatus& status, Instant now) {
  const fs::path path = out_ / kComparedIndex;
  const std::string compared = stamp_of(path);
  ServiceStatus timeless = without_times(status);
  if (!is_due(timeless, compared, now)) return {};
  const auto page = page_with(status, path, presentation_);
  if (!page) return tl::unexpected(page.error());
  if (auto done = publish_file(out_, "index.html", *page, true); !done) return done;
  shown_ = std::move(timeless);
  compared_ = compared;
  size_ = page->size();
  published_ = now;
  return {};
}

}  // namespace biaoshen
