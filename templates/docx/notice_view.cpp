#include "templates/docx/notice_view.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "pipeline/model/date.h"
#include "templates/docx/notice_place.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

constexpr std::size_t kListedItems = 100;
constexpr std::size_t kListedCites = 6;
constexpr std::size_t kLongestName = 200, kLongestText = 800;

class NoticeWording {
 public:
  explicit NoticeWording(const Record& record)
      : record_(record), language_(record.presentation.language) {}

  NoticeView view() const {
    NoticeView out;
    const Subject& subject = record_.subject;
    out.organization = subject.organization ? name(*subject.organization) : words("notice.unknown");
    out.title = name(subject.title.value_or(""));
    out.number = name(subject.number.value_or(""));
    out.subject = subject_in_words(out.title, out.number);
    out.uscc = name(subject.uscc.value_or(""));
    out.programme = name(record_.programme_title);
    out.dossier = name(record_.name);
    out.as_of = date_in_words(record_.as_of);
    return out;
  }

  NoticeItem item(const Finding& finding, const Decision* returned) const {
    NoticeItem out;
    if (returned != nullptr) out.note = shown(returned->note, kLongestText);
    out.since = since_in_words(finding);
    out.where = places_in_words(record_, finding);
    out.clause = cites_in_words(finding.cites);
    std::string remedy = file_remedies_in_words(record_, finding);
    if (remedy.empty()) remedy = shown(finding.remedy.in(language_), kLongestText);
    if (finding.status == Status::fail) {
      out.what = shown(finding.message.in(language_), kLongestText);
      out.remedy = remedy;
    } else {
      // Messages and remedies of open questions speak to the reviewer, who has now spoken.
      out.what = filled("notice.returned", {{"title", name(finding.title.in(language_))}});
      if (out.note.empty()) out.remedy = words("notice.returned.remedy");
    }
    return out;
  }

  std::string rest(std::string_view key, std::size_t count) const {
    if (count <= kListedItems) return {};
    return filled(key, {{"count", std::to_string(count - kListedItems)}});
  }

 private:
  std::string words(std::string_view key) const { return word(key, language_); }
  std::string filled(std::string_view key, Filling filling) const {
    return phrase(key, language_, filling);
  }
  std::string shown(std::string_view text, std::size_t limit) const {
    return on_one_line(record_, text, limit);
  }
  std::string name(std::string_view text) const { return shown(text, kLongestName); }

  // Of failures: an open question that a reviewer returns now was nobody's task before.
  std::string since_in_words(const Finding& finding) const {
    if (!finding.baseline || !record_.earlier || finding.status != Status::fail) return {};
    const std::string earlier = std::to_string(record_.earlier->revision);
    switch (*finding.baseline) {
      case Baseline::new_:
        return filled("notice.since-new", {{"n", earlier}});
      case Baseline::updated:
        return filled("notice.since-updated", {{"n", earlier}});
      case Baseline::unchanged:
      case Baseline::absent:
        break;
    }
    return filled("notice.since-still", {{"n", earlier}});
  }

  // 《…》（T/ABC 001—2024） of a standard, “…” of a project.
  std::string subject_in_words(const std::string& title, const std::string& number) const {
    if (title.empty() && number.empty())
      return filled("notice.project", {{"title", name(record_.name)}});
    if (title.empty()) return number;
    if (number.empty()) return filled("notice.project", {{"title", title}});
    return filled("notice.standard", {{"title", title}, {"number", number}});
  }

  std::string date_in_words(const std::string& iso) const {
    const auto date = parse_date(iso);
    if (!date || language_ == Language::en) return iso;
    return filled("notice.date", {{"year", std::to_string(date->year)},
                                  {"month", std::to_string(date->month)},
                                  {"day", std::to_string(date->day)}});
  }

  // Verbatim, but for the signs of a list at both ends, which mean nothing outside it.
  std::string quotation(std::string_view quote) const {
    std::string_view text = trim(quote);
    const auto drop = [&](std::string_view sign) {
      if (text.starts_with(sign)) text.remove_prefix(sign.size());
      if (text.ends_with(sign)) text.remove_suffix(sign.size());
    };
    for (const std::string_view sign : {"——", "；", "，", "。", ";"}) drop(sign);
    return shown(text, kLongestText);
  }

  std::string cites_in_words(const std::vector<Citation>& cites) const {
    std::string out;
    for (std::size_t i = 0; i < std::min(cites.size(), kListedCites); ++i) {
      const Citation& cite = cites[i];
      if (i > 0) out += words("notice.next");
      const std::string clause = filled(
          "notice.clause", {{"instrument", name(cite.instrument)}, {"clause", name(cite.clause)}});
      const std::string quote = quotation(cite.quote);
      out += quote.empty() ? clause : filled("notice.cite", {{"clause", clause}, {"quote", quote}});
    }
    if (cites.size() > kListedCites)
      out += words("notice.next") +
             filled("notice.cites-rest", {{"count", std::to_string(cites.size() - kListedCites)}});
    return out;
  }

  const Record& record_;
  const Language language_;
};

}  // namespace

std::optional<NoticeView> notice_of(const Record& record) {
  if (!record.is_application) return std::nullopt;
  const NoticeWording wording(record);
  NoticeView out = wording.view();
  for (const Finding& finding : record.findings) {
    if (finding.is_waived()) continue;
    const Decided made = decided(record.decisions, finding);
    const bool is_decided = made.decision != nullptr && made.is_current;
    const bool is_returned = is_decided && made.decision->treatment == Treatment::send_back;
    const bool is_accepted = is_decided && made.decision->treatment == Treatment::accept;
    const bool is_failure = finding.status == Status::fail && !is_accepted;
    if (!is_returned && !is_failure) continue;
    const bool is_defect = is_returned || finding.level == Level::error;
    std::size_t& count = is_defect ? out.defects_count : out.advice_count;
    if (++count > kListedItems) continue;
    (is_defect ? out.defects : out.advice)
        .push_back(wording.item(finding, is_returned ? made.decision : nullptr));
  }
  if (out.defects_count == 0) return std::nullopt;
  out.defects_rest = wording.rest("notice.defects-rest", out.defects_count);
  out.advice_rest = wording.rest("notice.advice-rest", out.advice_count);
  return out;
}

}  // namespace biaoshen
