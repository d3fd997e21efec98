// What a review writes into dossier.json is what is read back from it.
#include "pipeline/batch/record_reader.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "pipeline/model/input_digest.h"
#include "templates/json/json_writer.h"
#include "tests/templates/sample_review.h"

using namespace biaoshen;
using Json = nlohmann::ordered_json;

namespace {

Review returned_review() {
  Review review = sample_review();
  review.decisions = {{"张三",
                       "2024-09-02",
                       std::string(64, '1'),
                       std::string(64, '2'),
                       1,
                       {{review.findings[0].rule, Treatment::send_back, "请补\n正", "e"}}}};
  review.notice_template_sha256 = std::string(64, '3');
  return review;
}

Record read_back(const Review& review, const Presentation& presentation) {
  const auto record = record_of(*write_json(review, presentation), "dossier.json");
  REQUIRE(record);
  return *record;
}

}  // namespace

TEST_CASE("a record says what the review said") {
  const Review review = returned_review();
  const Record record = read_back(review, {Language::zh, PersonalData::shown});
  CHECK(record.presentation == Presentation(Language::zh, PersonalData::shown));
  CHECK(record.name == review.dossier.name);
  CHECK(record.verdict == review.verdict);
  CHECK(record.programme == review.profile.id);
  CHECK(record.subject.number == review.subject.number);
  CHECK(record.input_sha256 == input_sha256(review.dossier));
  CHECK(record.notice_template_sha256 == review.notice_template_sha256);
  CHECK(record.decisions == review.decisions);
}

TEST_CASE("findings come back whole, with their words in the language of the result") {
  const Review review = sample_review();
  for (const Language language : {Language::zh, Language::en}) {
    const Record record = read_back(review, language);
    REQUIRE(record.findings.size() == review.findings.size());
    for (std::size_t i = 0; i < review.findings.size(); ++i) {
      const Finding &one = record.findings[i], &other = review.findings[i];
      INFO(other.rule);
      CHECK(one.rule == other.rule);
      CHECK(one.status == other.status);
      CHECK(one.level == other.level);
      CHECK(one.message.in(language) == other.message.in(language));
      CHECK(one.remedy.in(language) == other.remedy.in(language));
      CHECK(one.cites.size() == other.cites.size());
      CHECK(one.is_waived() == other.is_waived());
      REQUIRE(one.evidence.size() == other.evidence.size());
      for (std::size_t k = 0; k < one.evidence.size(); ++k) {
        REQUIRE(one.evidence[k].index() == other.evidence[k].index());
        if (const auto* quote = std::get_if<Quote>(&one.evidence[k]))
          CHECK(quote->text == std::get<Quote>(other.evidence[k]).text);
      }
    }
  }
}

TEST_CASE("files come back with their parts and problems") {
  const Review review = sample_review();
  const Record record = read_back(review, Language::zh);
  REQUIRE(record.files.size() == review.dossier.files.size());
  for (std::size_t i = 0; i < record.files.size(); ++i) {
    const File& file = review.dossier.files[i];
    CHECK(record.files[i].path == file.path);
    CHECK(record.files[i].status == file.document.status);
    CHECK(record.files[i].pages == file.document.pages.size());
    CHECK(record.files[i].problems.size() == file.document.problems.size());
  }
  CHECK(record.files[5].parts.size() == 2);
}

TEST_CASE("a member that is missing or of another type is named, whichever it is") {
  const Json whole = Json::parse(*write_json(returned_review(), Language::zh));
  for (const char* member :
       {"presentation", "name", "programme", "as_of", "revision", "verdict", "application",
        "input_sha256", "setting_sha256", "subject", "files", "problems", "findings", "facts"}) {
    INFO(member);
    Json without = whole, other = whole;
    without.erase(member);
    other[member] = Json::array({1});
    for (const Json& json : {without, other}) {
      const auto record = record_of(json.dump(), "a/dossier.json");
      REQUIRE_FALSE(record);
      CHECK(record.error().code == ErrorCode::input);
      CHECK(record.error().message.find("a/dossier.json") == 0);
      CHECK(record.error().message.find(member) != std::string::npos);
    }
  }
}

TEST_CASE("what is not a dossier.json of ours is refused") {
  for (const char* text : {"", "nonsense", "[]", "{}", "{\"schema\": \"other\"}"})
    CHECK_FALSE(record_of(text, "x"));
}
