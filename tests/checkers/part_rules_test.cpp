#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kFormats = {{"material", "application-form"},
                             {"formats", "docx/doc/wps|pdf/png/jpeg/tiff"}};
const Parameters kFormatsMust = {{"material", "application-form"},
                                 {"formats", "docx/doc/wps|pdf/png/jpeg/tiff"},
                                 {"missing", "fail"}};
const Parameters kProofs = {
    {"material", "implementation"}, {"facts", "user|effect"}, {"names", "应用单位|应用效果"}};

SmallDossier with_proofs() {
  SmallDossier d;
  d.file("证明1.pdf", "implementation");
  d.file("证明2.pdf", "implementation");
  d.fact("user", "甲公司", "implementation");
  d.fact("effect", "效果良好", "implementation");
  d.fact("user", "乙公司", "implementation").quote.file = "f02";
  return d;
}

}  // namespace

TEST_CASE("a material came as a document and as a scan") {
  SmallDossier d;
  d.file("申报书.docx", "application-form").document.format = "docx";
  d.file("申报书.pdf", "application-form");
  const Outcome outcome = d.ask(formats_present, kFormats);
  CHECK(outcome.status == Status::pass);
  CHECK(outcome.arguments.at("files") == "申报书.docx、申报书.pdf");
  CHECK(quotes_in(outcome) >= 1);
}

TEST_CASE("a format that is missing is for a person, or fails where the rule says so") {
  SmallDossier d;
  d.file("申报书.pdf", "application-form");
  const Outcome mild = d.ask(formats_present, kFormats);
  CHECK(mild.status == Status::review);
  CHECK(mild.arguments.at("missing") == "docx");
  CHECK(d.ask(formats_present, kFormatsMust).status == Status::fail);
  d.file("申报书.wps").document = {};
  d.dossier.files.back().document.status = FileStatus::unreadable;
  CHECK(d.ask(formats_present, kFormatsMust).status == Status::review);
}

TEST_CASE("a file that could not be opened has the format of its name") {
  SmallDossier d;
  d.file("申报书.pdf", "application-form");
  d.file("申报书.WPS", "application-form").document.format = "";
  CHECK(d.ask(formats_present, kFormats).status == Status::pass);
}

TEST_CASE("formats of a material that is not there are no question") {
  SmallDossier d;
  CHECK(d.ask(formats_present, kFormats).status == Status::not_applicable);
  d.file("扫描件.pdf");
  d.unread();
  CHECK(d.ask(formats_present, kFormats).status == Status::review);
}

TEST_CASE("each proof states who used the standard and to what effect") {
  SmallDossier d = with_proofs();
  const Outcome missing = d.ask(each_part_states, kProofs);
  CHECK(missing.status == Status::review);
  CHECK(missing.arguments.at("missing") == "证明2.pdf：应用效果");
  d.fact("effect", "效果明显", "implementation").quote.file = "f02";
  CHECK(d.ask(each_part_states, kProofs).status == Status::pass);
  d.facts.back().doubt = "ocr";
  const Outcome doubtful = d.ask(each_part_states, kProofs);
  CHECK(doubtful.status == Status::review);
  CHECK(contains(doubtful.arguments.at("missing"), "读数存疑"));
}

TEST_CASE("without proofs there is nothing that each must state") {
  SmallDossier d;
  CHECK(d.ask(each_part_states, kProofs).status == Status::not_applicable);
  d.file("证明.png");
  d.unread();
  CHECK(d.ask(each_part_states, kProofs).status == Status::review);
}
