#include <catch2/catch.hpp>

#include "checkers/batch/batch_predicates.h"
#include "pipeline/base/sha256.h"
#include "small_batch.h"

using namespace biaoshen;

namespace {

const Parameters kSameProof = {{"materials", "proof|award"}, {"applicant", "applicant"}};

SmallBatch two_with_one_proof(const std::string& applicant_1, const std::string& applicant_2) {
  SmallBatch batch;
  batch.dossier("一").file("应用证明.pdf", 'a', "proof");
  if (!applicant_1.empty()) batch.fact("applicant", applicant_1);
  batch.dossier("二").file("附件/证明3.pdf", 'a', "proof");
  if (!applicant_2.empty()) batch.fact("applicant", applicant_2);
  return batch;
}

}  // namespace

TEST_CASE("one file as proof of two applicants is for a person") {
  const auto found = two_with_one_proof("甲科技有限公司", "乙大学").ask(same_proof, kSameProof);
  REQUIRE(found.size() == 1);
  CHECK(found[0].status == Status::review);
  CHECK(found[0].arguments.at("files") == "一/应用证明.pdf、二/附件/证明3.pdf");
  CHECK(found[0].evidence.size() == 2);
  CHECK(std::get<Quote>(found[0].evidence[1].evidence).origin == Origin::name);
}

TEST_CASE("one applicant may use its proof twice") {
  CHECK(two_with_one_proof("甲科技有限公司", "甲科技有限责任公司")
            .ask(same_proof, kSameProof)
            .empty());
}

TEST_CASE("where an applicant was not read the file is shown") {
  CHECK(two_with_one_proof("甲科技有限公司", "").ask(same_proof, kSameProof).size() == 1);
}

TEST_CASE("files of other materials, other contents and empty files are no shared proof") {
  SmallBatch batch;
  for (const char* name : {"甲大学", "乙大学"}) {
    batch.dossier(name).fact("applicant", name).file("申报书.docx", 'b', "application-form");
    batch.file("证明.pdf", name == std::string("甲大学") ? 'c' : 'd', "proof");
    batch.file("空.pdf", 'e', "proof");
    batch.entries.back().files.back().sha256 = sha256("");
    batch.file("未读.pdf", 'e', "proof");
    batch.entries.back().files.back().sha256.clear();
  }
  CHECK(batch.ask(same_proof, kSameProof).empty());
}

TEST_CASE("several files of the same two dossiers are one finding") {
  SmallBatch batch;
  for (const char* name : {"甲大学", "乙大学"})
    batch.dossier(name)
        .fact("applicant", name)
        .file("1.pdf", 'a', "proof")
        .file("2.pdf", 'b', "award");
  CHECK(batch.ask(same_proof, kSameProof).size() == 1);
}
