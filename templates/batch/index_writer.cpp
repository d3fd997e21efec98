#include "templates/batch/index_writer.h"

#include <algorithm>

#include "pipeline/base/sha256.h"
#include "templates/batch/index_data.h"
#include "templates/batch/joint_data.h"
#include "templates/html/page_template.h"
#include "templates/shown_text.h"

namespace biaoshen {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

constexpr std::size_t kLongestLine = 300;
constexpr std::size_t kListedFindings = 100;  // each with its evidence

data text(const std::string& value, PersonalData personal_data) {
  return value.empty() ? data(false) : data(brief(value, kLongestLine, personal_data));
}

void add_findings(data& page, const BatchSource& source) {
  const PersonalData personal_data = source.presentation.personal_data;
  std::vector<const JointFinding*> open;
  list passed;
  for (const JointFinding& finding : source.report.findings) {
    if (is_open(finding)) {
      open.push_back(&finding);
      continue;
    }
    data one;
    one["name"] = text(finding.title.in(source.language), personal_data);
    one["message"] = text(finding.message.in(source.language), personal_data);
    one["rule"] = text(finding.rule, personal_data);
    passed.push_back(one);
  }
  const std::size_t listed = std::min(open.size(), kListedFindings), rest = open.size() - listed;
  page["has_findings"] = !open.empty();
  page["findings"] = data(joint_findings_data(JointFindings(open).first(listed),
                                              {source.names, source.presentation, "", ""}));
  page["more_findings"] = text(
      rest == 0 ? "" : source.in_words("batch.more-findings", {{"count", std::to_string(rest)}}),
      personal_data);
  page["has_passed"] = !passed.empty();
  page["passed"] = data(passed);
}

void add_failures(data& page, const BatchSource& source) {
  list failures;
  for (const BatchRow& row : source.report.rows) {
    if (row.entry) continue;
    data one;
    one["dossier"] = text(row.name, source.presentation.personal_data);
    one["error"] = text(row.error, source.presentation.personal_data);
    failures.push_back(one);
  }
  page["has_failures"] = !failures.empty();
  page["failures"] = data(failures);
}

}  // namespace

Result<std::string> write_index(const BatchReport& report, const Presentation& presentation) {
  const BatchSource source(report, presentation);
  const std::string script = template_file("index.js") + template_file("status_section.js");
  data page;
  page["lang"] = data(source.language == Language::zh ? "zh-CN" : "en");
  page["css"] = data(template_file("dossier.css") + template_file("index.css") +
                     template_file("status_section.css"));
  page["script"] = data(script);
  page["script_hash"] = data(sha256_base64(script));
  page["is_masked"] = presentation.personal_data == PersonalData::masked;
  page["tool"] = data("biaoshen " + report.tool_version);
  add_endings(page, source);
  add_apart(page, source);
  add_totals_and_rows(page, source);
  add_changes(page, source);
  add_failures(page, source);
  add_findings(page, source);
  return render_template("index.mustache", std::move(page), presentation);
}

}  // namespace biaoshen
