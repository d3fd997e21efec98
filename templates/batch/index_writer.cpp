#include "templates/batch/index_writer.h"

#include <algorithm>
#include <map>

#include "templates/batch/joint_data.h"
#include "templates/html/page_template.h"
#include "templates/shown_text.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

constexpr std::size_t kLongestLine = 300;

data text(const std::string& value) {
  return value.empty() ? data(false) : data(brief(value, kLongestLine));
}

std::vector<JointFinding> findings_with(const BatchReport& report, bool open) {
  std::vector<JointFinding> found;
  for (const JointFinding& finding : report.findings) {
    const bool is_open = finding.status == Status::fail || finding.status == Status::review;
    if (is_open == open) found.push_back(finding);
  }
  return found;
}

std::size_t open_findings_of(const BatchReport& report, const std::string& name) {
  std::size_t count = 0;
  for (const JointFinding& finding : findings_with(report, true))
    count +=
        std::find(finding.dossiers.begin(), finding.dossiers.end(), name) != finding.dossiers.end();
  return count;
}

data number(std::size_t count) {
  return count == 0 ? data(false) : data(std::to_string(count));
}

data data_of_row(const BatchRow& row, const JointPlace& place, std::size_t nth) {
  const BatchEntry& entry = *row.entry;
  const std::string mark(name_of(row.verdict));
  data out;
  out["nth"] = std::to_string(nth);
  out["dossier"] = text(row.name);
  out["link"] = data(result_link(place, row.folder));
  out["programme"] = text(entry.programme_title);
  out["number"] = text(entry.subject.number.value_or(""));
  out["title"] = text(entry.subject.title.value_or(""));
  out["organization"] = text(entry.subject.organization.value_or(""));
  out["accompanying"] = !entry.is_application;
  out["verdict_mark"] = data(mark);
  out["verdict"] = data(word("verdict." + mark, place.language));
  out["fail"] = number(entry.counts.fail + entry.counts.advice);
  out["review"] = number(entry.counts.review);
  out["joint"] = number(open_findings_of(place.report, row.name));
  return out;
}

data data_of_failure(const BatchRow& row) {
  data out;
  out["dossier"] = text(row.name);
  out["error"] = text(row.error);
  return out;
}

// How many dossiers came to which end.
data counts_data(const BatchReport& report, Language language) {
  std::size_t returned = 0, review = 0, ready = 0, accompanying = 0, failed = 0;
  for (const BatchRow& row : report.rows) {
    if (!row.entry) {
      ++failed;
    } else if (!row.entry->is_application) {
      ++accompanying;
    } else {
      ++(row.verdict == Verdict::returned ? returned
         : row.verdict == Verdict::review ? review
                                          : ready);
    }
  }
  list out;
  const auto add = [&](std::string_view key, std::size_t count, bool always) {
    if (count == 0 && !always) return;
    data one;
    one["value"] = std::to_string(count);
    one["label"] = word(key, language);
    out.push_back(one);
  };
  add("verdict.return", returned, true);
  add("verdict.review", review, true);
  add("verdict.ready", ready, true);
  add("batch.accompanying", accompanying, false);
  add("batch.failed", failed, false);
  return data(out);
}

// Each programme with its number of applications and reference dates.
data programmes_data(const BatchReport& report, Language language) {
  std::map<std::pair<std::string, std::string>, std::size_t> counts;
  for (const BatchRow& row : report.rows)
    if (row.entry && row.entry->is_application)
      ++counts[{row.entry->programme_title, row.entry->as_of}];
  list out;
  for (const auto& [programme, count] : counts)
    out.push_back(data(phrase("batch.of", language,
                              {{"title", programme.first},
                               {"count", std::to_string(count)},
                               {"as_of", programme.second}})));
  return data(out);
}

data passed_data(const BatchReport& report, Language language) {
  list out;
  for (const JointFinding& finding : findings_with(report, false)) {
    data one;
    one["name"] = text(finding.title.in(language));
    one["message"] = text(finding.message.in(language));
    one["rule"] = text(finding.rule);
    out.push_back(one);
  }
  return data(out);
}

void add_rows(data& page, const JointPlace& place) {
  list rows, failures;
  for (const BatchRow& row : place.report.rows) {
    if (row.entry) {
      rows.push_back(data_of_row(row, place, rows.size() + 1));
    } else {
      failures.push_back(data_of_failure(row));
    }
  }
  page["has_rows"] = !rows.empty();
  page["has_failures"] = !failures.empty();
  page["rows"] = data(rows);
  page["failures"] = data(failures);
}

}  // namespace

Result<std::string> write_index(const BatchReport& report, Language language) {
  const JointPlace place{report, language, "", ""};
  const auto open = findings_with(report, true);
  data page;
  page["lang"] = data(language == Language::zh ? "zh-CN" : "en");
  page["css"] = data(template_file("dossier.css") + template_file("index.css"));
  page["counts"] = counts_data(report, language);
  page["findings"] = data(joint_findings_data(open, place));
  page["has_findings"] = !open.empty();
  page["has_passed"] = open.size() < report.findings.size();
  page["passed"] = passed_data(report, language);
  page["programmes"] = programmes_data(report, language);
  page["tool"] = data("biaoshen " + report.tool_version);
  add_rows(page, place);
  return render_template("index.mustache", std::move(page), language);
}

}  // namespace biaoshen
