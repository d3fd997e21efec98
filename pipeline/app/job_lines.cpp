#include "pipeline/app/job_lines.h"

#include <algorithm>
#include <array>
#include <limits>
#include <nlohmann/json.hpp>

namespace biaoshen {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> kDoing = {"read", "check", "write"};
constexpr std::array kVerdicts = {Verdict::ready, Verdict::returned, Verdict::review};
constexpr std::array kCodes = {ErrorCode::usage,  ErrorCode::input,    ErrorCode::profile,
                               ErrorCode::output, ErrorCode::internal, ErrorCode::again};

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// The members of a line; is_sound becomes false with the first one that is not as it should be.
class LineMembers {
 public:
  explicit LineMembers(std::string_view line) : json_(Json::parse(line, nullptr, false)) {
    is_sound = json_.is_object();
  }
  bool has(const char* key) const { return is_sound && json_.contains(key); }
  std::string text(const char* key) {
    const Json* member = find(key);
    return require(member && member->is_string()) ? member->get<std::string>() : "";
  }
  template <typename Number>
  Number number(const char* key) {
    const Json* member = find(key);
    if (!require(member && member->is_number_unsigned())) return 0;
    const auto value = member->get<std::uint64_t>();
    if (!require(value <= static_cast<std::uint64_t>(std::numeric_limits<Number>::max()))) return 0;
    return static_cast<Number>(value);
  }

  bool is_sound = true;

 private:
  const Json* find(const char* key) const { return has(key) ? &json_.at(key) : nullptr; }
  bool require(bool fine) { return is_sound = is_sound && fine; }

  Json json_;
};

std::optional<ReviewStep> step_in(LineMembers& line) {
  ReviewStep step;
  const auto word = std::find(kDoing.begin(), kDoing.end(), line.text("doing"));
  if (word == kDoing.end()) return std::nullopt;
  step.doing = static_cast<ReviewStep::Doing>(word - kDoing.begin());
  if (step.doing != ReviewStep::Doing::reading) return step;
  step.file = line.number<std::size_t>("file");
  step.files = line.number<std::size_t>("files");
  step.path = line.text("path");
  step.page = line.number<std::uint32_t>("page");
  step.pages = line.number<std::uint32_t>("pages");
  step.pages_read = line.number<std::uint64_t>("pages_read");
  return step;
}

std::optional<PublishedReview> published_in(LineMembers& line) {
  PublishedReview published;
  const std::string verdict = line.text("verdict");
  const auto known = std::find_if(kVerdicts.begin(), kVerdicts.end(),
                                  [&](Verdict one) { return name_of(one) == verdict; });
  if (known == kVerdicts.end()) return std::nullopt;
  published.verdict = *known;
  FindingCounts& counts = published.counts;
  counts.fail = line.number<std::size_t>("fail");
  counts.advice = line.number<std::size_t>("advice");
  counts.review = line.number<std::size_t>("review");
  counts.pass = line.number<std::size_t>("pass");
  counts.not_applicable = line.number<std::size_t>("not_applicable");
  counts.waived = line.number<std::size_t>("waived");
  published.input_sha256 = line.text("input_sha256");
  published.setting_sha256 = line.text("setting_sha256");
  published.as_of = line.text("as_of");
  published.number_key = line.text("number_key");
  published.programme = line.text("programme");
  published.revision = line.number<int>("revision");
  published.pages = line.number<std::uint64_t>("pages");
  published.sandbox = line.text("sandbox");
  published.last_words = line.text("last_words");
  return published;
}

std::optional<Error> error_in(LineMembers& line) {
  const int code = line.number<int>("code");
  const auto known = std::find(kCodes.begin(), kCodes.end(), static_cast<ErrorCode>(code));
  if (known == kCodes.end()) return std::nullopt;
  return Error{*known, line.text("message")};
}

}  // namespace

std::string line_of(const ReviewStep& step) {
  Json json = {{"doing", kDoing.at(static_cast<std::size_t>(step.doing))}};
  if (step.doing == ReviewStep::Doing::reading)
    json.update({{"file", step.file},
                 {"files", step.files},
                 {"path", step.path},
                 {"page", step.page},
                 {"pages", step.pages},
                 {"pages_read", step.pages_read}});
  return dumped(json);
}

std::string line_of(const PublishedReview& published) {
  const FindingCounts& counts = published.counts;
  return dumped({{"end", "published"},
                 {"verdict", name_of(published.verdict)},
                 {"fail", counts.fail},
                 {"advice", counts.advice},
                 {"review", counts.review},
                 {"pass", counts.pass},
                 {"not_applicable", counts.not_applicable},
                 {"waived", counts.waived},
                 {"input_sha256", published.input_sha256},
                 {"setting_sha256", published.setting_sha256},
                 {"as_of", published.as_of},
                 {"number_key", published.number_key},
                 {"programme", published.programme},
                 {"revision", static_cast<std::uint64_t>(published.revision)},
                 {"pages", published.pages},
                 {"sandbox", published.sandbox},
                 {"last_words", published.last_words}});
}

std::string line_of(const Error& error) {
  return dumped({{"end", "error"},
                 {"code", static_cast<std::uint64_t>(error.code)},
                 {"message", error.message}});
}

std::string line_of(std::size_t tree, const TreeDigest& digest) {
  if (!digest.error.empty()) return dumped({{"tree", tree}, {"error", digest.error}});
  return dumped({{"tree", tree}, {"sha256", digest.sha256}});
}

std::optional<ReviewLine> review_line(std::string_view line) {
  LineMembers members(line);
  ReviewLine read;
  if (members.has("end")) {
    const std::string end = members.text("end");
    if (end == "published") read.published = published_in(members);
    if (end == "error") read.error = error_in(members);
  } else {
    read.step = step_in(members);
  }
  if (!members.is_sound || !(read.step || read.published || read.error)) return std::nullopt;
  return read;
}

std::optional<std::pair<std::size_t, TreeDigest>> digest_line(std::string_view line) {
  LineMembers members(line);
  const auto tree = members.number<std::size_t>("tree");
  TreeDigest digest;
  (members.has("error") ? digest.error : digest.sha256) =
      members.text(members.has("error") ? "error" : "sha256");
  if (!members.is_sound || (digest.error.empty() && digest.sha256.empty())) return std::nullopt;
  return std::pair{tree, digest};
}

}  // namespace biaoshen
