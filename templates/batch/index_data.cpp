#include "templates/batch/index_data.h"

#include <algorithm>

#include "templates/batch/batch_totals.h"
#include "templates/batch/index_rows.h"
#include "templates/batch/index_words.h"
#include "templates/batch/joint_data.h"
#include "templates/html/template_data.h"
#include "templates/shown_text.h"

namespace biaoshen {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

constexpr std::size_t kListedRules = 8;
constexpr std::size_t kListedNames = 200;  // of dossiers that came, went or changed
// A page with more rows is long: the others are data, of which the script makes rows as they are
// asked for. Ten thousand rows took a browser four seconds to lay out.
constexpr std::size_t kStandingRows = 2000;

constexpr Ending kEndings[] = {Ending::returned, Ending::review, Ending::ready,
                               Ending::accompanying, Ending::failed};

data text(const BatchSource& source, const std::string& value) {
  return value.empty() ? data(false)
                       : data(brief(value, kLongestLine, source.presentation.personal_data));
}

// Zero is shown, too.
data number(std::size_t count) {
  return data(std::to_string(count));
}

data programmes_data(const BatchSource& source, const ProgrammeTotals& totals) {
  list out;
  for (const auto& [id, total] : totals) {
    data one;
    one["index"] = number(out.size() + 1);
    one["title"] = text(source, total.title);
    one["as_of"] = text(source, source.joined({total.as_of.begin(), total.as_of.end()}));
    one["total"] = number(total.count);
    one["returned"] = number(total.returned);
    one["review"] = number(total.review);
    one["ready"] = number(total.ready);
    out.push_back(one);
  }
  return data(out);
}

data rules_data(const BatchSource& source, const std::vector<RuleCount>& counts, std::size_t most) {
  list out;
  for (std::size_t i = 0; i < std::min(counts.size(), most); ++i) {
    data one;
    one["rule"] = text(source, counts[i].rule);
    one["title"] = text(source, counts[i].title);
    one["fail"] = number(counts[i].fail);
    one["review"] = number(counts[i].review);
    out.push_back(one);
  }
  return data(out);
}

std::string rules_in(const DossierState& state) {
  std::string out;
  for (const OpenFinding& finding : state.findings)
    out += (out.empty() ? "" : " ") + finding.rule.str();
  return out;
}

data data_of_row(const BatchSource& source, const BatchRow& row, const DossierState& state) {
  const BatchEntry& entry = *row.entry;
  const Ending ending = ending_of(row);
  data out;
  out["dossier"] = text(source, row.name);
  out["link"] = data(result_link("", row.folder));
  out["programme"] = text(source, entry.programme_title);
  out["number"] = text(source, entry.subject.number.value_or(""));
  out["title"] = text(source, entry.subject.title.value_or(""));
  out["organization"] = text(source, entry.subject.organization.value_or(""));
  out["ending_mark"] = data(std::string(name_of(ending)));
  out["ending_key"] = number(static_cast<std::size_t>(ending));
  out["ending"] = text(source, source.ending(ending));
  out["score"] = text(source, score_in_words(entry.subject.self_score));
  out["rules"] = text_data(rules_in(state));
  out["fail"] = number(entry.counts.fail);
  out["review"] = number(entry.counts.review);
  out["joint"] = number(source.names.findings(row.name).size());
  for (const RowRemark& one : remarks_on(source, row)) {
    out[one.kind] = text(source, one.text);
    if (!one.link.empty()) out["same_link"] = data(one.link);
  }
  return out;
}

data named(const BatchSource& source, const std::string& name) {
  const BatchRow* row = source.names.row(name);
  data out;
  out["dossier"] = text(source, name);
  out["link"] = row == nullptr || !row->entry ? data(false) : data(result_link("", row->folder));
  return out;
}

data open_data(const BatchSource& source, const std::vector<OpenFinding>& findings) {
  list out;
  for (const OpenFinding& finding : findings)
    out.push_back(data(
        brief(source.in_words(
                  "batch.open-finding",
                  {{"title", finding.title},
                   {"status", source.in_words("status." + std::string(name_of(finding.status)))}}),
              kLongestLine, source.presentation.personal_data)));
  return data(out);
}

data data_of_change(const BatchSource& source, const DossierChange& change) {
  data out = named(source, change.name);
  out["ending"] =
      text(source, change.from == change.to
                       ? source.in_words("batch.ending.same")
                       : source.in_words("batch.from-to", {{"from", source.ending(change.from)},
                                                           {"to", source.ending(change.to)}}));
  out["arisen"] = open_data(source, change.arisen);
  out["resolved"] = open_data(source, change.resolved);
  return out;
}

// NAME, has_NAME, NAME_count and more_NAME, which says how many are not listed.
template <typename Rows, typename Maker>
void add_listed(data& page, const BatchSource& source, const std::string& name, const Rows& rows,
                const Maker& make) {
  list out;
  for (const auto& row : rows) {
    if (out.size() == kListedNames) break;
    out.push_back(make(source, row));
  }
  const std::size_t rest = rows.size() - out.size();
  page["has_" + name] = !out.empty();
  page[name + "_count"] = number(rows.size());
  page["more_" + name] = text(
      source, rest == 0 ? "" : source.in_words("batch.more", {{"count", std::to_string(rest)}}));
  page[name] = data(out);
}

}  // namespace

