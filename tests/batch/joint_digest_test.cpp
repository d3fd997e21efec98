#include "templates/batch/joint_digest.h"

#include <catch2/catch.hpp>
#include <functional>
#include <set>

#include "sample_batch.h"

using namespace biaoshen;

namespace {

std::optional<std::string> digest_of(const BatchReport& report, const char* dossier,
                                     const Presentation& presentation = Language::zh) {
  const BatchNames names(report);
  return JointDigests(report, names, presentation).of(dossier);
}

}  // namespace

TEST_CASE("a dossier that no finding is about has no digest") {
  CHECK_FALSE(digest_of(sample_batch(), "推荐函"));
  CHECK(digest_of(sample_batch(), "乙"));
}

TEST_CASE("whatever the findings and their section are made from changes the digest") {
  const std::string before = *digest_of(sample_batch(), "乙");
  const std::vector<std::function<void(BatchReport&)>> changes = {
      [](BatchReport& r) { r.tool_version = "9"; },
      [](BatchReport& r) { r.findings[0].message.zh = "另一句"; },
      [](BatchReport& r) { r.findings[0].title.zh = "另一个标题"; },
      [](BatchReport& r) { r.findings[0].status = Status::fail; },
      [](BatchReport& r) { r.findings[0].dossiers.push_back("推荐函"); },
      [](BatchReport& r) { r.findings[0].evidence.pop_back(); },
      [](BatchReport& r) { r.rows[0].folder = "另一个文件夹"; },
      [](BatchReport& r) { r.rows[0].entry->subject.number = "T/BAIIA 016—2022"; },
      [](BatchReport& r) { r.rows[0].entry->files[0].path = "别的.docx"; },
      [](BatchReport& r) { r.findings.push_back(r.findings[0]); },
  };
  std::set<std::string> digests = {before};
  for (const auto& change : changes) {
    BatchReport report = sample_batch();
    change(report);
    digests.insert(*digest_of(report, "乙"));
  }
  digests.insert(*digest_of(sample_batch(), "乙", Language::en));
  digests.insert(*digest_of(sample_batch(), "乙", {Language::zh, PersonalData::shown}));
  digests.insert(*digest_of(sample_batch(), "甲-13800138000"));
  CHECK(digests.size() == changes.size() + 4);
}

TEST_CASE("what is about others changes no digest") {
  BatchReport report = sample_batch();
  report.rows[2].entry->subject.title = "别的";
  report.findings[0].message.en = "another sentence";
  report.findings.push_back(sample_finding({"推荐函"}));
  CHECK(digest_of(report, "乙") == digest_of(sample_batch(), "乙"));
}
