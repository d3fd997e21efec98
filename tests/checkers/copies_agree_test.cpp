#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kAskedOfCopies = {{"about", "title"}, {"fields", "form.field"}};

// A form as a file to edit and as a scan.
struct Copies : SmallDossier {
  Copies() {
    profile.matrix = {{"number", {"标准编号", "number"}}, {"title", {"标准名称", "title"}}};
    file("申报书.docx", "application-form");
    file("申报书.pdf", "application-form");
  }
  Fact& field(std::string label, std::string value, std::string file, std::string doubt = "") {
    Fact& made = fact("form.field", std::move(value), "application-form", std::move(doubt));
    made.quote.file = std::move(file);
    made.details = {{"label", std::move(label)}, {"state", "filled"}};
    return made;
  }
  Outcome outcome() const { return ask(copies_agree, kAskedOfCopies); }
};

constexpr const char* kLong = "自实施以来已在三家单位的十二座冷库应用，接入时间缩短到一天。";
constexpr const char* kMisread = "自实施以来己在三家单位的十二座冷库应用，接入时间缩短到一天。";
constexpr const char* kOtherDigits = "自实施以来已在三家单位的12座冷库应用，接入时间缩短到一天。";

}  // namespace

TEST_CASE("copies that say the same agree, and the fields are counted") {
  Copies d;
  d.field("联系人", "许未晞", "f01");
  d.field("联系人", "许 未 晞", "f02", "ocr");
  d.number("ABC", "012", "2023", "application-form");
  d.number("ABC", "012", "2023", "application-form").quote.file = "f02";
  const Outcome outcome = d.outcome();
  CHECK(outcome.status == Status::pass);
  CHECK(outcome.arguments.at("count") == "2");
  CHECK(outcome.arguments.at("files") == "申报书.docx、申报书.pdf");
}

TEST_CASE("what differs is told with both places") {
  Copies d;
  d.number("ABC", "012", "2023", "application-form");
  d.number("ABC", "021", "2023", "application-form").quote.file = "f02";
  d.field("联系电话", "010-00000001", "f01");
  d.field("联系电话", "010-00000002", "f02", "ocr");
  const Outcome outcome = d.outcome();
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh,
                 "标准编号：“T/ABC 012—2023”（申报书.docx 第 1 页）、"
                 "“T/ABC 021—2023”（申报书.pdf 第 1 页）"));
  CHECK(contains(outcome.reason.zh, "联系电话：“010-00000001”"));
  CHECK(contains(outcome.reason.zh, "读数存疑"));
  CHECK(quotes_in(outcome) == 4);
}

TEST_CASE("a misread character in a long recognised text is no difference, a digit is") {
  Copies d;
  d.field("实施应用情况", kLong, "f01");
  Fact& scanned = d.field("实施应用情况", kMisread, "f02", "ocr");
  CHECK(d.outcome().status == Status::pass);
  scanned.doubt.clear();
  CHECK(d.outcome().status == Status::review);
  d.facts.back().doubt = "ocr";
  d.facts.back().value = kOtherDigits;
  CHECK(d.outcome().status == Status::review);
}

TEST_CASE("O for 0 in a recognised code is no difference, another digit is") {
  Copies d;
  d.field("统一社会信用代码", "12350000MB0RQY560C", "f01");
  Fact& scanned = d.field("统一社会信用代码", "12350000MBORQY560C", "f02", "ocr");
  CHECK(d.outcome().status == Status::pass);
  scanned.doubt.clear();
  CHECK(d.outcome().status == Status::review);
  scanned.quote.origin = Origin::ocr;
  CHECK(d.outcome().status == Status::pass);
  d.facts.back().doubt = "ocr";
  d.facts.back().value = "12350000MB0RQY566C";
  CHECK(d.outcome().status == Status::review);
}

TEST_CASE("a second reading that agrees settles a doubtful one") {
  Copies d;
  d.field("联系人", "许未晞", "f01");
  Fact& scanned = d.field("联系人", "许末晞", "f02", "ocr-differs");
  CHECK(d.outcome().status == Status::review);
  scanned.details.emplace_back("second", "许未晞");
  CHECK(d.outcome().status == Status::pass);
}

TEST_CASE("a copy that leaves a field open or says more is not another version") {
  Copies d;
  d.field("联系人", "许未晞", "f01");
  d.field("联系人", "顾清和", "f01");
  d.field("联系人", "许未晞", "f02");
  d.field("联系电话", "010-00000001", "f01");
  CHECK(d.outcome().status == Status::pass);
}

TEST_CASE("one copy alone, other standards and other papers are not compared") {
  Copies d;
  d.field("联系人", "许未晞", "f01");
  CHECK(d.outcome().status == Status::not_applicable);
  d.number("ABC", "012", "2023", "application-form");
  d.number("ABC", "077", "2023", "application-form", "other-standard").quote.file = "f02";
  CHECK(d.outcome().status == Status::not_applicable);
  d.file("证书一.pdf", "procedure");
  d.file("证书二.pdf", "procedure");
  d.fact("title", "甲", "procedure").quote.file = "f03";
  d.fact("title", "乙", "procedure").quote.file = "f04";
  CHECK(d.outcome().status == Status::not_applicable);
}
