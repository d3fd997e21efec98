#include "templates/json/evidence_json.h"

#include <cmath>

#include "pipeline/base/text.h"
#include "pipeline/base/unseen.h"

namespace biaoshen {
namespace {

// A tenth of a point is finer than any printer. Boxes come from a process that is not trusted.
Json tenths(float points) {
  if (!std::isfinite(points) || std::abs(points) > 1e7F) return 0;
  return json_number(static_cast<double>(std::llround(static_cast<double>(points) * 10)) / 10.0);
}

Json json_of_box(const Box& box) {
  return {tenths(box.left), tenths(box.top), tenths(box.right), tenths(box.bottom)};
}

Json json_of_quote(const Quote& quote) {
  Json out{{"file", quote.file}};
  if (quote.page > 0) out["page"] = quote.page;
  if (const auto* on_page = std::get_if<OnPage>(&quote.place))
    out["box"] = json_of_box(on_page->box);
  if (const auto* in = std::get_if<InImage>(&quote.place)) {
    out["picture"] = in->image == 0 ? 0 : in->image - 1;
    out["box"] = json_of_box(in->box);
  }
  if (const auto* flow = std::get_if<InFlow>(&quote.place)) out["paragraph"] = flow->paragraph;
  if (!quote.cell.empty()) out["cell"] = quote.cell;
  out["quote"] = quote.text;
  out["origin"] = name_of(quote.origin);
  out["confidence"] = json_number(quote.confidence / 100.0);
  if (!quote.image.empty()) out["image"] = quote.image;
  return out;
}

Json json_of_search(const Search& search) {
  return {{"sought", search.sought}, {"files", search.files}, {"complete", search.complete}};
}

}  // namespace

Json json_of(const Evidence& evidence) {
  const auto* quote = std::get_if<Quote>(&evidence);
  return quote != nullptr ? json_of_quote(*quote) : json_of_search(std::get<Search>(evidence));
}

Json json_of(const Citation& cite) {
  return {{"instrument", cite.instrument}, {"clause", cite.clause}, {"quote", cite.quote}};
}

Json json_number(double value) {
  if (!std::isfinite(value)) return nullptr;
  if (std::trunc(value) == value && std::abs(value) < 1e15) return std::llround(value);
  return value;
}

std::string json_text(const Json& json) {
  const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
  // An applicant's "<script>" stays harmless even where someone pastes the file into a page.
  return with_unseen_escaped(replace_all(text, "<", "\\u003c")) + "\n";
}

}  // namespace biaoshen
