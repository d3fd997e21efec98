#include "pipeline/app/inspect_parts.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string>
#include <utility>

#include "extractors/finders/cover_finder.h"
#include "extractors/finders/firmness.h"
#include "extractors/finders/platform_finder.h"

namespace biaoshen {
namespace {

Json json_of(const Box& box) {
  return {rounded(box.left), rounded(box.top), rounded(box.right), rounded(box.bottom)};
}

bool is_firm(const Fact& fact) {
  return fact.doubt.empty() || fact.doubt == "founder";
}

bool is_date(std::string_view field) {
  return field == "published" || field == "implemented" || field == "disclosed" ||
         field == "abolished";
}

// The facts of one file that is no part of a dossier, asked for by name.
class Facts {
 public:
  explicit Facts(const File& file) : file_(file) {
    part_.last_page = static_cast<std::uint32_t>(file.document.pages.size());
  }
  std::vector<Fact> of(const StandardCover& cover, const std::string& field) {
    spec_.name = field;
    return facts_of_cover(file_, part_, spec_, cover, field);
  }
  std::vector<Fact> of(const PlatformPage& page, const std::string& field) {
    spec_.name = field;
    return facts_of_platform(file_, part_, spec_, page, field);
  }

 private:
  const File& file_;
  Part part_;
  FactSpec spec_;
};

// What is read as a number or a date must be one; anything else is no value. A number that was
// recognised and lacks its year has most likely lost it on the way (370.22023).
bool has_value(const std::string& field, const Fact& fact) {
  if (fact.value.empty() || fact.doubt == "placeholder") return false;
  if (field == "number") {
    const auto* number = std::get_if<StandardNumber>(&fact.typed);
    return number != nullptr &&
           (fact.quote.origin != Origin::ocr || is_firm(fact) || !number->year.empty());
  }
  return !is_date(field) || std::holds_alternative<Date>(fact.typed);
}

Json values_of(const std::vector<Fact>& facts) {
  Json out = Json::array();
  for (const Fact& fact : facts) out.push_back(fact.value);
  return out;
}

Json first_of(const std::vector<Fact>& facts, const std::string& field) {
  for (const Fact& fact : facts)
    if (has_value(field, fact)) return fact.value;
  return nullptr;
}

// A field that a cover or page of this kind has, and that was not read of a picture, is open.
void add_unread(Json& review, const Page& page, const Json& fields,
                std::initializer_list<const char*> names) {
  if (!has_recognised_words(page)) return;
  for (const char* name : names) {
    const bool read = fields.contains(name) && fields[name].is_string() && fields[name] != "";
    const bool named = std::find(review.begin(), review.end(), Json(name)) != review.end();
    if (!read && !named) review.push_back(name);
  }
}

// A value, where it stands and what is open about it.
Json place_json(const Fact& fact) {
  Json out = Json::object();
  add_place(out, fact.quote);
  if (!fact.doubt.empty()) out["doubt"] = fact.doubt;
  for (const auto& [name, text] : fact.details) out[name] = text;
  return out;
}

}  // namespace

double rounded(double value) {
  return std::round(value * 10) / 10;
}

void add_place(Json& out, const Quote& quote) {
  out["page"] = quote.page;
  if (const auto* on = std::get_if<OnPage>(&quote.place)) out["box"] = json_of(on->box);
  if (const auto* in = std::get_if<InImage>(&quote.place)) {
    out["image"] = in->image == 0 ? 0 : in->image - 1;
    out["box"] = json_of(in->box);
  }
  if (!quote.cell.empty()) out["cell"] = quote.cell;
  out["quote"] = quote.text;
  out["origin"] = name_of(quote.origin);
  out["confidence"] = quote.confidence / 100.0;
}

Json cover_json(const File& file, const StandardCover& cover) {
  // Members of the output and the finder's names for them.
  constexpr std::pair<const char*, const char*> kFields[] = {{"number", "number"},
                                                             {"title", "title"},
                                                             {"title_en", "title-en"},
                                                             {"published", "published"},
                                                             {"implemented", "implemented"},
                                                             {"issuer", "issuer"},
                                                             {"replaces", "replaced"},
                                                             {"ics", "ics"},
                                                             {"ccs", "ccs"},
                                                             {"draft_marks", "draft"}};
  Facts facts(file);
  Json out, review = Json::array(), places = Json::object();
  for (const auto& [member, name] : kFields) {
    const std::vector<Fact> found = facts.of(cover, name);
    const std::string field = member;
    if (field == "number") {
      out["number"] = first_of(found, field);
      out["numbers"] = values_of(found);
    } else if (field == "replaces" || field == "ics" || field == "draft_marks") {
      out[field] = values_of(found);
    } else if (field == "issuer") {
      std::string issuers;
      for (const Fact& one : found) issuers += (issuers.empty() ? "" : " / ") + one.value;
      out[field] = issuers.empty() ? Json() : Json(issuers);
    } else {
      out[field] = first_of(found, field);
    }
    if (!std::all_of(found.begin(), found.end(), is_firm)) review.push_back(field);
    if (!found.empty()) places[field] = place_json(found.front());
  }
  out["printed"] = cover.is_printed;
  add_unread(review, file.document.pages[cover.page - 1], out,
             {"number", "title", "published", "implemented", "issuer"});
  out["review"] = review;
  out["places"] = places;
  return out;
}

Json platform_json(const File& file, const PlatformPage& page) {
  Json fields = Json::object(), review = Json::array(), places = Json::object();
  Facts facts(file);
  for (const auto& [name, field] : page.fields) {
    const std::vector<Fact> found = facts.of(page, name);
    const auto read = std::find_if(found.begin(), found.end(), [&wanted = name](const Fact& fact) {
      return has_value(wanted, fact);
    });
    const bool filled = !field.print().empty();
    const bool unread = filled || (!found.empty() && found.front().quote.origin == Origin::ocr);
    fields[name] = read != found.end() ? Json(read->value) : unread ? Json() : Json("");
    if (!std::all_of(found.begin(), found.end(), is_firm)) review.push_back(name);
    if (read != found.end()) places[name] = place_json(*read);
  }
  const Page& first = file.document.pages[page.page - 1];
  if (page.view == "detail")
    add_unread(review, first, fields, {"status", "number", "published", "implemented"});
  Json out{{"platform", page.platform}, {"view", page.view}, {"page", page.page}};
  const bool picture = first.lines.empty() || first.source == Source::ocr;
  if (page.image || picture) out["image"] = page.image.value_or(0);
  out["fields"] = fields;
  out["review"] = review;
  out["places"] = places;
  return out;
}

}  // namespace biaoshen
