// Figures of a watch or batch for Prometheus: the text exposition format, in a file that the node
// exporter's textfile collector reads. The file is there whole or not at all.
// Tested by tests/service/metrics_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "pipeline/base/result.h"

namespace biaoshen {

struct ServiceMetrics {
  std::string version;
  std::map<std::string, std::uint64_t> dossiers;  // by state: waiting, queued, running, done, …
  std::map<std::string, std::uint64_t> reviews;   // by verdict
  std::map<std::string, std::uint64_t> worker_deaths;  // by how: crashed, killed, hung
  double review_seconds = 0;                           // all together
  std::uint64_t pages = 0;
  double last_scan = 0, last_success = 0;  // seconds since 1970; 0: not yet, then it is absent
  bool is_paused = false;
  std::uint64_t cache_bytes = 0;
};

std::string metrics_text(const ServiceMetrics& metrics);

// Error: output. The folder must be there; nothing is left in it but the file.
Result<void> write_metrics(const std::filesystem::path& file, const ServiceMetrics& metrics);

}  // namespace biaoshen
