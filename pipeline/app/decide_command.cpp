#include "pipeline/app/decide_command.h"

#include <fstream>
#include <iostream>
#include <map>
#include <optional>

#include "pipeline/app/notice_template.h"
#include "pipeline/app/program.h"
#include "pipeline/app/record_outputs.h"
#include "pipeline/app/review_run.h"
#include "pipeline/base/plain_path.h"
#include "pipeline/base/text.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/batch/batch_entry.h"
#include "pipeline/batch/decision_reader.h"
#include "pipeline/batch/record_reader.h"
#include "pipeline/ledger/publish.h"
#include "templates/html/decision_marks.h"
#include "templates/json/decisions_json.h"
#include "templates/shown_text.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

// One byte more than it may have is enough to see that it has too many.
Result<std::string> start_of(const fs::path& path) {
  std::error_code error;
  std::ifstream in(path, std::ios::binary);
  if (!in || !fs::is_regular_file(path, error))
    return fail(ErrorCode::input, path.string() + ": cannot be opened / 无法打开");
  std::string text(kLargestDecisionFile + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

// The file handed in, signed as the command line says.
Result<HandedIn> handed_in(const DecideOptions& options, Language language) {
  const auto text = start_of(options.decisions);
  if (!text) return tl::unexpected(text.error());
  auto out = decisions_of(*text, options.decisions, language);
  if (!out) return out;
  if (!options.by.empty()) out->sheet.by = trim(options.by);
  if (!options.on.empty()) out->sheet.on = options.on;
  return out;
}

// The files of the result with the decisions of `record` in them.
Result<Files> decided_files(Files files, const Record& record, const DocxParts& notice_template) {
  auto json = decided_json(files["dossier.json"], record.decisions, record.findings);
  if (!json) return tl::unexpected(json.error());
  auto html =
      with_decisions(files["dossier.html"],
                     {record.decisions, record.findings, record.input_sha256}, record.presentation);
  if (!html) return tl::unexpected(html.error());
  auto outputs = record_outputs(record, notice_template);
  if (!outputs) return tl::unexpected(outputs.error());
  files["dossier.json"] = std::move(*json);
  files["dossier.html"] = std::move(*html);
  for (auto& [name, bytes] : *outputs) {
    files.erase(name);
    if (bytes) files[name] = std::move(*bytes);
  }
  return files;
}

// Nobody decides about a copy: the one it is a copy of is decided about.
Result<void> check_is_original(const Record& record, const fs::path& result, Language language) {
  if (record.duplicate_of.empty()) return {};
  const std::string where = visible(result.string()), first = visible(masked(record.duplicate_of));
  return fail(ErrorCode::input,
              language == Language::zh
                  ? where + "：是「" + first + "」审查结果的副本，请对「" + first + "」作出决定"
                  : where + ": is a copy of the result of " + first + "; decide about " + first);
}

// A result as it stands now, with what was handed in about it.
struct Decided {
  Record record;
  Files files;
};
Result<Decided> decide(const DecideOptions& options, const fs::path& result, Language language) {
  auto record = record_in(result);
  if (!record) return tl::unexpected(record.error());
  if (const auto fine = check_is_original(*record, result, language); !fine)
    return tl::unexpected(fine.error());
  auto given = handed_in(options, language);
  if (!given) return tl::unexpected(given.error());
  // The page that was decided in may have shown the name masked, whatever it shows now.
  const std::string shown_name = visible(masked(record->name));
  if (const auto fits = check_fit(*given, *record, shown_name, options.decisions, language); !fits)
    return tl::unexpected(fits.error());
  const auto notice_template = notice_template_for(options.notice_template, *record);
  if (!notice_template) return tl::unexpected(notice_template.error());
  record->decisions.push_back(std::move(given->sheet));
  auto old_files = published_files(result);
  if (!old_files) return tl::unexpected(old_files.error());
  auto files = decided_files(std::move(*old_files), *record, notice_template->parts);
  if (!files) return tl::unexpected(files.error());
  return Decided{std::move(*record), std::move(*files)};
}

// The record with the new decisions, published.
Result<Record> publish_decision(const DecideOptions& options, const fs::path& result,
                                Language language) {
  Record record;
  const auto change = [&]() -> Result<std::optional<ResultChange>> {
    auto decided = decide(options, result, language);
    if (!decided) return tl::unexpected(decided.error());
    record = std::move(decided->record);
    return ResultChange{std::move(decided->files), 0};
  };
  const auto done = change_result(result.parent_path(), result.filename().string(), change);
  if (!done) return tl::unexpected(done.error());
  return record;
}

std::string standing_in_words(Standing standing, Language language) {
  const bool zh = language == Language::zh;
  switch (standing) {
    case Standing::accepted:
      return zh ? "接受" : "accepted";
    case Standing::returned:
      return zh ? "退回补正" : "returned for correction";
    case Standing::open:
      break;
  }
  return zh ? "待决定" : "open";
}

void tell(const Record& record, const fs::path& result, Language language) {
  const bool zh = language == Language::zh;
  const std::string open = std::to_string(undecided(record.decisions, record.findings));
  std::cout << record.name << (zh ? "：审查人决定 " : ": decision ")
            << standing_in_words(standing_of(record.decisions, record.findings), language)
            << (zh ? "，待决定 " + open + " 项，见 " : ", still to be decided " + open + ", see ")
            << readable_name((result / "dossier.html").string()).text << '\n';
  std::error_code error;
  if (fs::exists(result.parent_path() / "batch.json", error))
    std::cout << (zh ? "总览和登记表在下次 biaoshen batch 时更新\n"
                     : "the index and the register will show it after the next biaoshen batch\n");
}

}  // namespace

int decide_command(const DecideOptions& options) {
  const Language language = terminal_language();
  if (!options.on.empty() && !parse_date(options.on))
    return report({ErrorCode::usage, "--on " + options.on + ": not a date; write YYYY-MM-DD"});
  const fs::path result = plain_path(options.result);
  const auto record = publish_decision(options, result, language);
  if (!record) return report(record.error());
  tell(*record, result, language);
  return 0;
}

}  // namespace biaoshen
