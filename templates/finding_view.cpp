// Findings and their evidence in words.
#include <algorithm>
#include <cmath>
#include <set>

#include "pipeline/base/text.h"
#include "pipeline/model/thumbnail.h"
#include "templates/shown_text.h"
#include "templates/view_parts.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestQuote = 500;  // code points; dossier.json has the rest
constexpr std::size_t kListedFiles = 60;
constexpr std::size_t kContexts = 12;  // of one finding
constexpr std::size_t kSecondReading = 80;
constexpr std::uint8_t kLowConfidence = 80;
constexpr std::size_t kListedEvidence = 100;

std::string point(float value) {
  return std::isfinite(value) && std::abs(value) < 1e7F ? std::to_string(std::lround(value)) : "?";
}

// Page or cell: enough to find it by eye.
std::string short_place_in_words(const ViewSource& source, const Quote& quote) {
  if (!quote.cell.empty())
    return source.in_words("evidence.cell", {{"cell", source.brief(quote.cell, kLongestLine)}});
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

bool is_low(const Quote& quote) {
  return quote.origin == Origin::ocr && quote.confidence < kLowConfidence;
}

std::string origin_in_words(const ViewSource& source, const Quote& quote) {
  const std::string key = "origin." + std::string(name_of(quote.origin));
  return source.in_words(is_low(quote) ? "origin.ocr-low" : key,
                         {{"confidence", std::to_string(quote.confidence)}});
}

const Page* page_of(const ViewSource& source, const Quote& quote) {
  const File* file = source.file(quote.file);
  if (file == nullptr || quote.page == 0 || quote.page > file->document.pages.size())
    return nullptr;
  return &file->document.pages[quote.page - 1];
}

// Where the quote is on the small picture of its page. Its box comes from a process that is not
// trusted and is kept within the page.
SpotView spot_view(const ViewSource& source, const Quote& quote, const Page& page) {
  const Spot spot = spot_of(quote, page);
  const std::string name = thumbnail_name(quote.file, quote.page, spot.image);
  if (!spot.is_known() || !source.review.crops.contains(name)) return {};
  SpotView out;
  out.thumbnail = name;
  out.width = std::max(1L, std::lround(spot.width));
  out.height = std::max(1L, std::lround(spot.height));
  const auto within = [](float at, long most) {
    return at > 0 ? std::lround(std::min(at, static_cast<float>(most))) : 0;
  };
  out.left = within(spot.place.left, out.width);
  out.top = within(spot.place.top, out.height);
  out.wide = std::max(1L, within(spot.place.right, out.width) - out.left);
  out.high = std::max(1L, within(spot.place.bottom, out.height) - out.top);
  out.alt =
      source.in_words(spot.image == 0 ? "evidence.spot" : "evidence.spot-picture",
                      {{"page", std::to_string(quote.page)},
                       {"across", std::to_string(100 * (out.left + out.wide / 2) / out.width)},
                       {"down", std::to_string(100 * (out.top + out.high / 2) / out.height)}});
  return out;
}

// What the engine that knows nothing of the first read in that place.
std::string second_reading(const ViewSource& source, const Quote& quote, const Page& page) {
  if (quote.origin != Origin::ocr || page.second_readings.empty()) return {};
  const auto [begin, end] = range_of(quote, page);
  for (const SecondReading& reading : page.second_readings) {
    if (reading.end <= begin || reading.begin >= end) continue;
    if (reading.text.empty()) return source.in_words("evidence.second-nothing");
    if (reading.text == page.text.substr(reading.begin, reading.end - reading.begin))
      return source.in_words("evidence.second-same");
    return source.in_words("evidence.second",
                           {{"text", source.brief(reading.text, kSecondReading)}});
  }
  return {};
}

EvidenceView view_of(const ViewSource& source, const Quote& quote) {
  EvidenceView out;
  out.file = source.link(quote.file);
  out.place = place_in_words(source, quote);
  out.short_place = short_place_in_words(source, quote);
  out.origin = origin_in_words(source, quote);
  out.is_ocr = quote.origin == Origin::ocr;
  out.is_low = is_low(quote);
  const Shortened text = shortened(masked(quote.text, source.personal_data), kLongestQuote);
  out.quote = trim(text.text).empty() ? source.in_words("evidence.empty") : text.text;
  if (text.cut)
    out.cut =
        source.in_words("evidence.cut", {{"count", std::to_string(count_code_points(quote.text))}});
  const Page* page = page_of(source, quote);
  if (page != nullptr) {
    out.spot = spot_view(source, quote, *page);
    out.second = second_reading(source, quote, *page);
  }
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
  if (search.files.size() == source.reviewed_files() && search.files.size() <= kListedFiles)
    return source.in_words("search.all-files", {{"count", count}});
  if (search.files.size() <= kListedFiles)
    return source.in_words("search.files", {{"count", count}});
  return source.in_words("search.first-files",
                         {{"count", count}, {"shown", std::to_string(kListedFiles)}});
}

UnreadView unread_view(const ViewSource& source, const File& file) {
  UnreadView out{source.link(file.id), {}};
  const auto problems = problem_views(source, file.document.problems);
  out.why = problems.empty()
                ? source.in_words("file.status." + std::string(name_of(file.document.status)))
                : problems.front().what;
  return out;
}

EvidenceView view_of(const ViewSource& source, const Search& search) {
  EvidenceView out;
  out.is_search = true;
  out.sought = source.brief(source.title_of(search.sought), kLongestLine);
  out.scope = scope_in_words(source, search);
  out.conclusion = source.in_words(search.complete ? "search.complete" : "search.incomplete");
  for (const std::string& id : search.files) {
    if (out.searched.size() < kListedFiles) out.searched.push_back(source.link(id));
    const File* file = source.file(id);
    if (file != nullptr && !is_read_in_full(*file) && out.unread.size() < kListedFiles)
      out.unread.push_back(unread_view(source, *file));
  }
  return out;
}

// Quotes of one table that have no picture, as indexes of the evidence; or one other quote.
struct Together {
  const Page* page;
  const Grid* table;  // null: running text
  std::vector<std::size_t> pieces;
};

// Pages of context would bury the finding: its first quotes without a picture have one.
std::vector<Together> without_picture(const ViewSource& source, const Finding& finding,
                                      const FindingView& view) {
  std::vector<Together> out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < view.evidence.size() && count < kContexts; ++i) {
    const auto* quote = std::get_if<Quote>(&finding.evidence[i]);
    const Page* page = quote == nullptr ? nullptr : page_of(source, *quote);
    if (page == nullptr || !view.evidence[i].crop.empty()) continue;
    ++count;
    const Grid* table = table_of(*quote, *page);
    const auto same = std::ranges::find_if(
        out, [&](const Together& one) { return table != nullptr && one.table == table; });
    if (same == out.end()) {
      out.push_back({page, table, {i}});
    } else {
      same->pieces.push_back(i);
    }
  }
  return out;
}

