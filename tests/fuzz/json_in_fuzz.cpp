// JSON that others could have written: results, decisions, batches, lines of jobs. What is refused
// is refused with words that name the file, and a decision that is taken is short.
#include <sstream>
#include <string>

#include "pipeline/app/job_lines.h"
#include "pipeline/base/text.h"
#include "pipeline/batch/batch_entry.h"
#include "pipeline/batch/batch_reader.h"
#include "pipeline/batch/decision_reader.h"
#include "pipeline/batch/record_reader.h"
#include "tests/fuzz/fuzz_target.h"

namespace biaoshen {

using fuzz::require;

namespace {

template <typename Value>
void check_refusal(const Result<Value>& result) {
  if (result) return;
  require(contains(result.error().message, "the-file.json"), "a refusal names the file");
  require(is_valid_utf8(result.error().message), "a refusal is UTF-8");
}

void check_lines(std::string_view bytes) {
  const auto line = review_line(bytes);
  if (!line) return;
  require(line->step.has_value() + line->published.has_value() + line->error.has_value() == 1,
          "a line says one thing");
  const std::string again = line->step        ? line_of(*line->step)
                            : line->published ? line_of(*line->published)
                                              : line_of(*line->error);
  require(review_line(again).has_value(), "what was believed is believed again");
}

}  // namespace

FUZZ_TARGET(json_in) {
  check_refusal(record_of(bytes, "the-file.json"));
  check_refusal(batch_entry(bytes, "the-file.json"));
  const auto decisions = decisions_of(bytes, "the-file.json", Language::zh);
  check_refusal(decisions);
  if (decisions) require(count_code_points(decisions->sheet.by) <= kLongestName, "a name is short");
  std::istringstream batch{std::string(bytes)};
  last_batch(batch);
  check_lines(bytes);
  if (const auto digest = digest_line(bytes)) line_of(digest->first, digest->second);
}

}  // namespace biaoshen
