#include "pipeline/app/inspect_json.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

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

double rounded(double value) {
  return std::round(value * 10) / 10;
}

// Members that tell where a quote stands; those that do not apply are absent.
void add_place(Json& out, const Quote& quote) {
  out["page"] = quote.page;
  if (const auto* on = std::get_if<OnPage>(&quote.place))
    out["box"] = {rounded(on->box.left), rounded(on->box.top), rounded(on->box.right),
                  rounded(on->box.bottom)};
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
  Json numbers = Json::array(), replaces = Json::array(), ics = Json::array(),
       drafts = Json::array();
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
      for (const CoverNumber& one : cover->replaced)
        replaced_[{cover->page, one.span.begin}] = true;
    }
    for (const CitedNumber& one : cited) cited_[{one.page->number, one.begin}] = true;
  }
  NumberRole of(const Page& page, const FoundNumber& found) const {
    const std::pair<std::uint32_t, std::size_t> at{page.number, found.begin};
    if (replaced_.contains(at)) return NumberRole::replaced;
    if (cited_.contains(at)) return NumberRole::cited;
    if (std::find(own_keys_.begin(), own_keys_.end(), found.number.key) != own_keys_.end())
      return NumberRole::own;
    return found.number.role;
  }

 private:
  std::vector<std::string> own_keys_;
  std::map<std::pair<std::uint32_t, std::size_t>, bool> replaced_, cited_;
};

Json number_json(const File& file, const Page& page, const FoundNumber& found, NumberRole role) {
  Json out{{"display", found.number.display},
           {"key", found.number.key},
           {"kind", name_of(found.number.kind)},
           {"role", name_of(role)}};
  add_place(out, quote_of(file, page, found.begin, found.end));
  std::string doubt = doubt_of(page, found.begin, found.end);
  if (doubt.empty()) doubt = found.number.doubt;
  if (!doubt.empty()) out["doubt"] = doubt;
  if (found.number.repaired) out["repaired"] = true;
  return out;
}

Json date_json(const File& file, const Page& page, const FoundDate& found) {
  Json out{{"value", found.value ? Json(to_string(*found.value)) : Json()},
           {"role", name_of(found.role)}};
  add_place(out, quote_of(file, page, found.begin, found.end));
  if (!found.doubt.empty()) out["doubt"] = found.doubt;
  return out;
}

// The value of a platform field in canonical form.
std::string canonical(const std::string& field, std::string_view print) {
  if (field == "number")
    if (const auto numbers = find_numbers(print); !numbers.empty())
      return numbers.front().number.display;
  if (field == "published" || field == "implemented" || field == "disclosed")
    if (const auto dates = find_dates(print); !dates.empty() && dates.front().value)
      return to_string(*dates.front().value);
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

Json page_json(const Page& page) {
  Json one{{"page", page.number},
           {"width", rounded(page.width)},
           {"height", rounded(page.height)},
           {"source", name_of(page.source)},
           {"text", page.text}};
  if (!page.reason.empty()) one["reason"] = page.reason;
  if (!page.title.empty()) one["title"] = page.title;
  return one;
}

// An object written as it comes: members, and arrays whose elements come one by one.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::ostream& out) : out_(out) { out_ << "{"; }
  void member(std::string_view name, const Json& value) { key(name) << text_of(value); }
  void begin_array(std::string_view name) {
    key(name) << "[";
    first_element_ = true;
  }
  void element(const Json& value) {
    out_ << (first_element_ ? "\n  " : ",\n  ") << text_of(value);
    first_element_ = false;
  }
  void end_array() { out_ << "]"; }
  void end() { out_ << "\n}\n"; }

 private:
  static std::string text_of(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  std::ostream& key(std::string_view name) {
    out_ << (first_member_ ? "\n " : ",\n ") << '"' << name << "\": ";
    first_member_ = false;
    return out_;
  }

  std::ostream& out_;
  bool first_member_ = true, first_element_ = true;
};

void write_readings(ObjectWriter& writer, const File& file, const Roles& roles) {
  writer.begin_array("standard_numbers");
  for (const Page& page : file.document.pages)
    for (const FoundNumber& found : find_numbers(page.text))
      writer.element(number_json(file, page, found, roles.of(page, found)));
  writer.end_array();
  writer.begin_array("dates");
  for (const Page& page : file.document.pages)
    for (const FoundDate& found : find_dates(page.text))
      writer.element(date_json(file, page, found));
  writer.end_array();
}

}  // namespace

void write_inspect(std::ostream& out, const Dossier& dossier) {
  const File& file = dossier.files.front();
  const Document& document = file.document;
  const auto last = static_cast<std::uint32_t>(document.pages.size());
  const auto cover = find_standard_cover(document, 1, last);
  const auto cited = find_normative_references(document, 1, last);

  Json problems = Json::array(), cited_numbers = Json::array();
  for (const Problem& problem : document.problems)
    problems.push_back({{"kind", problem.kind},
                        {"page", problem.page == 0 ? Json() : Json(problem.page)},
                        {"detail", problem.detail}});
  for (const CitedNumber& one : cited) cited_numbers.push_back(one.number.display);

  ObjectWriter writer(out);
  writer.member("schema", "biaoshen/inspect/1");
  writer.member("file", file.path);
  writer.member("format", document.format);
  writer.member("sha256", file.sha256);
  writer.member("status", name_of(document.status));
  writer.member("problems", problems);
  writer.begin_array("pages");
  for (const Page& page : document.pages) writer.element(page_json(page));
  writer.end_array();
  writer.member("material", dossier.parts.empty() ? "other" : dossier.parts.front().material);
  writer.member("cover", cover ? cover_json(*cover) : Json());
  writer.member("cited", cited_numbers);
  write_readings(writer, file, Roles(cover, cited));
  writer.member("platform_pages", platform_json(document));
  writer.end();
}

}  // namespace biaoshen
