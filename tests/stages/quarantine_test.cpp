// A dossier whose files are not opened, for reading them failed again and again, is for a person
// and never sent back: the failure is ours.
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "checkers/check.h"
#include "checkers/matrix.h"
#include "checkers/profile_library.h"
#include "checkers/subject.h"
#include "extractors/finders/finder_table.h"
#include "extractors/finders/structure_table.h"
#include "pipeline/app/closed_reader.h"
#include "pipeline/stages/review_dossier.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

// Papers by name: what is known of them is only that.
class NamedPapers {
 public:
  NamedPapers() : path_(fs::temp_directory_path() / ("quarantine-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "03 证明材料");
    for (const char* name :
         {"附件2 申报书.docx", "附件3 自评打分表.xlsx", "03 证明材料/3-2 标准文本.pdf",
          "03 证明材料/3-3 平台截图.png", "03 证明材料/3-5 专利.zip", "03 证明材料/空.pdf"})
      std::ofstream(path_ / name) << "x";
  }
  ~NamedPapers() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("no rule of any programme fails where no file was opened") {
  const NamedPapers papers;
  const auto profiles = shipped_profiles(finders());
  REQUIRE(profiles);
  ClosedReader reader("the reading process died twice");
  const Tools tools{reader, *profiles,          finders(), structures(),
                    check,  consistency_matrix, subject_of};
  Progress quiet;
  REQUIRE(profiles->size() > 5);
  for (const Profile& profile : *profiles) {
    INFO(profile.id << " " << profile.version);
    ReviewRequest request;
    request.path = papers.path();
    request.programme = profile.id + "@" + profile.version;
    request.today = {2024, 8, 31};
    const auto review = review_dossier(request, tools, quiet);
    REQUIRE(review);
    CHECK(review->verdict == Verdict::review);
    for (const Finding& finding : review->findings) {
      INFO(finding.rule << ": " << finding.message.zh);
      CHECK(finding.status != Status::fail);
    }
    const auto readable = std::ranges::find(review->findings, "file.readable", &Finding::rule);
    REQUIRE(readable != review->findings.end());
    CHECK(readable->status == Status::review);
    for (const File& file : review->dossier.files) {
      CHECK(file.document.status == FileStatus::unreadable);
      CHECK(file.document.has_problem("quarantined"));
    }
  }
}

TEST_CASE("a dossier that is not opened is reviewed though nobody names its programme") {
  const NamedPapers papers;
  const auto profiles = shipped_profiles(finders());
  REQUIRE(profiles);
  ClosedReader reader("the reading process died twice");
  const Tools tools{reader, *profiles,          finders(), structures(),
                    check,  consistency_matrix, subject_of};
  Progress quiet;
  ReviewRequest request;
  request.path = papers.path();
  request.today = {2024, 8, 31};
  const auto review = review_dossier(request, tools, quiet);
  REQUIRE(review);
  CHECK(review->verdict == Verdict::review);
}
