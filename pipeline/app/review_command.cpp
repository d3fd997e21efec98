#include "pipeline/app/review_command.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>
#include <thread>

#include "pipeline/app/machine.h"
#include "pipeline/app/program.h"
#include "pipeline/app/publish.h"
#include "pipeline/app/status_line.h"
#include "templates/writer_table.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

fs::path plain_path(const fs::path& path) {
  std::error_code error;
  fs::path whole = fs::weakly_canonical(fs::absolute(path, error), error);
  return whole.has_filename() ? whole : whole.parent_path();
}

bool is_inside(const fs::path& inner, const fs::path& outer) {
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

// A result must never land in an input, nor take its place.
Result<void> check_disjoint(const fs::path& path, const fs::path& out) {
  const fs::path input = plain_path(path), target = plain_path(out);
  if (is_inside(target, input))
    return fail(ErrorCode::usage, out.string() + ": OUT lies inside the input " + path.string() +
                                      "; choose a folder outside");
  if (is_inside(target / input.filename(), input) || is_inside(input, target / input.filename()))
    return fail(
        ErrorCode::usage,
        path.string() + ": the result would take the place of the input; choose another OUT");
  return {};
}

// What would spoil every review is told before the first file is read.
Result<void> check_beforehand(const ReviewOptions& options, const std::vector<Profile>& profiles) {
  const auto named = [&](const Profile& profile) { return profile.id == options.programme; };
  if (!options.programme.empty() && std::none_of(profiles.begin(), profiles.end(), named))
    return fail(ErrorCode::profile, "unknown programme '" + options.programme +
                                        "'; `biaoshen programmes` lists those it knows");
  std::set<std::string> names;
  for (const std::string& path : options.paths) {
    if (!names.insert(plain_path(path).filename().string()).second)
      return fail(ErrorCode::usage,
                  path + ": a second PATH of this name; their results would overwrite each other");
    if (auto disjoint = check_disjoint(path, options.out); !disjoint) return disjoint;
  }
  return check_writable(options.out);
}

Result<ReviewRequest> request_of(const ReviewOptions& options) {
  ReviewRequest request;
  request.programme = options.programme;
  request.today = today();
  request.jobs =
      options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  if (!options.as_of.empty()) {
    request.as_of = parse_date(options.as_of);
    if (!request.as_of)
      return fail(ErrorCode::usage, "--as-of " + options.as_of + ": not a date; write YYYY-MM-DD");
  }
  return request;
}

Result<Review> review_one(const fs::path& path, const ReviewOptions& options, ReviewRequest request,
                          const Tools& tools) {
  StatusLine status(terminal_language());
  request.path = path;
  auto review = review_dossier(request, tools, status);
  if (!review) return review;
  review->tool_version = BIAOSHEN_VERSION;
  status.writing();
  std::map<std::string, std::string> files(review->crops.begin(), review->crops.end());
  for (const Writer& writer : writers()) {
    auto bytes = writer.write(*review, options.language);
    if (!bytes) return tl::unexpected(bytes.error());
    files.emplace(writer.file_name, std::move(*bytes));
  }
  if (auto published = publish(options.out, plain_path(path).filename().string(), files);
      !published)
    return tl::unexpected(published.error());
  return review;
}

void tell(const Review& review, const fs::path& path, const std::string& out) {
  std::size_t fails = 0, reviews = 0;
  for (const Finding& finding : review.findings) {
    fails += finding.status == Status::fail;
    reviews += finding.status == Status::review;
  }
  const bool zh = terminal_language() == Language::zh;
  const std::string_view verdict =
      review.verdict == Verdict::returned ? (zh ? "退回补正" : "return")
      : review.verdict == Verdict::review ? (zh ? "待人工核查" : "review")
                                          : (zh ? "通过形式审查" : "ready");
  std::cout << review.dossier.name << ": " << verdict << (zh ? "，需补正 " : ", to be corrected ")
            << fails << (zh ? " 项，需人工 " : ", for a person ") << reviews
            << (zh ? " 项，见 " : ", see ")
            << (fs::path(out) / plain_path(path).filename() / "dossier.html").string() << '\n';
}

bool is_failure(Verdict verdict, const std::string& fail_on) {
  if (fail_on == "return") return verdict == Verdict::returned;
  return fail_on == "review" && verdict != Verdict::ready;
}

}  // namespace

int review_command(const ReviewOptions& options) {
  const auto request = request_of(options);
  if (!request) return report(request.error());
  if (const auto ready = check_machine(); !ready) return report(ready.error());
  const auto profiles = load_profiles();
  if (!profiles) return report(profiles.error());
  if (const auto fine = check_beforehand(options, *profiles); !fine) return report(fine.error());

  int status = 0;
  for (const std::string& path : options.paths) {
    WorkerClient reader(reader_program());  // keeps what it recognised; a dossier gets its own
    const Tools tools = tools_with(reader, *profiles);
    const auto review = review_one(path, options, *request, tools);
    if (!review) {
      status = report(review.error());
      continue;
    }
    tell(*review, path, options.out);
    if (status == 0 && is_failure(review->verdict, options.fail_on)) status = 1;
  }
  return status;
}

}  // namespace biaoshen
