#include <catch2/catch.hpp>

#include "checkers/predicates/gaps.h"
#include "small_dossier.h"

using namespace biaoshen;

namespace {

Outcome ask_for_form(const SmallDossier& d) {
  return d.ask(material_present, {{"material", "application-form"}});
}
Outcome ask_for_standard(const SmallDossier& d) {
  return d.ask(material_present, {{"material", "standard-text"}, {"draft", "draft"}});
}
Outcome ask_for_page(const SmallDossier& d) {
  return d.ask(material_present, {{"material", "platform-screenshot"}, {"view", "platform.view"}});
}

}  // namespace

TEST_CASE("a material that is there passes and its first line is quoted") {
  SmallDossier d;
  d.file("申报书.pdf", "application-form");
  const Outcome outcome = ask_for_form(d);
  CHECK(outcome.status == Status::pass);
  REQUIRE(quotes_in(outcome) == 1);
  CHECK(std::get<Quote>(outcome.evidence.front()).text == "第一行文字");
  CHECK(outcome.arguments.at("files") == "申报书.pdf");
}

TEST_CASE("a material fails by absence only after a complete search") {
  SmallDossier d;
  d.file("标准.pdf", "standard-text");
  const Outcome outcome = ask_for_form(d);
  CHECK(outcome.status == Status::fail);
  REQUIRE(search_of(outcome) != nullptr);
  CHECK(search_of(outcome)->complete);
  CHECK(search_of(outcome)->files == std::vector<std::string>{"f01"});
}

TEST_CASE("an unread page makes an absent material a matter of review, naming file and page") {
  SmallDossier d;
  d.file("扫描.pdf");
  d.unread();
  const Outcome outcome = ask_for_form(d);
  CHECK(outcome.status == Status::review);
  CHECK_FALSE(search_of(outcome)->complete);
  CHECK(contains(outcome.reason.zh, "扫描.pdf 第 1 页"));
}

TEST_CASE("an encrypted, refused or partly read file keeps a search from being complete") {
  for (FileStatus status : {FileStatus::unreadable, FileStatus::refused, FileStatus::partial}) {
    SmallDossier d;
    File& file = d.file("x.pdf");
    file.document.status = status;
    file.document.problems = {{"encrypted", 0, ""}};
    CHECK(ask_for_form(d).status == Status::review);
  }
}

TEST_CASE("a partly read file hides only the pages its problems name") {
  SmallDossier d;
  File& file = d.file("x.pdf", "standard-text");
  file.document.status = FileStatus::partial;
  file.document.problems = {{"damaged-image", 3, ""}};
  const auto found = gaps(d.dossier, Pictures::cannot_hold_it);
  REQUIRE(found.size() == 1);
  CHECK(found.front().pages == std::vector<std::uint32_t>{3});
  CHECK(d.ask(files_readable, {}).status == Status::fail);
  d.dossier.files.front().document.problems = {{"page-limit", 0, "2000"}};
  CHECK(gaps(d.dossier, Pictures::cannot_hold_it).front().pages.empty());
  CHECK(d.ask(files_readable, {}).status == Status::review);
}

TEST_CASE("litter hides nothing and is not searched") {
  SmallDossier d;
  d.file("标准.pdf", "standard-text");
  d.file("Thumbs.db").document.status = FileStatus::ignored;
  const Outcome outcome = ask_for_form(d);
  CHECK(outcome.status == Status::fail);
  CHECK(search_of(outcome)->files.size() == 1);
}

TEST_CASE("a material known by its file name alone is for review") {
  SmallDossier d;
  d.file("申报书.pdf", "application-form");
  d.unread();
  const Outcome outcome = ask_for_form(d);
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "申报书.pdf"));
}

