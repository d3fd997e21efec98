// The fields of an application form: which are there, and whether somebody filled
// them in. One fact a field, for the rules that ask for completeness.
//
// It refuses to say which fields a form must have; the profile lists them.
//
// Tested by tests/finders/form_finder_test.cpp.
#include "extractors/finders/form_finder.h"

#include <string>
#include <string_view>

#include "extractors/finders/field_value.h"
#include "extractors/finders/finder_fact.h"
#include "extractors/finders/firmness.h"
#include "extractors/finders/quote.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

struct AskedLabel {
  std::string_view label;
  std::string_view group;  // the first label of its group: the field's name
};

// 标准编号/编号|标准名称 -> three labels in two groups.
std::vector<AskedLabel> asked_labels(const FactSpec& spec) {
  std::vector<AskedLabel> asked;
  for (std::string_view group : list_parameter(spec, "fields")) {
    const auto labels = split_list(group, '/');
    for (std::string_view label : labels) asked.push_back({label, labels.front()});
  }
  return asked;
}

Fact field_fact(const FactPlace& at, const Field& field, std::string_view group) {
  const std::string_view text = at.page.text;
  const auto print = text.substr(field.value_begin, field.value_end - field.value_begin);
  const auto label = text.substr(field.label_begin, field.label_end - field.label_begin);
  Fact fact = facts_of_field(at, field, ValueType::text, DateRole::other).front();
  fact.details = {{"label", std::string(group)},
                  {"state", std::string(name_of(state_of(print)))},
                  {"printed", squeeze(label)}};
  return fact;
}

// 法定代表人（签字）, 申报单位（盖章）: a place to sign or seal on paper. Left open in the
// file it is no field that somebody forgot; whether it is sealed is another question.
bool is_place_to_sign(std::string_view text, const Field& field) {
  constexpr std::size_t kHint = 48;  // bytes: a bracket of fifteen characters
  const std::string after = bare(text.substr(field.label_end, kHint));
  const std::string label =
      bare(text.substr(field.label_begin, field.label_end - field.label_begin));
  const std::string hint =
      after.starts_with("(") ? after.substr(0, after.find(')')) : std::string();
  for (std::string_view word : {"签字", "签章", "签名", "盖章", "公章"})
    if (contains(hint, word) || contains(label, word)) return true;
  return false;
}

}  // namespace

std::vector<Fact> find_form(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const auto asked = asked_labels(spec);
  std::vector<std::string_view> labels;
  for (const AskedLabel& one : asked) labels.push_back(one.label);
  const LabelBook exact(labels), recognised(labels, Spelling::recognised);
  std::vector<Fact> facts;
  for (const Page* page : pages_of(dossier, part)) {
    const FactPlace at{file_of(dossier, part), part, *page, spec};
    const LabelBook& book = has_recognised_words(*page) ? recognised : exact;
    for (const Field& field : find_fields(*page, book)) {
      Fact fact = field_fact(at, field, asked[field.wanted].group);
      if (*fact.detail("state") != "filled" && is_place_to_sign(page->text, field)) continue;
      facts.push_back(std::move(fact));
    }
  }
  return facts;
}

}  // namespace biaoshen