// Where the page and the worksheet are named already: E17, 第 16 段.
std::string place_in_table(const ViewSource& source, const Quote& quote) {
  if (!quote.cell.empty())
    return source.brief(quote.cell.substr(quote.cell.rfind('!') + 1), kLongestLine);
  const auto* flow = std::get_if<InFlow>(&quote.place);
  if (flow == nullptr) return place_in_words(source, quote);
  return source.in_words("evidence.paragraph", {{"paragraph", std::to_string(flow->paragraph)}});
}

// A table that several quotes stand in is shown once, with all of them marked.
void add_contexts(const ViewSource& source, const Finding& finding, FindingView& view) {
  std::set<std::size_t> shown_above;
  for (const Together& one : without_picture(source, finding, view)) {
    EvidenceView& first = view.evidence[one.pieces.front()];
    std::vector<const Quote*> quotes;
    for (const std::size_t i : one.pieces) {
      const Quote& quote = std::get<Quote>(finding.evidence[i]);
      if (i != one.pieces.front()) {
        shown_above.insert(i);
        const std::string place = place_in_table(source, quote);
        if (!first.place.ends_with(place)) first.place += source.in_words("list") + place;
      }
      quotes.push_back(&quote);
    }
    first.context = one.table != nullptr
                        ? table_view(quotes, *one.table, *one.page, source.personal_data)
                        : paragraph_view(*quotes.front(), *one.page, source.personal_data);
  }
  std::vector<EvidenceView> kept;
  for (std::size_t i = 0; i < view.evidence.size(); ++i)
    if (!shown_above.contains(i)) kept.push_back(std::move(view.evidence[i]));
  view.evidence = std::move(kept);
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
  const auto shown = [&](const std::string& text) { return source.brief(text, kLongestLine); };
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
                          {"from", source.brief(deviation.from, kLongestLine)},
                          {"to", source.brief(deviation.to, kLongestLine)},
                          {"reason", source.brief(deviation.reason, kLongestLine)}});
}

FindingView finding_view(const ViewSource& source, const Finding& finding, std::size_t number) {
  FindingView out;
  out.number = std::to_string(number);
  out.rule = finding.rule;
  out.title = finding.title.in(source.language);
  out.message = source.brief(finding.message.in(source.language), kLongestText);
  out.remedy = source.brief(finding.remedy.in(source.language), kLongestText);
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
  if (is_failure || finding.status == Status::review) add_contexts(source, finding, out);
  if (const std::size_t rest = finding.evidence.size() - listed; rest > 0)
    out.unlisted = source.in_words("evidence.unlisted", {{"count", std::to_string(rest)}});
  if (finding.waiver) out.waiver = waiver_in_words(source, *finding.waiver);
  out.digest = finding.evidence_sha256.substr(0, 16);
  out.evidence_sha256 = finding.evidence_sha256;
  out.to_decide = needs_decision(finding);
  add_policy(source, out);
  return out;
}

}  // namespace biaoshen
