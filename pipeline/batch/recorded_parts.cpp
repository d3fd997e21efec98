#include "pipeline/batch/recorded_parts.h"

#include <cmath>
#include <optional>

namespace biaoshen {
namespace {

std::optional<std::string> text_at(const JsonMember& json, std::string_view key) {
  const std::string text = json.at(key).text_or_nothing();
  return text.empty() ? std::nullopt : std::optional(text);
}

Box box_of(const JsonMember& json) {
  float edges[4] = {};
  std::size_t i = 0;
  for (const JsonMember& edge : json.list()) {
    const double value = edge.number();
    if (i < 4 && std::abs(value) < 1e7) edges[i] = static_cast<float>(value);
    ++i;
  }
  return {edges[0], edges[1], edges[2], edges[3]};
}

// The number of a cell is in its name, which is what people are shown.
Place place_of(const JsonMember& json) {
  if (json.has("box")) {
    const Box box = box_of(json.at("box"));
    if (!json.has("picture")) return OnPage{box};
    return InImage{json.at("picture").count() + 1, box};
  }
  if (json.has("paragraph")) return InFlow{json.at("paragraph").count()};
  return WholeFile{};
}

}  // namespace

Subject subject_of(const JsonMember& json) {
  Subject subject;
  subject.number = text_at(json, "number");
  subject.key = text_at(json, "key");
  subject.title = text_at(json, "title");
  subject.organization = text_at(json, "organization");
  subject.uscc = text_at(json, "uscc");
  subject.published = text_at(json, "published");
  subject.implemented = text_at(json, "implemented");
  subject.self_score = json.at("self_score").number_or_nothing();
  return subject;
}

Quote quote_of(const JsonMember& json, std::string& mistake) {
  Quote quote;
  quote.file = json.at("file").text();
  if (json.has("page")) quote.page = json.at("page").count();
  quote.place = place_of(json);
  if (json.has("cell")) quote.cell = json.at("cell").text();
  quote.text = json.at("quote").text();
  quote.origin = word_of(json.at("origin"), kOrigins, mistake);
  const double confidence = json.at("confidence").number();
  if (confidence >= 0 && confidence <= 1)
    quote.confidence = static_cast<std::uint8_t>(std::lround(confidence * 100));
  return quote;
}

Fact fact_of(const JsonMember& json, std::string& mistake) {
  Fact fact;
  fact.name = json.at("name").text();
  fact.value = json.at("value").text();
  fact.material = json.at("material").text();
  fact.quote = quote_of(json.at("evidence"), mistake);
  if (json.has("doubt")) fact.doubt = json.at("doubt").text();
  for (const auto& [key, value] : json.at("details").members())
    fact.details.emplace_back(key, value.text());
  return fact;
}

Evidence evidence_of(const JsonMember& json, std::string& mistake) {
  if (!json.has("sought")) return quote_of(json, mistake);
  Search search{json.at("sought").text(), {}, json.at("complete").truth()};
  for (const JsonMember& file : json.at("files").list()) search.files.push_back(file.text());
  return search;
}

}  // namespace biaoshen
