// A dossier in a few lines, for tests of predicates: files with a page of text,
// parts, facts with quotes. What a test does not say is read and without doubt.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checkers/check.h"
#include "checkers/predicates/predicates.h"
#include "pipeline/base/text.h"

namespace biaoshen {

struct SmallDossier {
  Profile profile;
  Dossier dossier;
  std::vector<Fact> facts;
  Date as_of{2024, 8, 31};

  SmallDossier() {
    const std::pair<const char*, const char*> materials[] = {{"application-form", "申报书"},
                                                             {"self-score", "自评打分表"},
                                                             {"procedure", "程序文件"},
                                                             {"standard-text", "标准文本"},
                                                             {"platform-screenshot", "平台截图"}};
    for (const auto& [id, title] : materials) {
      profile.materials.push_back({id, {title, id}, true, {}});
    }
    profile.materials.back().cues.push_back({Cue::Where::structure, "platform-page", 10});
    for (const char* name : {"number", "title", "published", "implemented"}) {
      for (const char* material : {"standard-text", "platform-screenshot", "application-form"}) {
        profile.facts.push_back({name, "cover", material, {}});
      }
    }
  }

  // A file of one page with one line that serves as `material` (empty: as nothing).
  File& file(std::string path, std::string_view material = "") {
    File file;
    file.id = "f0" + std::to_string(dossier.files.size() + 1);
    file.path = std::move(path);
    file.document.format = "pdf";
    Page page;
    page.text = "第一行文字\n";
    page.words = {{0, 15, OnPage{{10, 10, 60, 20}}, Origin::text, 100}};
    page.lines = {{0, 1, 0, 15, 10}};
    file.document.pages = {page};
    if (!material.empty()) {
      dossier.parts.push_back({dossier.files.size(), std::string(material), 1, 1, "标题"});
    }
    dossier.files.push_back(std::move(file));
    return dossier.files.back();
  }

  // Makes the page of the last file one that nobody could read.
  void unread() {
    Page& page = dossier.files.back().document.pages.front();
    page.source = Source::failed;
    page.reason = "needs-ocr";
    page.text.clear();
    page.words.clear();
    page.lines.clear();
  }

  Fact& fact(std::string name, std::string value, std::string material, std::string doubt = "") {
    Fact fact;
    fact.name = std::move(name);
    fact.value = value;
    fact.material = std::move(material);
    fact.quote.file = "f01";
    fact.quote.page = 1;
    fact.quote.text = std::move(value);
    fact.doubt = std::move(doubt);
    facts.push_back(std::move(fact));
    return facts.back();
  }

  Fact& date(std::string name, std::string iso, std::string material, std::string doubt = "") {
    Fact& made = fact(std::move(name), iso, std::move(material), std::move(doubt));
    made.typed = *parse_date(iso);
    return made;
  }

  // T/CODE sequence—year
  Fact& number(std::string code, std::string sequence, std::string year, std::string material,
               std::string doubt = "") {
    StandardNumber number;
    number.prefix = "T";
    number.code = code;
    number.sequence = sequence;
    number.year = year;
    number.kind = NumberKind::group;
    number.role = NumberRole::own;
    number.display = "T/" + code + " " + sequence + (year.empty() ? "" : "—" + year);
    number.key = "T/" + code + " " + sequence + (year.empty() ? "" : "-" + year);
    Fact& made = fact("number", number.display, std::move(material), std::move(doubt));
    made.typed = number;
    return made;
  }

  Fact& points(std::string name, double points, std::string value, std::string material,
               std::vector<std::pair<std::string, std::string>> details = {}) {
    Fact& made = fact(std::move(name), std::move(value), std::move(material));
    made.typed = points;
    made.details = std::move(details);
    return made;
  }

  CheckInput input() const { return {profile, dossier, facts, as_of}; }

  // What `predicate` says, with parameters as {name, text}.
  Outcome ask(Predicate predicate, Parameters parameters) const {
    Check check;
    check.sought = {"被查事项", "the thing"};
    check.parameters = std::move(parameters);
    return predicate(input(), check);
  }
};

inline const Search* search_of(const Outcome& outcome) {
  for (const Evidence& evidence : outcome.evidence) {
    if (const auto* search = std::get_if<Search>(&evidence)) return search;
  }
  return nullptr;
}

inline std::size_t quotes_in(const Outcome& outcome) {
  std::size_t count = 0;
  for (const Evidence& evidence : outcome.evidence)
    count += std::holds_alternative<Quote>(evidence);
  return count;
}

}  // namespace biaoshen
