#include "templates/batch/joint_dossier.h"

#include "templates/html/page_marks.h"
#include "templates/html/page_template.h"
#include "templates/json/joint_json.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

tl::unexpected<Error> not_ours(std::string_view what) {
  return fail(ErrorCode::internal, "the result has no place for the findings of a batch (" +
                                       std::string(what) +
                                       "); review the dossier again with --force");
}

Result<std::string> section(JointFindings findings, const JointPlace& place) {
  if (findings.empty()) return std::string();
  kainjow::mustache::data data;
  data["findings"] = kainjow::mustache::data(joint_findings_data(findings, place));
  return render_template("joint_section.mustache", std::move(data), place.presentation);
}

// The head of a dossier that is in order by itself.
Result<std::string> verdict_head(std::size_t findings, Language language) {
  const bool is_open = findings > 0;
  const std::string mark(name_of(is_open ? Verdict::review : Verdict::ready));
  kainjow::mustache::data data;
  data["verdict_mark"] = kainjow::mustache::data(mark);
  data["verdict"] = kainjow::mustache::data(word("verdict." + mark, language));
  data["verdict_reason"] = kainjow::mustache::data(
      is_open ? phrase("batch.verdict.reason", language, {{"count", std::to_string(findings)}})
              : word("verdict.ready.reason", language));
  return render_template("verdict_head.mustache", std::move(data), language);
}

// The title of the page ends with the verdict and what kind of page it is.
Result<void> retitle(std::string& page, Verdict to, Language language) {
  const auto tail = [&](Verdict verdict) {
    return " " + word("verdict." + std::string(name_of(verdict)), language) + " · " +
           word("document", language) + "</title>";
  };
  for (const Verdict from : {Verdict::ready, Verdict::review}) {
    const std::size_t at = page.find(tail(from));
    if (at == std::string::npos) continue;
    page.replace(at, tail(from).size(), tail(to));
    return {};
  }
  return not_ours("<title>");
}

Verdict verdict_named(const std::string& name) {
  for (const Verdict verdict : {Verdict::ready, Verdict::returned})
    if (name_of(verdict) == name) return verdict;
  return Verdict::review;
}

}  // namespace

Result<std::string> joint_dossier_json(std::string_view dossier_json, JointFindings findings,
                                       Language language, const std::string& section_sha256) {
  Json json = Json::parse(dossier_json, nullptr, false);
  if (!json.is_object() || !json.contains("verdict") || !json["verdict"].is_string())
    return not_ours("dossier.json");
  std::string own = json["verdict"].get<std::string>();
  if (json.contains("batch")) {
    const Json& batch = json["batch"];
    if (!batch.is_object() || !batch.contains("dossier_verdict") ||
        !batch["dossier_verdict"].is_string())
      return not_ours("dossier.json");
    own = batch["dossier_verdict"].get<std::string>();
    json.erase("batch");
  }
  const Verdict joint = joint_verdict(findings);
  json["verdict"] = name_of(worse(verdict_named(own), joint));
  if (findings.empty()) return json_text(json);
  Json list = Json::array();
  for (const JointFinding* finding : findings)
    list.push_back(json_of(*finding, language, kNamedDossiers));
  json["batch"] = {{"verdict", name_of(joint)},
                   {"dossier_verdict", own},
                   {"section_sha256", section_sha256},
                   {"findings", std::move(list)}};
  return json_text(json);
}

Result<std::string> joint_dossier_html(std::string_view dossier_html, Verdict own,
                                       JointFindings findings, const JointPlace& place) {
  auto shown = section(findings, place);
  if (!shown) return shown;
  PageParts parts{{"batch", std::move(*shown)}};
  // A dossier with open questions of its own keeps its words: they already say as much.
  if (own != Verdict::ready) return with_parts(dossier_html, parts);
  auto head = verdict_head(findings.size(), place.presentation.language);
  if (!head) return head;
  parts["verdict"] = std::move(*head);
  auto page = with_parts(dossier_html, parts);
  if (!page) return page;
  const auto done =
      retitle(*page, worse(own, joint_verdict(findings)), place.presentation.language);
  if (!done) return tl::unexpected(done.error());
  return page;
}

}  // namespace biaoshen
