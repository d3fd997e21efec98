#include "sample_record.h"

#include "pipeline/base/sha256.h"
#include "sample_review.h"

namespace biaoshen {
namespace {

RecordedFile recorded(const File& file) {
  RecordedFile out;
  out.id = file.id;
  out.path = file.path;
  out.sha256 = file.sha256;
  out.format = file.document.format;
  out.status = file.document.status;
  out.bytes = file.bytes;
  out.pages = static_cast<std::uint32_t>(file.document.pages.size());
  out.problems = file.document.problems;
  return out;
}

}  // namespace

Record record_like(const Review& review, const Presentation& presentation) {
  Record record;
  record.presentation = presentation;
  record.name = review.dossier.name;
  record.tool_version = review.tool_version;
  record.programme = review.profile.id;
  record.version = review.profile.version;
  record.programme_title = review.profile.title.in(presentation.language);
  record.as_of = to_string(review.as_of);
  record.revision = review.revision;
  record.verdict = review.verdict;
  record.is_application = review.is_application;
  record.subject = review.subject;
  for (const File& file : review.dossier.files) record.files.push_back(recorded(file));
  for (const Part& part : review.dossier.parts)
    record.files.at(part.file).parts.push_back({part.material, part.first_page, part.last_page});
  record.problems = review.dossier.problems;
  record.findings = review.findings;
  record.facts = review.facts;
  record.decisions = review.decisions;
  record.input_sha256 = std::string(64, 'd');
  return record;
}

Record sample_record() {
  Record record = record_like(sample_review());
  for (Finding& finding : record.findings) finding.evidence_sha256 = sha256(finding.rule);
  return record;
}

}  // namespace biaoshen
