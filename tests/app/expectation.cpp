#include "tests/app/expectation.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "pipeline/base/text.h"

namespace biaoshen::test {
namespace {

// Everything a sample differs in; `add` makes the lines alike.
class Report {
 public:
  explicit Report(std::string place) : place_(std::move(place)) {}
  void add(const std::string& what, const Json& want, const Json& got,
           const std::string& said = {}) {
    lines_.push_back(place_ + ": " + what + ": want " + want.dump() + ", got " + got.dump() +
                     (said.empty() ? "" : " — " + said));
  }
  Differences lines() && { return std::move(lines_); }

 private:
  std::string place_;
  Differences lines_;
};

Json member(const Json& object, const char* name) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  return object.is_object() && found != object.end() ? *found : Json();
}

// "pass|review" allows either.
bool allows(const std::string& want, const std::string& got) {
  for (const std::string_view one : split(want, '|')) {
    if (one == got) return true;
  }
  return false;
}

void compare_findings(const Json& want, const Json& dossier, Report& report) {
  std::map<std::string, Json> findings;
  for (const Json& finding : member(dossier, "findings")) findings[finding.at("rule")] = finding;
  for (const auto& [rule, status] : want.items()) {
    const auto found = findings.find(rule);
    if (found == findings.end()) {
      report.add(rule, status, nullptr, "no such finding");
    } else if (!allows(status, found->second.at("status"))) {
      report.add(rule, status, found->second["status"], found->second.value("message", ""));
    }
  }
}

void compare_subject(const Json& want, const Json& dossier, Report& report) {
  const Json subject = member(dossier, "subject");
  for (const auto& [name, value] : want.items()) {
    const Json got = member(subject, name.c_str());
    if (got != value) report.add("subject." + name, value, got);
  }
}

const Json* file_of(const Json& dossier, const std::string& path) {
  if (!dossier.contains("files")) return nullptr;
  for (const Json& file : dossier["files"]) {
    if (file.value("path", "") == path) return &file;
  }
  return nullptr;
}

void compare_materials(const Json& want, const Json& dossier, Report& report) {
  for (const auto& [path, parts] : want.items()) {
    Json got = Json::array();
    if (const Json* file = file_of(dossier, path)) {
      for (const Json& part : member(*file, "parts"))
        got.push_back({part.at("material"), part.at("pages")});
    }
    if (got != parts) report.add("parts of " + path, parts, got);
  }
}

void compare_files(const Json& want, const Json& dossier, Report& report) {
  for (const auto& [path, status] : want.items()) {
    const Json* file = file_of(dossier, path);
    const Json got = file ? member(*file, "status") : Json();
    if (got != status) report.add("status of " + path, status, got);
  }
}

void compare_problems(const Json& want, const Json& dossier, Report& report) {
  for (const auto& [path, kind] : want.items()) {
    Json got = Json::array();
    if (const Json* file = file_of(dossier, path)) {
      for (const Json& problem : member(*file, "problems")) got.push_back(problem.at("kind"));
    }
    if (std::find(got.begin(), got.end(), kind) == got.end())
      report.add("problems of " + path, kind, got);
  }
}

void compare_matrix(const Json& want, const Json& dossier, Report& report) {
  std::set<std::string> got;
  for (const Json& row : member(dossier, "matrix")) {
    if (!row.at("agrees").get<bool>()) got.insert(row.at("field").get<std::string>());
  }
  if (got != want.get<std::set<std::string>>()) report.add("fields that disagree", want, got);
}

void compare_verdict(const Json& want, const Json& dossier, Report& report) {
  if (member(dossier, "verdict") != want) report.add("verdict", want, member(dossier, "verdict"));
}

void nothing_to_compare(const Json&, const Json&, Report&) {}

using Compare = void (*)(const Json& want, const Json& dossier, Report& report);
const std::map<std::string, Compare> kMembers = {
    {"as_of", nothing_to_compare},    {"programme", nothing_to_compare},
    {"findings", compare_findings},   {"subject", compare_subject},
    {"materials", compare_materials}, {"files", compare_files},
    {"problems", compare_problems},   {"matrix_disagrees", compare_matrix},
    {"verdict", compare_verdict}};

// Objects: the stated members. Lists: each stated element, in order, others between them allowed.
bool is_subset(const Json& want, const Json& got) {
  if (want.is_object()) {
    if (!got.is_object()) return false;
    for (const auto& [name, value] : want.items()) {
      if (!got.contains(name) || !is_subset(value, got[name])) return false;
    }
    return true;
  }
  if (!want.is_array()) return want == got;
  if (!got.is_array() || (want.empty() && !got.empty())) return false;
  auto at = got.begin();
  for (const Json& element : want) {
    while (at != got.end() && !is_subset(element, *at)) ++at;
    if (at == got.end()) return false;
    ++at;
  }
  return true;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

void compare_words(const Json& expected, const Json& said, Report& report) {
  std::string text;
  for (const Json& page : member(said, "pages")) text += bare(page.value("text", "")) + "\n";
  for (const Json& words : member(expected, "says")) {
    if (count_of(text, bare(words.get<std::string>())) == 0) report.add("says", words, text);
  }
  for (const Json& words : member(expected, "says_once")) {
    const std::size_t count = count_of(text, bare(words.get<std::string>()));
    if (count != 1) report.add("says once", words, count);
  }
  for (const Json& words : member(expected, "says_not")) {
    if (count_of(text, bare(words.get<std::string>())) != 0)
      report.add("must not say", words, text);
  }
}

// All that a file says, NFKC and without blanks, so that a line may break elsewhere.
std::string all_text(const Json& said) {
  std::string text;
  for (const Json& page : member(said, "pages")) text += bare(page.value("text", ""));
  return text;
}

// A scan against the PDF that was scanned: at most so many errors a character.
void compare_reading(const Json& want, const Sample& sample, const Json& said, Report& report) {
  const std::string twin = want.at("twin");
  const Ran ran = biaoshen({"inspect", (sample.path.parent_path() / twin).string()});
  const std::string golden = all_text(Json::parse(ran.out, nullptr, false));
  const double most = want.at("most_errors");
  const double errors = static_cast<double>(edit_distance(golden, all_text(said))) /
                        static_cast<double>(std::max<std::size_t>(count_code_points(golden), 1));
  if (golden.empty() || errors > most)
    report.add("errors a character", most, errors, all_text(said));
}

}  // namespace

Differences differences_of(const Reviewed& reviewed) {
  Report report(reviewed.sample->place);
  if (reviewed.dossier.is_null() || reviewed.ran.exit != 0) {
    report.add("dossier.json and exit code", 0, reviewed.ran.exit, reviewed.ran.err);
    return std::move(report).lines();
  }
  for (const auto& [name, want] : reviewed.sample->expected.items()) {
    const auto known = kMembers.find(name);
    if (known == kMembers.end()) {
      report.add("member of the expectation", nullptr, name, "unknown");
    } else {
      known->second(want, reviewed.dossier, report);
    }
  }
  return std::move(report).lines();
}

Differences differences_of(const Sample& sample, const Json& said) {
  static const std::set<std::string> known = {"inspect", "says", "says_once", "says_not",
                                              "reads_like"};
  Report report(sample.place);
  for (const auto& [name, want] : sample.expected.items()) {
    if (!known.count(name)) report.add("member of the expectation", nullptr, name, "unknown");
  }
  for (const auto& [name, want] : sample.expected.at("inspect").items()) {
    Json got = member(said, name.c_str());
    if (is_subset(want, got)) continue;
    if (name == "pages")
      for (Json& page : got) page.erase("text");
    report.add(name, want, got);
  }
  compare_words(sample.expected, said, report);
  if (sample.expected.contains("reads_like"))
    compare_reading(sample.expected["reads_like"], sample, said, report);
  return std::move(report).lines();
}

bool says_none(const Differences& differences) {
  for (const std::string& difference : differences) std::cout << difference << std::endl;
  return differences.empty();
}

}  // namespace biaoshen::test
