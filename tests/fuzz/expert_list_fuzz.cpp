// Lists of experts as text. Rows of comma-separated values lie in the text, in order, and an expert
// stands where the list says.
#include "extractors/panel/csv_rows.h"
#include "extractors/panel/expert_list.h"
#include "pipeline/base/text.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/sound_sink.h"

namespace biaoshen {

using fuzz::require;

namespace {

void check_rows(std::string_view text, std::string_view separator) {
  std::size_t last = 0;
  for (const CsvRow& row : csv_rows(text, separator)) {
    require(last <= row.begin && row.begin <= row.end && row.end <= text.size(),
            "rows lie in the text, in order");
    require(!row.cells.empty(), "a row has a cell");
    last = row.end;
  }
}

}  // namespace

FUZZ_TARGET(expert_list) {
  for (const std::string_view separator : {",", "，", "\t", ";"}) check_rows(bytes, separator);
  File file;
  file.id = "list", file.path = "list.csv", file.bytes = bytes.size();
  file.document = fuzz::read_soundly(bytes, {"txt"});
  const auto experts = read_experts(file);
  if (!experts) {
    require(!experts.error().message.empty(), "a list that is refused is told why");
    return;
  }
  for (const Expert& expert : *experts)
    require(!expert.name.empty() && expert.quote.file == "list", "an expert has a name and a row");
}

}  // namespace biaoshen
