// What dossier.json says of one review. notice.docx, findings.sarif and the casebook are made
// from it and not from the Review, so that they can be made again when a reviewer has decided,
// long after the applicant's files were read.
//
// Texts are in one language, that of the result: of each Wording only that member is set.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/model/decisions.h"
#include "pipeline/model/presentation.h"
#include "pipeline/model/review.h"

namespace biaoshen {

struct RecordedPart {
  std::string material;
  std::uint32_t first_page = 1, last_page = 1;
};
struct RecordedFile {
  std::string id, path, sha256, format;
  FileStatus status = FileStatus::read;
  std::uint64_t bytes = 0;
  std::uint32_t pages = 0;
  std::vector<Problem> problems;
  std::vector<RecordedPart> parts;
};

struct Record {
  Presentation presentation;
  std::string name, tool_version;
  std::string programme, version, programme_title;
  std::string as_of;  // YYYY-MM-DD
  int revision = 1;
  std::optional<EarlierRevision> earlier;
  std::string duplicate_of;           // the dossier whose result this is a copy of; empty: its own
  Verdict verdict = Verdict::review;  // of the dossier alone, without its batch
  bool is_application = true;
  Subject subject;
  std::vector<RecordedFile> files;
  std::vector<Problem> problems;
  std::vector<Finding> findings;  // in the order of the profile's rules
  std::vector<Fact> facts;        // those that rules over a batch and the casebook need; untyped
  std::vector<DecisionSheet> decisions;  // in the order in which they were folded in
  std::string input_sha256, setting_sha256;
  std::string notice_template_sha256;  // empty: the one that comes with the program
};

const RecordedFile* file_by_id(const Record& record, std::string_view id);

}  // namespace biaoshen
