#include "checkers/subject.h"

#include "checkers/predicates/readings.h"

namespace biaoshen {
namespace {

const Fact* best(const CheckInput& input, std::string_view name) {
  const Readings readings = preferred(input, name);
  return readings.empty() ? nullptr : readings.front();
}

std::optional<std::string> text(const CheckInput& input, std::string_view name) {
  const Fact* fact = best(input, name);
  return fact == nullptr ? std::nullopt : std::optional(fact->value);
}

std::optional<std::string> date(const CheckInput& input, std::string_view name) {
  for (const Fact* fact : preferred(input, name)) {
    if (const Date* found = date_in(*fact)) return to_string(*found);
  }
  return std::nullopt;
}

}  // namespace

Subject subject_of(const CheckInput& input) {
  Subject subject;
  subject.number = text(input, "number");
  if (const Fact* fact = best(input, "number")) {
    if (const StandardNumber* number = number_in(*fact)) {
      subject.number = number->display;
      subject.key = number->key;
    }
  }
  subject.title = text(input, "title");
  subject.organization = text(input, "organization");
  subject.uscc = text(input, "uscc");
  subject.published = date(input, "published");
  subject.implemented = date(input, "implemented");
  if (const Fact* fact = best(input, "score")) {
    if (const double* points = decimal_in(*fact)) subject.self_score = *points;
  }
  return subject;
}

}  // namespace biaoshen
