#include "pipeline/app/inspect_json.h"

#include <algorithm>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "extractors/dates/date_grammar.h"
#include "extractors/finders/firmness.h"
#include "extractors/finders/normative_references.h"
#include "extractors/finders/quote.h"
#include "extractors/numbers/number_grammar.h"
#include "pipeline/app/inspect_parts.h"
#include "pipeline/base/unseen.h"

namespace biaoshen {
namespace {

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

// A doubt in short, and the print or the reading that stands against it.
void add_doubt(Json& out, const TypedValue& value) {
  if (!value.doubt.empty()) out["doubt"] = value.doubt;
  for (const auto& [name, text] : value.details) out[name] = text;
}

Json number_json(const File& file, const Page& page, const FoundNumber& found, NumberRole role,
                 std::optional<int> published) {
  const TypedValue value =
      with_firmness(page, found.begin, found.end, typed_number(found), published);
  const StandardNumber& number = std::get<StandardNumber>(value.typed);
  Json out{{"display", number.display},
           {"key", number.key},
           {"kind", name_of(number.kind)},
           {"role", name_of(role)}};
  Quote quote = quote_of(file, page, found.begin, found.end);
  if (quote.origin == Origin::ocr) quote.confidence = confidence_in(value, quote.confidence);
  add_place(out, quote);
  add_doubt(out, value);
  if (page.is_suspect() && value.doubt.empty()) out["doubt"] = "text-suspect";
  if (found.number.repaired) out["repaired"] = true;
  return out;
}

Json date_json(const File& file, const Page& page, const FoundDate& found) {
  TypedValue value{found.value ? to_string(*found.value) : "", {}, found.doubt};
  if (found.value) value.typed = *found.value;
  value = with_firmness(page, found.begin, found.end, std::move(value));
  Json out{{"value", found.value ? Json(to_string(*found.value)) : Json()},
           {"role", name_of(found.role)}};
  Quote quote = quote_of(file, page, found.begin, found.end);
  if (quote.origin == Origin::ocr) quote.confidence = confidence_in(value, quote.confidence);
  add_place(out, quote);
  add_doubt(out, value);
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
    return with_unseen_escaped(value.dump(-1, ' ', false, Json::error_handler_t::replace));
  }
  std::ostream& key(std::string_view name) {
    out_ << (first_member_ ? "\n " : ",\n ") << '"' << name << "\": ";
    first_member_ = false;
    return out_;
  }

  std::ostream& out_;
  bool first_member_ = true, first_element_ = true;
};

void write_readings(ObjectWriter& writer, const File& file, const Roles& roles,
                    const std::optional<StandardCover>& cover) {
  writer.begin_array("standard_numbers");
  for (const Page& page : file.document.pages)
    for (const FoundNumber& found : find_numbers(page.text)) {
      const NumberRole role = roles.of(page, found);
      const bool own = cover && cover->page == page.number && role == NumberRole::own;
      writer.element(
          number_json(file, page, found, role, own ? year_of_publication(*cover) : std::nullopt));
    }
  writer.end_array();
  writer.begin_array("dates");
  for (const Page& page : file.document.pages)
    for (const FoundDate& found : find_dates(page.text))
      writer.element(date_json(file, page, found));
  writer.end_array();
}

// The file that was named; the others were found in it.
std::size_t inspected(const Dossier& dossier) {
  std::size_t index = 0;
  while (index + 1 < dossier.files.size() && !dossier.files[index].container.empty()) ++index;
  return index;
}

std::string material_of(const Dossier& dossier, std::size_t file) {
  for (const Part& part : dossier.parts)
    if (part.file == file) return part.material;
  return "other";
}

Json problems_json(const Document& document) {
  Json problems = Json::array();
  for (const Problem& problem : document.problems)
    problems.push_back({{"kind", problem.kind},
                        {"page", problem.page == 0 ? Json() : Json(problem.page)},
                        {"detail", problem.detail}});
  return problems;
}

Json members_json(const Dossier& dossier) {
  Json members = Json::array();
  for (const File& file : dossier.files) {
    if (file.container.empty()) continue;
    members.push_back({{"path", file.path},
                       {"format", file.document.format},
                       {"bytes", file.bytes},
                       {"sha256", file.sha256},
                       {"pages", file.document.pages.size()},
                       {"status", name_of(file.document.status)},
                       {"problems", problems_json(file.document)}});
  }
  return members;
}

}  // namespace

void write_inspect(std::ostream& out, const Dossier& dossier) {
  const std::size_t index = inspected(dossier);
  const File& file = dossier.files[index];
  const Document& document = file.document;
  const auto last = static_cast<std::uint32_t>(document.pages.size());
  const auto cover = find_standard_cover(document, 1, last);
  const auto cited = find_normative_references(document, 1, last);

  Json cited_numbers = Json::array(), platforms = Json::array();
  for (const CitedNumber& one : cited) cited_numbers.push_back(one.number.display);
  for (const PlatformPage& page : find_platform_pages(document))
    platforms.push_back(platform_json(file, page));

  ObjectWriter writer(out);
  writer.member("schema", "biaoshen/inspect/1");
  writer.member("file", file.path);
  writer.member("format", document.format);
  writer.member("sha256", file.sha256);
  writer.member("status", name_of(document.status));
  writer.member("engines", document.engines);
  writer.member("problems", problems_json(document));
  writer.member("members", members_json(dossier));
  writer.begin_array("pages");
  for (const Page& page : document.pages) writer.element(page_json(page));
  writer.end_array();
  writer.member("material", material_of(dossier, index));
  writer.member("cover", cover ? cover_json(file, *cover) : Json());
  writer.member("cited", cited_numbers);
  write_readings(writer, file, Roles(cover, cited), cover);
  writer.member("platform_pages", platforms);
  writer.end();
}

}  // namespace biaoshen