TEST_CASE("a name that speaks alone does not count where a page was not read") {
  SmallDossier d;
  d.file("申报书.pdf", "application-form");
  d.unread();
  Page second;
  second.number = 2;
  second.text = "续表\n";
  second.words = {{0, 6, InFlow{1}}};
  second.lines = {{0, 1, 0, 6, 10}};
  d.dossier.files.back().document.pages.push_back(second);
  d.dossier.parts.back().last_page = 2;
  CHECK(ask_for_form(d).status == Status::pass);  // its content spoke for it
  d.dossier.parts.back().known_by_name_only = true;
  CHECK(ask_for_form(d).status == Status::review);
}

TEST_CASE("a draft does not count as the text of the standard") {
  SmallDossier d;
  d.file("文本.pdf", "standard-text");
  d.fact("draft", "征求意见稿", "standard-text");
  const Outcome outcome = ask_for_standard(d);
  CHECK(outcome.status == Status::fail);
  CHECK(contains(outcome.reason.zh, "征求意见稿"));
  CHECK(quotes_in(outcome) == 1);
}

TEST_CASE("a draft beside the published text does no harm") {
  SmallDossier d;
  d.file("征求意见稿.pdf", "standard-text");
  d.fact("draft", "征求意见稿", "standard-text");
  d.file("发布稿.pdf", "standard-text");
  const Outcome outcome = ask_for_standard(d);
  CHECK(outcome.status == Status::pass);
  CHECK(outcome.arguments.at("files") == "发布稿.pdf");
}

TEST_CASE("a placeholder for the number marks a draft as well") {
  SmallDossier d;
  d.file("文本.pdf", "standard-text");
  d.fact("draft", "T/XXX XXXX—XXXX", "standard-text", "placeholder");
  CHECK(ask_for_standard(d).status == Status::fail);
}

TEST_CASE("the detail page of the platform passes") {
  SmallDossier d;
  d.file("截图.pdf", "platform-screenshot");
  d.fact("platform.view", "detail", "platform-screenshot");
  CHECK(ask_for_page(d).status == Status::pass);
}

TEST_CASE("a list page is not the detail page") {
  SmallDossier d;
  d.file("截图.pdf", "platform-screenshot");
  d.fact("platform.view", "list", "platform-screenshot");
  CHECK(ask_for_page(d).status == Status::fail);
}

TEST_CASE("the page of another platform does not count") {
  SmallDossier d;
  d.file("截图.pdf", "platform-screenshot");
  d.fact("platform.view", "detail", "platform-screenshot").details = {{"platform", "std.samr"}};
  const Parameters parameters = {
      {"material", "platform-screenshot"}, {"view", "platform.view"}, {"platform", "ttbz"}};
  CHECK(d.ask(material_present, parameters).status == Status::fail);
  d.fact("platform.view", "detail", "platform-screenshot").details = {{"platform", "ttbz"}};
  CHECK(d.ask(material_present, parameters).status == Status::pass);
}

TEST_CASE("a page of the platform whose view is unknown is for review") {
  SmallDossier d;
  d.file("截图.pdf", "platform-screenshot");
  CHECK(ask_for_page(d).status == Status::review);
}

TEST_CASE("a large unread picture may be the screenshot, a small one is a logo") {
  SmallDossier d;
  Page& page = d.file("证明.docx").document.pages.front();
  page.images = {{{}, 900, 600, "png"}};
  CHECK(ask_for_page(d).status == Status::review);
  CHECK(ask_for_form(d).status == Status::fail);
  d.dossier.files.front().document.pages.front().images = {{{}, 120, 120, "png"}};
  CHECK(ask_for_page(d).status == Status::fail);
}

TEST_CASE("figures inside the text of the standard are no screenshots") {
  SmallDossier d;
  d.file("标准.pdf", "standard-text").document.pages.front().images = {{{}, 900, 600, "png"}};
  CHECK(ask_for_page(d).status == Status::fail);
}

