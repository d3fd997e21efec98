#include "pipeline/app/batch_end.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "pipeline/app/program.h"
#include "pipeline/app/review_run.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr int kStoppedBeforeTheEnd = 75;

void tell(const BatchRow& row, const std::string& out) {
  if (row.entry) {
    std::cout << told(row.name, row.verdict, row.entry->counts, fs::path(out) / row.folder) << '\n';
  } else {
    std::cerr << "biaoshen: " << row.name << ": " << row.error << '\n';
  }
}

int exit_of(const BatchReport& report, const std::string& fail_on) {
  const auto failed = [](const BatchRow& row) { return !row.entry; };
  const auto bad = [&](const BatchRow& row) {
    return row.entry->is_application && is_failure(row.verdict, fail_on);
  };
  if (std::any_of(report.rows.begin(), report.rows.end(), failed)) return kSomeFailed;
  return std::any_of(report.rows.begin(), report.rows.end(), bad) ? 1 : 0;
}

}  // namespace

int end_of_batch(const BatchReport& report, const std::string& out, const std::string& fail_on) {
  for (const BatchRow& row : report.rows) tell(row, out);
  std::cout << (fs::path(out) / "index.html").string() << '\n';
  return exit_of(report, fail_on);
}

int stopped_before_the_end() {
  std::cerr << (terminal_language() == Language::zh
                    ? "biaoshen: 提前结束，下次继续\n"
                    : "biaoshen: stopped before the end; the next batch goes on\n");
  return kStoppedBeforeTheEnd;
}

}  // namespace biaoshen
