// The first screen and the order of everything else.
#include "templates/view.h"

#include <algorithm>
#include <charconv>

#include "pipeline/base/text.h"
#include "templates/shown_text.h"
#include "templates/view_parts.h"

namespace biaoshen {
namespace {

struct Counts {
  std::size_t fail = 0, advice = 0, review = 0, waived = 0, pass = 0, not_applicable = 0;
};

Counts count(const Review& review) {
  Counts out;
  for (const Finding& finding : review.findings) {
    if (finding.is_waived()) {
      ++out.waived;
      continue;
    }
    switch (finding.status) {
      case Status::fail:
        ++(finding.level == Level::error ? out.fail : out.advice);
        break;
      case Status::review:
        ++out.review;
        break;
      case Status::pass:
        ++out.pass;
        break;
      case Status::not_applicable:
        ++out.not_applicable;
        break;
    }
  }
  return out;
}

std::vector<LabelView> counts_view(const ViewSource& source, const Counts& counts) {
  std::vector<LabelView> out;
  const auto add = [&](std::string_view key, std::size_t number, const char* mark) {
    out.push_back({source.in_words(key), std::to_string(number), mark});
  };
  add("count.fail", counts.fail, "correct");
  if (counts.advice > 0) add("count.advice", counts.advice, "correct");
  add("count.review", counts.review, "look");
  if (counts.waived > 0) add("count.waived", counts.waived, "waived");
  add("count.pass", counts.pass, "passed");
  if (counts.not_applicable > 0)
    add("count.not-applicable", counts.not_applicable, "not-applicable");
  return out;
}

template <typename Choose>
std::vector<FindingView> findings_if(const ViewSource& source, const Choose& choose) {
  std::vector<const Finding*> chosen;
  for (const Finding& finding : source.review.findings)
    if (choose(finding)) chosen.push_back(&finding);
  std::ranges::stable_sort(chosen, {}, &Finding::level);
  std::vector<FindingView> out;
  for (const Finding* finding : chosen)
    out.push_back(finding_view(source, *finding, out.size() + 1));
  return out;
}

// Waived findings stand by themselves, whatever their status.
std::vector<FindingView> findings_with(const ViewSource& source, Status status) {
  return findings_if(source, [&](const Finding& finding) {
    return finding.status == status && !finding.is_waived();
  });
}

// Shortest form that reads back as the same number; to_chars knows no locale.
std::string score_in_words(double score) {
  char digits[64];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), score).ptr;
  return {digits, end};
}

std::vector<LabelView> subject_view(const ViewSource& source) {
  const Subject& subject = source.review.subject;
  const std::string missing = source.in_words("not-found");
  std::vector<LabelView> out;
  const auto add = [&](std::string_view key, const std::optional<std::string>& value) {
    out.push_back({source.in_words(key), source.brief(value.value_or(missing), kLongestLine),
                   value ? "" : "missing"});
  };
  add("subject.organization", subject.organization);
  add("subject.uscc", subject.uscc);
  std::optional<std::string> score;
  if (subject.self_score) score = score_in_words(*subject.self_score);
  if (source.review.profile.has_fact("score")) add("subject.score", score);
  add("subject.programme", source.review.profile.title.in(source.language));
  return out;
}

std::vector<LabelView> method_view(const ViewSource& source) {
  const Review& review = source.review;
  const Profile& profile = review.profile;
  std::string engines;
  for (const std::string& engine : review.reading_engines)
    engines += (engines.empty()                   ? ""
                : source.language == Language::zh ? "、"
                                                  : ", ") +
               source.code_in_words("engine.", engine);
  return {{source.in_words("method.programme"),
           profile.title.in(source.language) + " · " + profile.id, ""},
          {source.in_words("method.profile"), profile.version + " · SHA-256 " + profile.sha256,
           "digest"},
          {source.in_words("method.tool"), "biaoshen " + review.tool_version, ""},
          {source.in_words("method.engines"), engines, ""}};
}

// Inside a style sheet nothing is escaped, so only the characters of ordinary numbers may pass.
std::string fit_for_print_header(const std::string& number) {
  const std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 /.:-";
  std::string rest = number;
  for (std::size_t at; (at = rest.find("—")) != std::string::npos;)
    rest.erase(at, std::string_view("—").size());
  const bool is_fit = number.size() < 80 && rest.find_first_not_of(plain) == std::string::npos;
  return is_fit ? number : std::string();
}

constexpr std::size_t kBrief = 10;       // failures on the first screen
constexpr std::size_t kBriefText = 200;  // code points; the finding itself says the rest

void word_brief(View& out, const ViewSource& source) {
  const std::size_t shown = std::min(out.to_correct.size(), kBrief);
  for (std::size_t i = 0; i < shown; ++i) {
    const FindingView& finding = out.to_correct[i];
    BriefView brief{finding.rule,
                    biaoshen::brief(finding.message, kBriefText, PersonalData::shown),
                    finding.is_advice ? finding.level : "",
                    biaoshen::brief(finding.remedy, kBriefText, PersonalData::shown),
                    {}};
    for (const Citation& cite : finding.cites)
      brief.clauses.emplace_back(trim(cite.instrument + " " + cite.clause));
    out.brief.push_back(std::move(brief));
  }
  const std::size_t rest = out.to_correct.size() - shown;
  if (rest > 0) out.brief_rest = source.in_words("brief.rest", {{"count", std::to_string(rest)}});
}