TEST_CASE("a note about a partly read file hides nothing, and does not stand for what does") {
  SmallDossier d;
  File& file = d.file("x.pdf", "standard-text");
  file.document.status = FileStatus::partial;
  file.document.problems = {
      {"digital-signature", 0, "甲"}, {"hidden-text", 2, ""}, {"no-text-recognised", 3, ""}};
  const auto found = gaps(d.dossier, Pictures::cannot_hold_it);
  REQUIRE(found.size() == 1);
  CHECK(found.front().pages == std::vector<std::uint32_t>{3});
  CHECK(found.front().reason == "no-text-recognised");
  // Attachments of a mail that nobody opens: a note alone, in a file that is partly read.
  d.dossier.files.front().document.problems = {{"attachment", 0, "2"}};
  REQUIRE(gaps(d.dossier, Pictures::cannot_hold_it).size() == 1);
  CHECK(gaps(d.dossier, Pictures::cannot_hold_it).front().pages.empty());
}

TEST_CASE("what only this program cannot unpack is for a person") {
  for (const char* kind : {"archive-variant", "compression-method", "multi-volume", "spool-full"}) {
    CAPTURE(kind);
    SmallDossier d;
    d.file("附件.rar").document.status = FileStatus::unreadable;
    d.dossier.files.front().document.problems = {{kind, 0, ""}};
    const Outcome outcome = d.ask(files_readable, {});
    CHECK(outcome.status == Status::review);
    CHECK_FALSE(contains(outcome.reason.zh, kind));
  }
}

TEST_CASE("files that the applicant must send again fail file.readable") {
  for (const char* kind : {"encrypted", "damaged-pdf", "empty-file", "format-unknown"}) {
    SmallDossier d;
    d.file("好.pdf", "standard-text");
    File& bad = d.file("坏.pdf");
    bad.document.status = FileStatus::unreadable;
    bad.document.problems = {{kind, 0, ""}};
    const Outcome outcome = d.ask(files_readable, {});
    CHECK(outcome.status == Status::fail);
    CHECK(contains(outcome.reason.zh, "坏.pdf"));
    CHECK_FALSE(contains(outcome.reason.zh, "好.pdf"));
  }
}

TEST_CASE("pages that need OCR, and limits of this program, are for review in file.readable") {
  SmallDossier scan;
  scan.file("扫描.pdf");
  scan.unread();
  CHECK(scan.ask(files_readable, {}).status == Status::review);

  SmallDossier slow;
  slow.file("慢.pdf").document.status = FileStatus::unreadable;
  slow.dossier.files.front().document.problems = {{"time-limit", 0, "20 s"}};
  CHECK(slow.ask(files_readable, {}).status == Status::review);
}

TEST_CASE("a known format without a reader is our lack, an unknown or a false one is not") {
  using Kinds = std::vector<std::string>;
  for (const auto& [kinds, status] : {std::pair{Kinds{"format-zip"}, Status::review},
                                      {Kinds{"format-doc"}, Status::review},
                                      {Kinds{"format-unknown"}, Status::fail},
                                      {Kinds{"empty-file"}, Status::fail},
                                      {Kinds{"wrong-extension", "format-html"}, Status::fail}}) {
    CAPTURE(kinds);
    SmallDossier d;
    Document& document = d.file("附件.bin").document;
    document.status = FileStatus::unreadable;
    for (const std::string& kind : kinds) document.problems.push_back({kind, 0, ""});
    CHECK(d.ask(files_readable, {}).status == status);
  }
}

TEST_CASE("a dossier whose files were all read passes file.readable, litter aside") {
  SmallDossier d;
  d.file("好.pdf");
  d.file("~$好.docx").document.status = FileStatus::ignored;
  const Outcome outcome = d.ask(files_readable, {});
  CHECK(outcome.status == Status::pass);
  CHECK(outcome.arguments.at("count") == "1");
  CHECK(search_of(outcome)->complete);
}

TEST_CASE("an empty dossier fails file.readable") {
  CHECK(SmallDossier().ask(files_readable, {}).status == Status::fail);
}
