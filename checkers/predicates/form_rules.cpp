// Rules about the application form: no field left open, the seal.
//
// Which fields a form must have is data of the profile (its <fact> lines): the
// finder gives one fact for each of them that the form has. A label that the form
// does not have at all is not held against the applicant. An empty form enclosed beside the one
// that was filled in is said and does not count.
//
// Tested by tests/checkers/form_rules_test.cpp.
#include <algorithm>
#include <map>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::string_view kBlankForm = "blank-form";  // beside one that was filled in

struct Field {
  Readings filled, open;
  Readings unseen;  // open on a picture: handwriting is not recognised
};

std::string_view state_of(const Fact& fact) {
  const std::string* state = fact.detail("state");
  return state == nullptr ? std::string_view() : std::string_view(*state);
}

std::map<std::string, Field> fields_of(const CheckInput& input, std::string_view name) {
  std::map<std::string, Field> fields;
  for (const Fact& fact : input.facts) {
    if (fact.name != name || fact.doubt == kBlankForm) continue;
    const std::string* label = fact.detail("label");
    if (label == nullptr || state_of(fact).empty()) continue;
    const bool filled = state_of(fact) == "filled";
    const bool recognised = fact.quote.origin == Origin::ocr;
    if (!is_firm(fact) && fact.doubt != "placeholder" && !recognised) continue;
    Field& field = fields[squeeze(*label)];
    (filled ? field.filled : recognised ? field.unseen : field.open).push_back(&fact);
  }
  return fields;
}

// What is said of blank forms that were enclosed.
Wording blank_in_words(const CheckInput& input, std::string_view name) {
  std::string files;
  for (const File& file : input.dossier.files)
    if (std::any_of(input.facts.begin(), input.facts.end(), [&](const Fact& fact) {
          return fact.name == name && fact.doubt == kBlankForm && fact.quote.file == file.id;
        }))
      append_word(files, file.path);
  if (files.empty()) return {};
  return {"；另附有未填写的空白表，未计入：" + files,
          "; a blank form is enclosed and not counted: " + files};
}

// Says what was seen, never that it is authentic; the name is compared as a hint only.
Wording seals_in_words(const Readings& seals, const Readings& applicants) {
  std::string names;
  bool same = false;
  for (const Fact* seal : seals) {
    const std::string* name = seal->detail("seal-name");
    if (name == nullptr || contains(names, *name)) continue;
    names += (names.empty() ? "" : "、") + *name;
    same = same || std::any_of(applicants.begin(), applicants.end(), [&](const Fact* applicant) {
             return contains(key_of(*seal), key_of(*applicant));
           });
  }
  Wording seen{"看到印章 " + std::to_string(seals.size()) + " 处",
               std::to_string(seals.size()) + " seal(s) seen"};
  if (!names.empty()) append(seen, {"，印文识别为“" + names + "”", ", read as “" + names + "”"});
  if (same) append(seen, {"，与申报单位名称一致", ", the same as the applicant's name"});
  if (!names.empty() && !same && !applicants.empty())
    append(seen, {"，与申报单位“" + values(applicants) + "”是否一致请核对",
                  ", to be compared with the applicant “" + values(applicants) + "”"});
  append(seen, {"，真伪未作判断", ", not judged for authenticity"});
  return seen;
}

// Why no seal was seen: nobody could see one, or there is none on what was scanned.
Wording why_unsealed(const CheckInput& input, std::string_view material) {
  std::size_t scans = 0, grey = 0;
  for (const Part& part : input.dossier.parts) {
    if (part.material != material) continue;
    for (const Page& page : input.dossier.files[part.file].document.pages) {
      if (page.number < part.first_page || page.number > part.last_page) continue;
      if (page.source != Source::ocr && page.source != Source::mixed) continue;
      ++scans;
      grey += page.is_grey_scan;
    }
  }
  if (scans == 0)
    return {"所附文件不是扫描件，未看到印章",
            "what was handed in is no scan, and no seal was seen"};
  if (grey > 0)
    return {"扫描件为灰度，红色印章无法判断", "the scan is grey, red seals cannot be told"};
  return {"彩色扫描件上未看到红色印章", "no red seal was seen on the colour scan"};
}

}  // namespace

Outcome form_fields(const CheckInput& input, const Check& check) {
  const auto fields = fields_of(input, parameter(check, "fact"));
  if (fields.empty()) return nothing_read(input, check, parameter(check, "fact"));
  Readings open, unclear, filled, unseen;
  std::string open_labels, unclear_labels, unseen_labels;
  for (const auto& [label, field] : fields) {
    filled.insert(filled.end(), field.filled.begin(), field.filled.end());
    if (!field.unseen.empty() && field.filled.empty()) {
      unseen.insert(unseen.end(), field.unseen.begin(), field.unseen.end());
      unseen_labels += (unseen_labels.empty() ? "" : "、") + label;
    }
    if (field.open.empty()) continue;
    Readings& kind = field.filled.empty() ? open : unclear;
    std::string& labels = field.filled.empty() ? open_labels : unclear_labels;
    kind.insert(kind.end(), field.open.begin(), field.open.end());
    labels += (labels.empty() ? "" : "、") + label;
  }
  Outcome outcome = with_quotes(Status::pass, filled);
  if (!open.empty()) {
    outcome = with_quotes(Status::fail, open);
  } else if (!unclear.empty()) {
    outcome = with_quotes(Status::review, unclear);
    outcome.reason = {"同名栏目一处已填、一处未填：" + unclear_labels,
                      "filled in at one place and left open at another: " + unclear_labels};
  } else if (!unseen.empty()) {
    outcome = with_quotes(Status::review, unseen);
    outcome.reason = {"扫描件上未识别到内容，可能为手写：" + unseen_labels,
                      "nothing was recognised there, it may be written by hand: " + unseen_labels};
  }
  append(outcome.reason, blank_in_words(input, parameter(check, "fact")));
  outcome.arguments = {{"fields", open_labels}, {"count", std::to_string(fields.size())}};
  return outcome;
}

Outcome sealed(const CheckInput& input, const Check& check) {
  const std::string_view material = parameter(check, "material");
  const Readings seals = readings_of(input, parameter(check, "fact"));
  if (!seals.empty()) {
    Outcome outcome = with_quotes(Status::pass, seals);
    const Wording seen = seals_in_words(seals, readings_of(input, parameter(check, "applicant")));
    outcome.arguments["seals"] = seen.zh;
    outcome.reason = seen;
    return outcome;
  }
  Outcome outcome;
  outcome.reason = why_unsealed(input, material);
  for (const Part& part : input.dossier.parts) {
    if (part.material == material)
      outcome.evidence.emplace_back(quote_of_part(input.dossier, part));
  }
  if (outcome.evidence.empty()) {
    Search search = search_in(input.dossier, check.sought.zh, Pictures::may_hold_it);
    search.complete = false;  // a seal may be on paper that was not scanned
    outcome.evidence.emplace_back(std::move(search));
  }
  return outcome;
}

}  // namespace biaoshen
