// Rules about the papers of one material: in which formats they came, and whether each of
// several says what it must (the proofs of several users).
//
// Tested by tests/checkers/part_rules_test.cpp.
#include <algorithm>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"

namespace biaoshen {
namespace {

using Parts = std::vector<const Part*>;

Parts parts_of(const CheckInput& input, const Check& check) {
  const auto ids = list_parameter(check, "material");
  Parts found;
  for (const Part& part : input.dossier.parts) {
    if (std::find(ids.begin(), ids.end(), part.material) != ids.end()) found.push_back(&part);
  }
  return found;
}

Search search_material(const CheckInput& input, const Check& check) {
  const Material* material = input.profile.material(parameter(check, "material"));
  return search_in(input.dossier, material == nullptr ? check.sought.zh : material->title.zh,
                   pictures_for(input.profile, parameter(check, "material")));
}

// The material itself is not there: the business of another rule, where that is certain.
Outcome no_parts(const CheckInput& input, const Check& check) {
  Outcome outcome;
  const auto missed =
      gaps(input.dossier, pictures_for(input.profile, parameter(check, "material")));
  if (missed.empty()) {
    outcome.status = Status::not_applicable;
    outcome.reason = {"没有提交该材料", "the material is not there"};
  } else {
    const Wording where = describe(input.dossier, missed);
    outcome.reason = {"未找到该材料，但有内容未能读取：" + where.zh,
                      "the material was not found, but this could not be read: " + where.en};
  }
  outcome.evidence.emplace_back(search_material(input, check));
  return outcome;
}

// What the file is; what its name says where it could not be opened.
std::string format_of(const File& file) {
  if (!file.document.format.empty()) return file.document.format;
  const std::size_t dot = file.path.rfind('.');
  std::string ending = dot == std::string::npos ? "" : file.path.substr(dot + 1);
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return ending == "jpg" ? "jpeg" : ending == "tif" ? "tiff" : ending;
}

std::string paths_of(const CheckInput& input, const Parts& parts) {
  constexpr std::size_t kMostPaths = 12;
  std::vector<std::string_view> seen;
  std::string out;
  for (const Part* part : parts) {
    const std::string& path = input.dossier.files[part->file].path;
    if (std::find(seen.begin(), seen.end(), path) != seen.end()) continue;
    if (seen.size() == kMostPaths) return out + "、…";
    seen.push_back(path);
    append_word(out, path);
  }
  return out;
}

bool is_in(const Dossier& dossier, const Part& part, const Quote& quote) {
  return dossier.files[part.file].id == quote.file && part.first_page <= quote.page &&
         quote.page <= part.last_page;
}

Readings readings_in(const CheckInput& input, const Readings& readings, const Part& part) {
  Readings kept;
  for (const Fact* reading : readings) {
    if (is_in(input.dossier, part, reading->quote)) kept.push_back(reading);
  }
  return kept;
}

// What people call the fact: the rule's word for it, else the matrix's, else its id.
std::string title_of_fact(const CheckInput& input, const Check& check, std::size_t index) {
  const auto names = list_parameter(check, "names");
  if (index < names.size()) return std::string(names[index]);
  const std::string_view fact = list_parameter(check, "facts")[index];
  for (const MatrixField& field : input.profile.matrix) {
    if (field.fact == fact) return field.title.zh;
  }
  return std::string(fact);
}

}  // namespace

Outcome formats_present(const CheckInput& input, const Check& check) {
  const Parts parts = parts_of(input, check);
  if (parts.empty()) return no_parts(input, check);
  std::string missing;
  for (const auto& group : groups_parameter(check, "formats")) {
    const bool there = std::any_of(parts.begin(), parts.end(), [&](const Part* part) {
      const std::string format = format_of(input.dossier.files[part->file]);
      return std::find(group.begin(), group.end(), format) != group.end();
    });
    if (!there) append_word(missing, group.front());
  }
  Outcome outcome;
  outcome.status = Status::pass;
  for (const Part* part : parts) outcome.evidence.emplace_back(quote_of_part(input.dossier, *part));
  outcome.arguments = {{"missing", missing}, {"files", paths_of(input, parts)}};
  if (missing.empty()) return outcome;
  const Search search = search_material(input, check);
  const bool fails = parameter(check, "missing") == "fail" && search.complete;
  outcome.status = fails ? Status::fail : Status::review;
  outcome.reason = {"没有这些格式的文件：" + missing, "no file of these formats: " + missing};
  if (!search.complete) append_part(outcome.reason, {"有内容未能读取", "not all could be read"});
  outcome.evidence.emplace_back(search);
  return outcome;
}

Outcome each_part_states(const CheckInput& input, const Check& check) {
  const Parts parts = parts_of(input, check);
  if (parts.empty()) return no_parts(input, check);
  std::vector<Readings> facts;
  for (std::string_view name : list_parameter(check, "facts"))
    facts.push_back(readings_of(input, name));
  Outcome outcome;
  outcome.status = Status::pass;
  std::string missing;
  for (const Part* part : parts) {
    std::string of_part;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const Readings readings = readings_in(input, facts[i], *part);
      add_quotes(outcome.evidence, readings);
      if (!firm(readings).empty()) continue;
      append_word(of_part, title_of_fact(input, check, i));
      if (!readings.empty()) of_part += "（读数存疑）";
    }
    if (of_part.empty()) continue;
    const std::string& path = input.dossier.files[part->file].path;
    missing += (missing.empty() ? "" : "；") + path + "：" + of_part;
    outcome.evidence.emplace_back(quote_of_part(input.dossier, *part));
  }
  outcome.arguments["missing"] = missing;
  if (missing.empty()) return outcome;
  outcome.status = Status::review;
  outcome.reason = {"未读到——" + missing, "not read: " + missing};
  return outcome;
}

}  // namespace biaoshen
