// Could every file be opened and read? What the applicant must send again is a
// fail; what only this program could not do (OCR, its limits) is for a person.
//
// Tested by tests/checkers/material_test.cpp.
#include <algorithm>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"

namespace biaoshen {
namespace {

// Our limits, not defects of the file.
constexpr std::string_view kOurs[] = {"time-limit",      "memory-limit",       "crash",
                                      "protocol",        "reader-missing",     "permission",
                                      "archive-variant", "compression-method", "multi-volume",
                                      "spool-full",      "cut-short",          "quarantined",
                                      "read-error"};

bool is_ours(const Document& document) {
  for (const Problem& problem : document.problems) {
    if (std::find(std::begin(kOurs), std::end(kOurs), problem.kind) != std::end(kOurs)) return true;
    // A known format that this version has no reader for: archives, old Office files. A file
    // that only calls itself a DOCX is not what its name says, and that is the applicant's.
    const bool no_reader = problem.kind.starts_with("format-") && problem.kind != "format-unknown";
    if (no_reader && !document.has_problem("wrong-extension")) return true;
  }
  return false;
}

bool is_damage(std::string_view kind) {
  return kind.starts_with("damaged") || kind == "xml-damaged" || kind == "checksum";
}

Status status_of(const Document& document) {
  const bool damaged = std::any_of(document.problems.begin(), document.problems.end(),
                                   [](const Problem& problem) { return is_damage(problem.kind); });
  switch (document.status) {
    case FileStatus::refused:
      return Status::review;  // a limit of safety; a person decides what it means
    case FileStatus::unreadable:
      return is_ours(document) ? Status::review : Status::fail;
    case FileStatus::partial:
      return damaged ? Status::fail : Status::review;
    case FileStatus::read:
    case FileStatus::ignored:
      break;
  }
  return Status::pass;
}

}  // namespace

Outcome files_readable(const CheckInput& input, const Check& check) {
  const Dossier& dossier = input.dossier;
  std::vector<ReadingGap> bad, open;
  for (const ReadingGap& gap : gaps(dossier, Pictures::cannot_hold_it)) {
    const bool of_file = gap.file < dossier.files.size();
    const bool fails = of_file && status_of(dossier.files[gap.file].document) == Status::fail;
    (fails ? bad : open).push_back(gap);
  }
  Outcome outcome;
  outcome.status = !bad.empty() ? Status::fail : !open.empty() ? Status::review : Status::pass;
  const auto& told = bad.empty() ? open : bad;
  outcome.reason = describe(dossier, told);
  for (const ReadingGap& gap : told) {
    if (gap.file >= dossier.files.size()) continue;
    const File& file = dossier.files[gap.file];
    const std::uint32_t page = gap.pages.empty() ? 0 : gap.pages.front();
    outcome.evidence.emplace_back(
        Quote{file.id, page, WholeFile{}, "", file.path, Origin::name, 100, ""});
  }
  const Search search = search_in(dossier, check.sought.zh, Pictures::cannot_hold_it);
  outcome.arguments["count"] = std::to_string(search.files.size());
  if (search.files.empty()) {
    outcome.status = Status::fail;
    outcome.reason = {"申报包中没有文件", "the dossier holds no file"};
  }
  if (outcome.evidence.empty()) outcome.evidence.emplace_back(search);
  return outcome;
}

}  // namespace biaoshen
