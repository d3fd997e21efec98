#include "extractors/finders/finder_fact.h"

#include <algorithm>
#include <utility>

#include "extractors/dates/look_alike_date.h"
#include "extractors/finders/day_of_publication.h"
#include "extractors/finders/firmness.h"
#include "extractors/finders/quote.h"
#include "extractors/numbers/look_alikes.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// 自发布之日起实施 means the day of publication that the same document prints.
void resolve(TypedValue& value, const FactPlace& at, std::string_view wording) {
  const auto published = day_of_publication(at.file, at.part, at.page);
  const auto date = published ? resolve_relative(wording, *published) : std::nullopt;
  if (!date) return;
  value.value = to_string(*date);
  value.typed = *date;
  value.details.emplace_back("from", to_string(*published));
}

// Recognised print that the grammar does not read as it stands is read with look-alikes exchanged.
void repair(std::vector<TypedValue>& values, std::string_view print, ValueType type) {
  const bool read = std::any_of(values.begin(), values.end(),
                                [](const TypedValue& value) { return value.doubt.empty(); });
  if (read || values.front().value.empty() || values.front().doubt == "placeholder") return;
  if (type == ValueType::number) {
    if (auto number = repair_look_alikes(print)) values = {typed_number(*number)};
  } else if (type == ValueType::date) {
    if (auto date = repair_date(print))
      values = {{to_string(*date), *date, "repaired", 0, print.size()}};
  }
}

}  // namespace

Fact fact_at(const FactPlace& at, std::size_t begin, std::size_t end, TypedValue value,
             ValueType type) {
  const bool recognised = is_recognised(at.page, begin, end);
  value = with_firmness(at.page, begin, end, std::move(value), at.published, type);
  Fact fact;
  fact.name = at.spec.name;
  fact.material = at.part.material;
  fact.quote = quote_of(at.file, at.page, begin, end);
  if (recognised) fact.quote.confidence = confidence_in(value, fact.quote.confidence);
  fact.value = std::move(value.value);
  fact.typed = std::move(value.typed);
  fact.details = std::move(value.details);
  fact.doubt = std::move(value.doubt);
  // That a recognised label has nothing beside it may be handwriting that was not.
  if (fact.doubt.empty() && recognised && fact.value.empty()) fact.doubt = "ocr";
  if (fact.doubt.empty() && at.page.is_suspect()) fact.doubt = "text-suspect";
  return fact;
}

std::vector<Fact> facts_of_field(const FactPlace& at, const Field& field, ValueType type,
                                 DateRole role) {
  const std::string_view print =
      std::string_view(at.page.text).substr(field.value_begin, field.value_end - field.value_begin);
  std::vector<TypedValue> values = read_value(print, type, {role, field.piece, field.pieces});
  if (is_recognised(at.page, field.value_begin, field.value_end)) repair(values, print, type);
  std::vector<Fact> facts;
  for (TypedValue& value : values) {
    if (value.begin == value.end) {
      facts.push_back(fact_at(at, field.label_begin, field.label_end, std::move(value)));
      continue;
    }
    const std::size_t begin = field.value_begin + value.begin;
    const std::size_t end = field.value_begin + value.end;
    if (value.doubt == "relative") resolve(value, at, print);
    facts.push_back(fact_at(at, begin, end, std::move(value), type));
  }
  return facts;
}

std::string_view parameter(const FactSpec& spec, std::string_view name) {
  const auto found = spec.parameters.find(name);
  return found == spec.parameters.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string_view> split_list(std::string_view list, char separator) {
  std::vector<std::string_view> parts;
  for (std::string_view part : split(list, separator)) {
    if (part = trim(part); !part.empty()) parts.push_back(part);
  }
  return parts;
}

std::vector<std::string_view> list_parameter(const FactSpec& spec, std::string_view name) {
  return split_list(parameter(spec, name), '|');
}

}  // namespace biaoshen
