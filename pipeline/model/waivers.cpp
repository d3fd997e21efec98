#include "pipeline/model/waivers.h"

#include <algorithm>

#include "pipeline/base/sha256.h"

namespace biaoshen {
namespace {

std::string contents_of(const Dossier& dossier, const std::string& id) {
  const File* file = file_by_id(dossier, id);
  return file == nullptr ? std::string() : file->sha256;
}

std::string line_of(const Quote& quote, const Dossier& dossier) {
  return "quote\t" + contents_of(dossier, quote.file) + "\t" + std::to_string(quote.page) + "\t" +
         quote.cell + "\t" + quote.text;
}

std::string line_of(const Search& search, const Dossier& dossier) {
  std::vector<std::string> files;
  for (const std::string& id : search.files) files.push_back(contents_of(dossier, id));
  std::sort(files.begin(), files.end());
  std::string line = "search\t" + search.sought;
  for (const std::string& file : files) line += "\t" + file;
  return line;
}

bool is_for(const GivenWaiver& given, const Finding& finding, std::string_view dossier,
            const Subject& subject) {
  if (given.rule != finding.rule) return false;
  if (!given.dossier.empty()) return given.dossier == dossier;
  return !given.number.empty() && subject.key == given.number;
}

Waiver judged(const Waiver& given, const Finding& finding, const Date& as_of) {
  Waiver waiver = given;
  const std::string& hash = given.evidence_sha256;
  const bool same = hash.size() >= kShortestHash && finding.evidence_sha256.starts_with(hash);
  const bool over = waiver.until < to_string(as_of);  // both YYYY-MM-DD
  waiver.state = !same  ? Waiver::State::void_
                 : over ? Waiver::State::expired
                        : Waiver::State::applied;
  return waiver;
}

}  // namespace

std::string evidence_sha256(const Finding& finding, const Dossier& dossier) {
  std::vector<std::string> lines;
  for (const Evidence& evidence : finding.evidence) {
    lines.push_back(std::visit([&](const auto& one) { return line_of(one, dossier); }, evidence));
  }
  std::sort(lines.begin(), lines.end());
  std::string all = finding.rule + "\t" + std::string(name_of(finding.status));
  for (const std::string& line : lines) all += "\n" + line;
  return sha256(all);
}

void apply_waivers(std::vector<Finding>& findings, std::span<const GivenWaiver> waivers,
                   std::string_view dossier, const Subject& subject, const Date& as_of) {
  for (Finding& finding : findings) {
    const bool open = finding.status == Status::fail || finding.status == Status::review;
    for (const GivenWaiver& given : waivers) {
      if (!open || finding.is_waived() || !is_for(given, finding, dossier, subject)) continue;
      finding.waiver = judged(given.waiver, finding, as_of);
    }
  }
}

}  // namespace biaoshen
