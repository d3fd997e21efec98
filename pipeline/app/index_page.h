// OUT/index.html of a watch: the rows of the last comparison with what is going on above them.
//
// The comparison leaves its page at OUT/.biaoshen/index.html; it is spliced with the status and
// published when something has changed, and now and then when nothing has, so that a reader sees
// that the watch is alive. A long page is published more rarely: its bytes go to a disk each time.
//
// It refuses nothing: where there is no page of a comparison yet, or one of another version, the
// page has the status and no rows. Tested by tests/batch/index_page_test.cpp.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "pipeline/base/result.h"
#include "pipeline/model/presentation.h"
#include "pipeline/model/service_status.h"

namespace biaoshen {

// Where the comparison of a watch publishes its page, within OUT.
inline constexpr const char* kComparedIndex = ".biaoshen/index.html";

class IndexPage {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  IndexPage(std::filesystem::path out, Presentation presentation);

  // Cheap where there is nothing to publish: call it at every turn, once a second or more often.
  // Errors: output.
  Result<void> show(const ServiceStatus& status, Instant now);

 private:
  bool is_due(const ServiceStatus& status, const std::string& compared, Instant now) const;

  std::filesystem::path out_;
  Presentation presentation_;
  // Of the page that was published last; none: none was.
  std::optional<ServiceStatus> shown_;
  std::string compared_;  // the stamp of the comparison's page
  std::size_t size_ = 0;
  Instant published_{};
};

}  // namespace biaoshen