void add_endings(data& page, const BatchSource& source) {
  std::map<Ending, std::size_t> counts;
  for (const BatchRow& row : source.report.rows) ++counts[ending_of(row)];
  list out;
  for (const Ending ending : kEndings) {
    const bool is_verdict = ending != Ending::accompanying && ending != Ending::failed;
    if (counts[ending] == 0 && !is_verdict) continue;
    data one;
    one["mark"] = data(std::string(name_of(ending)));
    one["label"] = text(source, source.ending(ending));
    one["count"] = number(counts[ending]);
    out.push_back(one);
  }
  page["endings"] = data(out);
}

void add_apart(data& page, const BatchSource& source) {
  const auto count = [&](const std::string BatchEntry::*why) {
    return std::ranges::count_if(source.report.rows, [&](const BatchRow& row) {
      return row.entry && !((*row.entry).*why).empty();
    });
  };
  list out;
  const auto add = [&](std::string_view key, std::string_view word, std::ptrdiff_t found) {
    if (found == 0) return;
    data one;
    one["word"] = text(source, source.in_words(word));
    one["words"] = text(source, source.in_words(key, {{"count", std::to_string(found)}}));
    out.push_back(one);
  };
  add("batch.duplicates", "batch.duplicates.word", count(&BatchEntry::duplicate_of));
  add("batch.quarantined.count", "batch.quarantined.word", count(&BatchEntry::quarantined));
  page["has_apart"] = !out.empty();
  page["apart"] = data(out);
}

void add_changes(data& page, const BatchSource& source) {
  const BatchChanges changes = source.report.changes.value_or(BatchChanges{});
  page["has_changes"] = source.report.changes.has_value();
  page["has_any_change"] =
      !(changes.added.empty() && changes.removed.empty() && changes.changed.empty());
  add_listed(page, source, "added", changes.added, named);
  add_listed(page, source, "removed", changes.removed, named);
  add_listed(page, source, "changed", changes.changed, data_of_change);
}

void add_totals_and_rows(data& page, const BatchSource& source) {
  const ProgrammeTotals totals = programme_totals(source.report);
  RuleCounts counts;
  list rows;
  std::size_t count = 0;
  for (const BatchRow& row : source.report.rows) {
    if (!row.entry) continue;
    const DossierState state = state_of(row, source.names, source.language);
    counts.add(state);
    if (++count > kStandingRows) continue;
    data one = data_of_row(source, row, state);
    one["nth"] = number(count);
    one["programme_index"] = number(place_among(totals, *row.entry));
    rows.push_back(std::move(one));
  }
  const std::vector<RuleCount> rules = counts.sorted();
  page["has_rows"] = !rows.empty();
  page["rows"] = data(rows);
  page["is_long"] = count > kStandingRows;
  if (count > kStandingRows) {
    const std::string standing = std::to_string(kStandingRows);
    page["told_rows"] = data(index_rows(source, totals, rules));
    page["without_script"] =
        text(source, source.in_words("batch.long.without-script",
                                     {{"count", standing}, {"all", std::to_string(count)}}));
    page["on_paper"] = text(source, source.in_words("batch.long.on-paper", {{"count", standing}}));
  }
  page["programmes"] = programmes_data(source, totals);
  page["has_rules"] = !rules.empty();
  page["rules"] = rules_data(source, rules, kListedRules);
  page["all_rules"] = rules_data(source, rules, rules.size());
  page["more_rules"] =
      text(source, rules.size() <= kListedRules
                       ? ""
                       : source.in_words("batch.more-rules",
                                         {{"count", std::to_string(rules.size() - kListedRules)}}));
}

}  // namespace biaoshen
