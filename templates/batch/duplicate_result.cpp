#include "templates/batch/duplicate_result.h"

#include <kainjow/mustache.hpp>

#include "templates/batch/joint_data.h"
#include "templates/batch/joint_dossier.h"
#include "templates/html/decision_marks.h"
#include "templates/html/page_marks.h"
#include "templates/html/page_template.h"
#include "templates/html/revision_marks.h"
#include "templates/html/template_data.h"
#include "templates/json/revision_json.h"
#include "templates/shown_text.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestName = 300;

Result<std::string> banner(const Record& record, const std::string& folder) {
  const Language language = record.presentation.language;
  const std::string first =
      brief(record.duplicate_of, kLongestName, record.presentation.personal_data);
  kainjow::mustache::data data;
  data["same_as"] = text_data(phrase("duplicate.same", language, {{"first", first}}));
  data["told"] = text_data(phrase("duplicate.told", language, {{"first", first}}));
  data["link"] = text_data(result_link("../", folder));
  return render_template("duplicate_banner.mustache", std::move(data), record.presentation);
}

// The page of the other dossier as this one's: without what was put into it about the other.
Result<std::string> duplicate_html(const std::string& first_page, const Record& record,
                                   const std::string& folder) {
  auto told = banner(record, folder);
  if (!told) return told;
  const Presentation& presentation = record.presentation;
  const BatchNames no_batch{BatchReport()};
  const auto alone =
      joint_dossier_html(first_page, record.verdict, {}, {no_batch, presentation, "../", ""});
  if (!alone) return alone;
  const std::vector<DecisionSheet> nothing_decided;
  const auto undecided =
      with_decisions(*alone, {nothing_decided, record.findings, record.input_sha256}, presentation);
  if (!undecided) return undecided;
  const auto revised =
      with_revision(*undecided, {record.revision, record.earlier, record.findings}, presentation);
  if (!revised) return revised;
  const std::string name = html_text(brief(record.name, kLongestName, presentation.personal_data),
                                     presentation.personal_data);
  return with_parts(*revised, {{"duplicate", std::move(*told)},
                               {"dossier-name", name},
                               {"decide", ""},
                               {"decide-script", ""}});
}

}  // namespace

Result<std::map<std::string, std::string>> duplicate_result(
    std::map<std::string, std::string> files, const Record& record, const std::string& folder) {
  auto json = duplicate_json(files["dossier.json"], record);
  if (!json) return tl::unexpected(json.error());
  auto html = duplicate_html(files["dossier.html"], record, folder);
  if (!html) return tl::unexpected(html.error());
  files["dossier.json"] = std::move(*json);
  files["dossier.html"] = std::move(*html);
  for (const char* of_the_other : {"notice.docx", "findings.sarif"}) files.erase(of_the_other);
  return files;
}

}  // namespace biaoshen
