#include "checkers/profile_sections.h"

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::string_view kStructures[] = {"standard-cover", "platform-page", "score-table"};
constexpr std::pair<std::string_view, Cue::Where> kWheres[] = {
    {"heading", Cue::Where::heading},
    {"body", Cue::Where::body},
    {"name", Cue::Where::name},
    {"structure", Cue::Where::structure}};
constexpr std::pair<std::string_view, bool> kYesNo[] = {{"no", false}, {"yes", true}};

Cue cue_of(const XmlNode& node, Mistakes& mistakes) {
  Cue cue;
  cue.where = word_of(node, "where", kWheres, mistakes);
  cue.phrase = node.text;
  const auto weight = whole_number(node.attribute("weight"));
  if (!weight) note(mistakes, node, "weight must be a whole number");
  cue.weight = weight.value_or(1);
  if (cue.phrase.empty()) note(mistakes, node, "an empty cue would fit everything");
  const KnownNames structures(std::begin(kStructures), std::end(kStructures));
  if (cue.where == Cue::Where::structure && !is_known(cue.phrase, structures)) {
    note(mistakes, node,
         "there is no structure " + in_quotes(cue.phrase) + did_you_mean(cue.phrase, structures));
  }
  return cue;
}

// Whether the finder is there and takes these parameters.
void check_finder(const XmlNode& node, const FactSpec& fact, std::span<const FinderRow> finders,
                  Mistakes& mistakes) {
  KnownNames known;
  const FinderRow* found = nullptr;
  for (const FinderRow& row : finders) {
    known.push_back(row.name);
    if (row.name == fact.finder) found = &row;
  }
  const std::string name = in_quotes(fact.finder);
  if (found == nullptr) {
    note(mistakes, node, "there is no finder " + name + did_you_mean(fact.finder, known));
  } else {
    check_parameters(fact.parameters, found->parameters, node.line, "finder " + name, mistakes);
  }
}

}  // namespace

std::optional<Date> cut_off_of(const XmlNode& node, Mistakes& mistakes) {
  const auto date = parse_date(node.attribute("date"));
  if (!date) note(mistakes, node, "the date must be YYYY-MM-DD and exist");
  if (!node.attribute("assumption").empty()) word_of(node, "assumption", kYesNo, mistakes);
  return date;
}

Recognition recognition_of(const XmlNode& node, std::span<const FinderRow> finders,
                           Mistakes& mistakes) {
  Recognition out;
  for (const XmlNode& child : node.children) {
    if (child.name == "phrase") out.phrases.push_back(child.text);
    if (child.name != "kind") continue;
    out.kind = FactSpec{"kind", std::string(child.attribute("finder")), "",
                        parameters_of(child, {"finder", "is"})};
    check_finder(child, *out.kind, finders, mistakes);
    for (std::string_view piece : split(child.attribute("is"), '|'))
      out.kind_values.emplace_back(trim(piece));
  }
  return out;
}

Instrument instrument_of(const XmlNode& node) {
  return {std::string(node.attribute("id")), std::string(node.attribute("title")),
          std::string(node.attribute("source")), node.text};
}

std::vector<Cue> cues_of(const XmlNode& node, Mistakes& mistakes) {
  std::vector<Cue> cues;
  for (const XmlNode& child : node.children) {
    if (child.name == "cue") cues.push_back(cue_of(child, mistakes));
  }
  return cues;
}

Material material_of(const XmlNode& node, Mistakes& mistakes) {
  Material material;
  material.id = node.attribute("id");
  material.title = wording_of(node.child("title"), mistakes);
  material.required = word_of(node, "required", kYesNo, mistakes);
  if (!node.attribute("accompanies").empty())
    material.accompanies = word_of(node, "accompanies", kYesNo, mistakes);
  material.cues = cues_of(node, mistakes);
  return material;
}

FactSpec fact_of(const Profile& profile, const XmlNode& node, std::span<const FinderRow> finders,
                 Mistakes& mistakes) {
  FactSpec fact{std::string(node.attribute("name")), std::string(node.attribute("finder")),
                std::string(node.attribute("material")),
                parameters_of(node, {"name", "finder", "material"})};
  if (!fact.material.empty()) check_material_name(profile, node, fact.material, mistakes);
  check_finder(node, fact, finders, mistakes);
  return fact;
}

MatrixField field_of(const Profile& profile, const XmlNode& node, Mistakes& mistakes) {
  check_fact_name(profile, node, node.attribute("fact"), mistakes);
  return {std::string(node.attribute("fact")), wording_of(&node, mistakes)};
}

CasePart case_part_of(const Profile& profile, const XmlNode& node, Mistakes& mistakes) {
  CasePart part{wording_of(&node, mistakes), {}};
  for (std::string_view piece : split(node.attribute("facts"), '|')) {
    part.facts.emplace_back(trim(piece));
    check_fact_name(profile, node, part.facts.back(), mistakes);
  }
  return part;
}

}  // namespace biaoshen
