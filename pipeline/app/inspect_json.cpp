#include "pipeline/app/inspect_json.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "extractors/dates/date_grammar.h"
#include "extractors/finders/normative_references.h"
#include "extractors/finders/platform_page.h"
#include "extractors/finders/quote.h"
#include "extractors/finders/standard_cover.h"
#include "extractors/numbers/number_grammar.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) { return std::round(value * 10) / 10; }

// Members that tell where a quote stands; those that do not apply are absent.
void add_place(Json& out, const Quote& quote) {
  out["page"] = quote.page;
  if (const auto* on = std::get_if<OnPage>(&quote.place))
    out["box"] = {rounded(on->box.left), rounded(on->box.top), rounded(on->box.right), rounded(on->box.bottom)};
  if (!quote.cell.empty()) out["cell"] = quote.cell;
  out["quote"] = quote.text;
  out["origin"] = name_of(quote.origin);
  out["confidence"] = quote.confidence / 100.0;
}

// The first value, or null.
template <typename Row, typename Value>
Json first_of(const std::vector<Row>& rows, Value value) {
  return rows.empty() ? Json() : value(rows.front());
}

Json dates_first(const std::vector<CoverDate>& dates) {
  for (const CoverDate& date : dates)
    if (date.value) return to_string(*date.value);
  return nullptr;
}

Json cover_json(const StandardCover& cover) {
  const auto text = [](const CoverText& t) { return Json(t.value); };
  Json numbers = Json::array(), replaces = Json::array(), ics = Json::array(), drafts = Json::array();
  for (const CoverNumber& one : cover.numbers) numbers.push_back(one.number.display);
  for (const CoverNumber& one : cover.replaced) replaces.push_back(one.number.display);
  for (const CoverText& one : cover.ics) ics.push_back(one.value);
  for (const CoverText& one : cover.draft_marks) drafts.push_back(one.value);
  std::string issuers;
  for (const CoverText& one : cover.issuers) issuers += (issuers.empty() ? "" : " / ") + one.value;
  Json out;
  out["number"] = numbers.empty() ? Json() : numbers.front();
  out["numbers"] = numbers;
  out["title"] = first_of(cover.titles, text);
  out["title_en"] = first_of(cover.titles_en, text);
  out["published"] = dates_first(cover.published);
  out["implemented"] = dates_first(cover.implemented);
  out["issuer"] = issuers.empty() ? Json() : Json(issuers);
  out["replaces"] = replaces;
  out["ics"] = ics;
  out["ccs"] = first_of(cover.ccs, text);
  out["draft_marks"] = drafts;
  out["printed"] = cover.is_printed;
  return out;
}

// Roles that the cover and the list of references give to ranges of pages.
class Roles {
 public:
  Roles(const std::optional<StandardCover>& cover, const std::vector<CitedNumber>& cited) {
    if (cover) {
      for (const CoverNumber& one : cover->numbers) own_keys_.push_back(one.number.key);
      for (const CoverNumber& one : cover->replaced) replaced_[{cover->page, one.span.begin}] = true;
    }
    for (const CitedNumber& one : cited) cited_[{one.page->number, one.begin}] = true;
  }
  NumberRole of(const Page& page, const FoundNumber& found) const {
    const std::pair<std::uint32_t, std::size_t> at{page.number, found.begin};
    if (replaced_.contains(at)) return NumberRole::replaced;
    if (cited_.contains(at)) return NumberRole::cited;
    if (std::find(own_keys_.begin(), own_keys_.end(), found.number.key) != own_keys_.end()) return NumberRole::own;
    return found.number.role;
  }

 private:
  std::vector<std::string> own_keys_;
  std::map<std::pair<std::uint32_t, std::size_t>, bool> replaced_, cited_;
};

Json number_json(const File& file, const Page& page, const FoundNumber& found, NumberRole role) {
  Json out{{"display", found.number.display}, {"key", found.number.key}, {"kind", name_of(found.number.kind)}, {"role", name_of(role)}};
  add_place(out, quote_of(file, page, found.begin, found.end));
  std::string doubt = doubt_of(page, found.begin, found.end);
  if (doubt.empty()) doubt = found.number.doubt;
  if (!doubt.empty()) out["doubt"] = doubt;
  if (found.number.repaired) out["repaired"] = true;
  return out;
}

Json date_json(const File& file, const Page& page, const FoundDate& found) {
  Json out{{"value", found.value ? Json(to_string(*found.value)) : Json()}, {"role", name_of(found.role)}};
  add_place(out, quote_of(file, page, found.begin, found.end));
  if (!found.doubt.empty()) out["doubt"] = found.doubt;
  return out;
}

// The value of a platform field in canonical form.
std::string canonical(const std::string& field, std::string_view print) {
  if (field == "number")
    if (const auto numbers = find_numbers(print); !numbers.empty()) return numbers.front().number.display;
  if (field == "published" || field == "implemented" || field == "disclosed")
    if (const auto dates = find_dates(print); !dates.empty() && dates.front().value) return to_string(*dates.front().value);
  return squeeze(print);
}

Json platform_json(const Document& document) {
  Json out = Json::array();
  for (const PlatformPage& page : find_platform_pages(document)) {
    Json fields = Json::object();
    for (const auto& [name, field] : page.fields) fields[name] = canonical(name, field.print());
    Json one{{"platform", page.platform}, {"view", page.view}, {"page", page.page}};
    if (document.pages[page.page - 1].lines.empty()) one["image"] = 0;
    one["fields"] = fields;
    out.push_back(one);
  }
  return out;
}

Json pages_json(const Document& document) {
  Json out = Json::array();
  for (const Page& page : document.pages) {
    Json one{{"page", page.number}, {"width", rounded(page.width)}, {"height", rounded(page.height)},
             {"source", name_of(page.source)}, {"text", page.text}};
    if (!page.reason.empty()) one["reason"] = page.reason;
    if (!page.title.empty()) one["title"] = page.title;
    out.push_back(one);
  }
  return out;
}

}  // namespace

Json inspect_json(const Dossier& dossier) {
  const File& file = dossier.files.front();
  const Document& document = file.document;
  const auto last = static_cast<std::uint32_t>(document.pages.size());
  const auto cover = find_standard_cover(document, 1, last);
  const auto cited = find_normative_references(document, 1, last);
  const Roles roles(cover, cited);

  Json problems = Json::array(), cited_numbers = Json::array(), numbers = Json::array(), dates = Json::array();
  for (const Problem& problem : document.problems)
    problems.push_back({{"kind", problem.kind}, {"page", problem.page == 0 ? Json() : Json(problem.page)}, {"detail", problem.detail}});
  for (const CitedNumber& one : cited) cited_numbers.push_back(one.number.display);
  for (const Page& page : document.pages) {
    for (const FoundNumber& found : find_numbers(page.text)) numbers.push_back(number_json(file, page, found, roles.of(page, found)));
    for (const FoundDate& found : find_dates(page.text)) dates.push_back(date_json(file, page, found));
  }
  Json out;
  out["schema"] = "biaoshen/inspect/1";
  out["file"] = file.path;
  out["format"] = document.format;
  out["sha256"] = file.sha256;
  out["status"] = name_of(document.status);
  out["problems"] = problems;
  out["pages"] = pages_json(document);
  out["material"] = dossier.parts.empty() ? "other" : dossier.parts.front().material;
  out["cover"] = cover ? cover_json(*cover) : Json();
  out["cited"] = cited_numbers;
  out["standard_numbers"] = numbers;
  out["dates"] = dates;
  out["platform_pages"] = platform_json(document);
  return out;
}

}  // namespace biaoshen
