// Findings and their evidence in words.
#include <algorithm>
#include <cmath>

#include "pipeline/base/text.h"
#include "templates/shown_text.h"
#include "templates/view_parts.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestQuote = 500;  // code points; dossier.json has the rest
constexpr std::size_t kListedFiles = 12;
constexpr std::size_t kListedEvidence = 100;

std::string point(float value) {
  return std::isfinite(value) && std::abs(value) < 1e7F ? std::to_string(std::lround(value)) : "?";
}

// Page or cell: enough to find it by eye.
std::string short_place_in_words(const ViewSource& source, const Quote& quote) {
  if (!quote.cell.empty())
    return source.in_words("evidence.cell", {{"cell", brief(quote.cell, kLongestLine)}});
  if (quote.page == 0) return {};
  return source.in_words("page", {{"pages", std::to_string(quote.page)}});
}

std::string place_in_words(const ViewSource& source, const Quote& quote) {
  std::vector<std::string> parts;
  if (std::string place = short_place_in_words(source, quote); !place.empty())
    parts.push_back(std::move(place));
  if (const auto* on_page = std::get_if<OnPage>(&quote.place)) {
    const Box& b = on_page->box;
    const std::string corners = "(" + point(b.left) + ", " + point(b.top) + ")–(" + point(b.right) +
                                ", " + point(b.bottom) + ")";
    parts.push_back(source.in_words("evidence.box", {{"box", corners}}));
  }
  if (const auto* flow = std::get_if<InFlow>(&quote.place); flow != nullptr && flow->paragraph > 0)
    parts.push_back(
        source.in_words("evidence.paragraph", {{"paragraph", std::to_string(flow->paragraph)}}));
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " · ") + part;
  return out;
}

std::string origin_in_words(const ViewSource& source, const Quote& quote) {
  const std::string key = "origin." + std::string(name_of(quote.origin));
  return source.in_words(key, {{"confidence", std::to_string(quote.confidence)}});
}

EvidenceView view_of(const ViewSource& source, const Quote& quote) {
  EvidenceView out;
  out.file = source.link(quote.file);
  out.place = place_in_words(source, quote);
  out.short_place = short_place_in_words(source, quote);
  out.origin = origin_in_words(source, quote);
  out.is_ocr = quote.origin == Origin::ocr;
  const Shortened text = shortened(masked(quote.text), kLongestQuote);
  out.quote = trim(text.text).empty() ? source.in_words("evidence.empty") : text.text;
  if (text.cut)
    out.cut =
        source.in_words("evidence.cut", {{"count", std::to_string(count_code_points(quote.text))}});
  if (source.review.crops.contains(quote.image)) {
    out.crop = quote.image;
    out.crop_alt = source.in_words(
        "evidence.crop",
        {{"file", out.file.path}, {"place", out.place}, {"quote", shortened(text.text, 80).text}});
  }
  return out;
}

std::string scope_in_words(const ViewSource& source, const Search& search) {
  const std::string count = std::to_string(search.files.size());
  if (search.files.empty()) return source.in_words("search.no-files");
  if (search.files.size() == source.reviewed_files())
    return source.in_words("search.all-files", {{"count", count}});
  if (search.files.size() <= kListedFiles)
    return source.in_words("search.files", {{"count", count}});
  return source.in_words("search.first-files",
                         {{"count", count}, {"shown", std::to_string(kListedFiles)}});
}

EvidenceView view_of(const ViewSource& source, const Search& search) {
  EvidenceView out;
  out.is_search = true;
  out.sought = brief(search.sought, kLongestLine);
  out.scope = scope_in_words(source, search);
  out.conclusion = source.in_words(search.complete ? "search.complete" : "search.incomplete");
  const bool is_everything = search.files.size() == source.reviewed_files();
  for (const std::string& id : search.files) {
    if (out.searched.size() < kListedFiles &&
        (!is_everything || search.files.size() <= kListedFiles))
      out.searched.push_back(source.link(id));
    const File* file = source.file(id);
    if (file != nullptr && !is_read_in_full(*file) && out.unread.size() < kListedFiles)
      out.unread.push_back(source.link(id));
  }
  return out;
}

std::string where_in_words(const ViewSource& source, const Finding& finding) {
  for (const Evidence& one : finding.evidence) {
    const auto* quote = std::get_if<Quote>(&one);
    if (quote == nullptr) continue;
    const std::string place = short_place_in_words(source, *quote);
    return source.link(quote->file).path + (place.empty() ? "" : " · " + place);
  }
  const auto* search =
      finding.evidence.empty() ? nullptr : std::get_if<Search>(&finding.evidence.front());
  return search == nullptr ? std::string() : scope_in_words(source, *search);
}

std::string waiver_in_words(const ViewSource& source, const Waiver& waiver) {
  const auto shown = [](const std::string& text) { return brief(text, kLongestLine); };
  return source.in_words("waiver." + std::string(name_of(waiver.state)),
                         {{"by", shown(waiver.by)},
                          {"on", waiver.on},
                          {"until", waiver.until},
                          {"scope", shown(waiver.scope)},
                          {"reason", shown(waiver.reason)}});
}

void add_policy(const ViewSource& source, FindingView& view) {
  if (!source.review.profile.policy) return;
  for (const Deviation& deviation : source.review.profile.policy->deviations) {
    if (deviation.rule == view.rule)
      view.deviations.push_back(deviation_in_words(source, deviation));
  }
}

}  // namespace

EvidenceView evidence_view(const ViewSource& source, const Evidence& evidence) {
  return std::visit([&](const auto& one) { return view_of(source, one); }, evidence);
}

std::string deviation_in_words(const ViewSource& source, const Deviation& deviation) {
  return source.in_words(deviation.from.empty() ? "deviation.new" : "deviation",
                         {{"what", source.code_in_words("deviation.", deviation.what)},
                          {"rule", deviation.rule},
                          {"from", brief(deviation.from, kLongestLine)},
                          {"to", brief(deviation.to, kLongestLine)},
                          {"reason", brief(deviation.reason, kLongestLine)}});
}

FindingView finding_view(const ViewSource& source, const Finding& finding, std::size_t number) {
  FindingView out;
  out.number = std::to_string(number);
  out.rule = finding.rule;
  out.title = finding.title.in(source.language);
  out.message = brief(finding.message.in(source.language), kLongestText);
  out.remedy = brief(finding.remedy.in(source.language), kLongestText);
  out.status_mark = name_of(finding.status);
  out.status = source.in_words("status." + out.status_mark);
  const bool is_failure = finding.status == Status::fail;
  if (is_failure) out.level = source.in_words("level." + std::string(name_of(finding.level)));
  out.is_advice = is_failure && finding.level != Level::error;
  out.remedy_label = source.in_words(is_failure ? "finding.remedy" : "finding.advice");
  out.where = where_in_words(source, finding);
  out.cites = finding.cites;
  const std::size_t listed = std::min(finding.evidence.size(), kListedEvidence);
  for (std::size_t i = 0; i < listed; ++i)
    out.evidence.push_back(evidence_view(source, finding.evidence[i]));
  if (const std::size_t rest = finding.evidence.size() - listed; rest > 0)
    out.unlisted = source.in_words("evidence.unlisted", {{"count", std::to_string(rest)}});
  if (finding.waiver) out.waiver = waiver_in_words(source, *finding.waiver);
  out.digest = finding.evidence_sha256.substr(0, 16);
  add_policy(source, out);
  return out;
}

}  // namespace biaoshen