void word_first_screen(View& out, const ViewSource& source) {
  const Review& review = source.review;
  const Counts counts = count(review);
  // What is applied for is not a standard in every programme.
  const std::string no_number =
      review.profile.has_fact("number") ? source.in_words("no-number") : std::string();
  out.number = source.brief(review.subject.number.value_or(no_number), kLongestLine);
  out.title =
      source.brief(review.subject.title.value_or(source.in_words("no-title")), kLongestLine);
  out.print_number = fit_for_print_header(review.subject.number.value_or(""));
  out.verdict_mark = name_of(review.verdict);
  const std::string key = "verdict." + out.verdict_mark;
  out.verdict = source.in_words(key);
  out.verdict_reason = source.in_words(
      key + ".reason",
      {{"fail", std::to_string(counts.fail)}, {"review", std::to_string(counts.review)}});
  out.page_title = (out.number.empty() ? out.title : out.number) + " " + out.verdict + " · " +
                   source.in_words("document");
  out.counts = counts_view(source, counts);
  out.subject = subject_view(source);
  out.dossier = source.brief(review.dossier.name, kLongestLine);
  if (const std::string* reason = quarantine_in(review.dossier.problems))
    out.quarantined =
        source.in_words("quarantined", {{"reason", source.brief(*reason, kLongestLine)}});
  out.time_line = time_line_view(source);
}

void word_policy(View& out, const ViewSource& source) {
  const auto& policy = source.review.profile.policy;
  if (!policy) return;
  out.policy = source.in_words(
      "policy.by", {{"by", source.brief(policy->by, kLongestLine)}, {"sha256", policy->sha256}});
  for (const Deviation& deviation : policy->deviations)
    out.deviations.push_back(deviation_in_words(source, deviation));
}

}  // namespace

ViewSource::ViewSource(const Review& the_review, const Presentation& presentation)
    : review(the_review),
      personal_data(presentation.personal_data),
      language(presentation.language) {
  for (const File& one : review.dossier.files) {
    files_.emplace(one.id, &one);
    if (one.document.status != FileStatus::ignored) ++reviewed_;
  }
}

std::string ViewSource::brief(std::string_view text, std::size_t limit) const {
  return biaoshen::brief(text, limit, personal_data);
}

const File* ViewSource::file(std::string_view id) const {
  const auto found = files_.find(id);
  return found == files_.end() ? nullptr : found->second;
}

FileLink ViewSource::link(std::string_view id) const {
  const File* found = file(id);
  const std::string path = found == nullptr ? std::string(id) : found->path;
  return {std::string(id), brief(path, kLongestLine),
          brief(path.substr(path.rfind('/') + 1), kLongestLine)};
}

std::string ViewSource::material_title(std::string_view id) const {
  const Material* material = review.profile.material(id);
  if (material != nullptr) return material->title.in(language);
  return id == "other" ? in_words("material.other") : std::string(id);
}

std::string ViewSource::title_of(const std::string& sought) const {
  const Profile& profile = review.profile;
  const auto named = [&](const auto& one) { return one.title.zh == sought; };
  if (const auto found = std::ranges::find_if(profile.materials, named);
      found != profile.materials.end())
    return found->title.in(language);
  if (const auto found = std::ranges::find_if(profile.matrix, named); found != profile.matrix.end())
    return found->title.in(language);
  const auto rule = std::ranges::find_if(profile.rules, named);
  return rule == profile.rules.end() ? sought : rule->title.in(language);
}

std::string ViewSource::code_in_words(std::string_view prefix, const std::string& code) const {
  const std::string key = std::string(prefix) + code;
  const std::string known = in_words(key);
  return known == key ? brief(code, kLongestLine) : known;
}

View view_of(const Review& review, const Presentation& presentation) {
  const ViewSource source(review, presentation);
  View out;
  out.presentation = presentation;
  word_first_screen(out, source);
  out.to_correct = findings_with(source, Status::fail);
  word_brief(out, source);
  out.to_look = findings_with(source, Status::review);
  out.waived = findings_if(source, [](const Finding& finding) { return finding.is_waived(); });
  out.passed = findings_with(source, Status::pass);
  out.not_applicable = findings_with(source, Status::not_applicable);
  out.matrix = matrix_view(source);
  out.cited = cited_view(source);
  out.materials = material_views(source);
  out.files = file_views(source);
  out.page_sum = page_sum(source);
  out.dossier_problems = problem_views(source, review.dossier.problems);
  for (const File& file : review.dossier.files)
    if (file.document.status == FileStatus::ignored) out.ignored.push_back(source.link(file.id));
  out.method = method_view(source);
  out.instruments = review.profile.instruments;
  word_policy(out, source);
  return out;
}

}  // namespace biaoshen
