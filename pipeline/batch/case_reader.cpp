#include "pipeline/batch/case_reader.h"

#include "pipeline/batch/batch_entry.h"
#include "pipeline/batch/record_reader.h"
#include "pipeline/batch/recorded_parts.h"

namespace biaoshen {

Result<CaseResult> case_result_in(const std::filesystem::path& result) {
  const std::filesystem::path path = result / "dossier.json";
  const auto text = read_result_file(path);
  if (!text) return tl::unexpected(text.error());
  auto record = record_of(*text, path.string());
  if (!record) return tl::unexpected(record.error());
  const auto json = JsonMember::Json::parse(*text, nullptr, false);
  std::string mistake;
  const JsonMember whole(json, "", mistake);
  const Verdict verdict = word_of(whole.at("verdict"), kVerdicts, mistake);
  const bool is_open_in_batch =
      whole.has("batch") && whole.at("batch").at("verdict").text() != name_of(Verdict::ready);
  if (!mistake.empty()) return fail(ErrorCode::input, path.string() + ": " + mistake);
  return CaseResult{std::move(*record), verdict, is_open_in_batch};
}

}  // namespace biaoshen
