#include "templates/batch/joint_data.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "templates/html/template_data.h"
#include "templates/shown_text.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

constexpr std::size_t kLongestLine = 300, kLongestText = 1000, kLongestQuote = 300;
constexpr std::size_t kListedEvidence = 24;

// What tells the dossier apart for a reader: number or title.
std::string subject_of(const BatchRow* row, PersonalData personal_data) {
  if (row == nullptr || !row->entry) return {};
  const Subject& subject = row->entry->subject;
  return brief(subject.number.value_or(subject.title.value_or("")), kLongestLine, personal_data);
}

data data_of_dossier(const std::string& name, const JointPlace& place) {
  const BatchRow* row = place.batch.row(name);
  const bool is_own = name == place.own;
  data out;
  out["dossier"] = text_data(brief(name, kLongestLine, place.presentation.personal_data));
  out["link"] =
      text_data(row == nullptr || is_own ? "" : result_link(place.to_results, row->folder));
  out["own"] = text_data(is_own ? word("batch.this", place.presentation.language) : "");
  out["subject"] = text_data(subject_of(row, place.presentation.personal_data));
  return out;
}

std::string place_in_words(const Quote& quote, const Presentation& presentation) {
  const Language language = presentation.language;
  if (!quote.cell.empty())
    return phrase("evidence.cell", language,
                  {{"cell", brief(quote.cell, kLongestLine, presentation.personal_data)}});
  if (quote.page == 0) return {};
  return phrase("page", language, {{"pages", std::to_string(quote.page)}});
}

data data_of_evidence(const JointEvidence& one, const JointPlace& place) {
  const auto* quote = std::get_if<Quote>(&one.evidence);
  const BatchEntry* entry = place.batch.entry(one.dossier);
  const BatchFile* file =
      quote == nullptr || entry == nullptr ? nullptr : file_by_id(*entry, quote->file);
  data out;
  out["dossier"] = text_data(brief(one.dossier, kLongestLine, place.presentation.personal_data));
  out["path"] = text_data(
      file == nullptr ? "" : brief(file->path, kLongestLine, place.presentation.personal_data));
  out["place"] = text_data(quote == nullptr ? "" : place_in_words(*quote, place.presentation));
  const bool is_ocr = quote != nullptr && quote->origin == Origin::ocr;
  out["ocr"] = is_ocr;
  out["origin"] = text_data(is_ocr ? phrase("origin.ocr", place.presentation.language,
                                            {{"confidence", std::to_string(quote->confidence)}})
                                   : "");
  out["quote"] = text_data(
      quote == nullptr ? std::get<Search>(one.evidence).sought
                       : brief(quote->text, kLongestQuote, place.presentation.personal_data));
  return out;
}

template <typename Rows, typename Maker>
data all(const Rows& rows, std::size_t most, const Maker& make) {
  list out;
  for (const auto& row : rows) {
    if (out.size() == most) break;
    out.push_back(make(row));
  }
  return data(out);
}

data data_of_finding(const JointFinding& finding, const JointPlace& place, std::size_t nth) {
  const Language language = place.presentation.language;
  const std::string status(name_of(finding.status));
  const bool is_failure = finding.status == Status::fail;
  data out;
  out["nth"] = std::to_string(nth);
  out["rule"] = text_data(finding.rule);
  out["name"] = text_data(finding.title.in(language));
  out["message"] = text_data(
      brief(finding.message.in(language), kLongestText, place.presentation.personal_data));
  out["remedy"] =
      text_data(brief(finding.remedy.in(language), kLongestText, place.presentation.personal_data));
  out["status_mark"] = text_data(status);
  out["status"] = text_data(word("status." + status, language));
  out["level"] =
      text_data(is_failure ? word("level." + std::string(name_of(finding.level)), language) : "");
  out["cites"] = all(finding.cites, finding.cites.size(), cite_data);
  out["has_dossiers"] = !finding.dossiers.empty();
  out["dossiers"] = all(finding.dossiers, kNamedDossiers,
                        [&](const std::string& name) { return data_of_dossier(name, place); });
  out["has_evidence"] = !finding.evidence.empty();
  out["evidence"] = all(finding.evidence, kListedEvidence,
                        [&](const JointEvidence& one) { return data_of_evidence(one, place); });
  const std::size_t rest =
      finding.evidence.size() - std::min(finding.evidence.size(), kListedEvidence);
  out["unlisted"] = text_data(
      rest == 0 ? "" : phrase("batch.unlisted", language, {{"count", std::to_string(rest)}}));
  return out;
}

}  // namespace

list joint_findings_data(JointFindings findings, const JointPlace& place) {
  list out;
  for (const JointFinding* finding : findings)
    out.push_back(data_of_finding(*finding, place, out.size() + 1));
  return out;
}

// Digits are written as codes as well: eleven in a row would be masked as a telephone number
// on the way into the page.
std::string result_link(std::string_view to_results, std::string_view folder) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out(to_results);
  for (const char c : folder) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    if (is_plain) {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out + "/dossier.html";
}

}  // namespace biaoshen
