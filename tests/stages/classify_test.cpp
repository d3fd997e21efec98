#include <catch2/catch.hpp>

#include "pages.h"
#include "pipeline/base/text.h"
#include "pipeline/stages/classify.h"

using namespace biaoshen;

namespace {

Page text_page(const std::string& heading, std::uint32_t number,
               const std::string& body = "正文内容") {
  return page_of({{heading, 18}, {body, 10}, {body, 10}, {body, 10}}, number);
}

bool says_cover(const Document&, const Page& page) {
  return contains(page.text, "<cover>");
}
constexpr StructureRow kRows[] = {{"standard-cover", says_cover}};

Profile small_profile() {
  using Where = Cue::Where;
  Profile profile;
  profile.id = "p";
  profile.materials = {
      {"form",
       {"申报书", "form"},
       true,
       {{Where::heading, "申报书", 6}, {Where::body, "申报单位", 2}, {Where::name, "申报书", 3}}},
      {"note",
       {"说明", "note"},
       true,
       {{Where::heading, "创新性说明", 6}, {Where::name, "创新性", 3}}},
      {"text",
       {"标准文本", "text"},
       true,
       {{Where::structure, "standard-cover", 10}, {Where::heading, "申报书", -8}}},
  };
  return profile;
}

std::vector<Part> parts_of(const Dossier& dossier) {
  return classify(dossier, small_profile(), kRows);
}

}  // namespace

TEST_CASE("contents decide against the name") {
  const auto parts = parts_of(
      dossier_of("附件3 创新性说明.docx", {text_page("高质量团体标准申报书", 1, "申报单位")}));
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].material == "form");
  CHECK(contains(parts[0].reason, "标题“高质量团体标准申报书”"));
  CHECK_FALSE(parts[0].known_by_name_only);
}

TEST_CASE("where name and contents disagree the reason says so") {
  const auto parts = parts_of(dossier_of("附件3 创新性说明.docx", {text_page("<cover>", 1)}));
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].material == "text");
  CHECK(contains(parts[0].reason, "文件名像是“说明”，以内容为准"));
  const auto agreeing = parts_of(dossier_of("创新性说明.docx", {text_page("创新性说明", 1)}));
  CHECK_FALSE(contains(agreeing.at(0).reason, "以内容为准"));
}

TEST_CASE("a file's own name counts, else the nearest folder or package that says something") {
  const auto material = [](const std::string& path) {
    return parts_of(dossier_of(path, {})).at(0).material;
  };
  CHECK(material("附件.zip/申报书.docx") == "form");
  CHECK(material("申报书.zip/创新性.pdf") == "note");
  CHECK(material("创新性/申报书/扫描件1.pdf") == "form");
  CHECK(material("申报书.zip/IMG_01.jpg") == "form");
  CHECK(material("材料.zip/IMG_01.jpg") == "other");
}

TEST_CASE("two standards that follow one another are two parts") {
  const auto parts =
      parts_of(dossier_of("合并.pdf", {text_page("<cover>", 1), text_page("前言", 2),
                                       text_page("<cover>", 3), text_page("前言", 4)}));
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].material == "text");
  CHECK(parts[0].last_page == 2);
  CHECK(parts[1].material == "text");
  CHECK(parts[1].first_page == 3);
  CHECK(parts[1].last_page == 4);
}

TEST_CASE("a file nobody could read is placed by its name, and the reason says so") {
  const auto parts = parts_of(dossier_of("附件2 申报书.pdf", {}));
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].material == "form");
  CHECK(parts[0].reason == "文件名“申报书”");
  CHECK(parts[0].known_by_name_only);
}

TEST_CASE("a file that nothing speaks for is other") {
  CHECK(parts_of(dossier_of("IMG_2024.pdf", {text_page("会议纪要", 1)})).at(0).material == "other");
}

TEST_CASE("a merged file falls apart where a page begins another material") {
  const auto parts = parts_of(
      dossier_of("合并.pdf", {text_page("申报书", 1), text_page("续表", 2), text_page("<cover>", 3),
                              text_page("前言", 4), text_page("创新性说明", 5)}));
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].material == "form");
  CHECK(parts[0].last_page == 2);
  CHECK(parts[1].material == "text");
  CHECK(parts[1].first_page == 3);
  CHECK(parts[1].last_page == 4);
  CHECK(parts[2].material == "note");
  CHECK(parts[2].first_page == 5);
}

TEST_CASE("a numbered section inside a form does not begin another material") {
  const auto parts =
      parts_of(dossier_of("a.pdf", {text_page("申报书", 1), text_page("五、创新性说明", 2),
                                    text_page("（二）创新性说明", 3)}));
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].last_page == 3);
}

TEST_CASE("a sentence that mentions a material does not begin it") {
  const auto parts = parts_of(
      dossier_of("a.pdf", {text_page("申报书", 1), text_page("具体内容见所附创新性说明。", 2)}));
  CHECK(parts.size() == 1);
}

TEST_CASE("documents without page breaks between them are parts of the same pages") {
  std::vector<PrintedLine> lines = {{"高质量团体标准申报书", 18}, {"申报单位：某某协会", 10}};
  for (int i = 0; i < 12; ++i) lines.emplace_back("正文内容", 10);
  lines.emplace_back("关于标准的创新性说明", 18);
  lines.emplace_back("正文内容", 10);
  Page page = page_of(lines, 1);
  for (Word& word : page.words) word.place = InFlow{1};
  const auto parts = parts_of(dossier_of("申报材料.docx", {page, text_page("续", 2)}));
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].material == "form");
  CHECK(parts[1].material == "note");
  CHECK(parts[1].first_page == 1);
  CHECK(parts[1].last_page == 2);
  CHECK(contains(parts[1].reason, "在一页之中"));
}

TEST_CASE("a smaller heading below, and print with places, begin nothing in the middle of a page") {
  std::vector<PrintedLine> lines = {{"高质量团体标准申报书", 18}, {"申报单位：某某协会", 10}};
  for (int i = 0; i < 12; ++i) lines.emplace_back("正文内容", 10);
  lines.emplace_back("关于标准的创新性说明", 18);
  CHECK(parts_of(dossier_of("a.pdf", {page_of(lines, 1)})).size() == 1);
  lines.back().second = 14;
  Page page = page_of(lines, 1);
  for (Word& word : page.words) word.place = InFlow{1};
  CHECK(parts_of(dossier_of("a.docx", {page})).size() == 1);
}

TEST_CASE("a package is no material, whatever its name, and its members are") {
  Dossier dossier = dossier_of("申报书.zip", {});
  Dossier member = dossier_of("申报书.zip/扫描件.pdf", {text_page("<cover>", 1)});
  member.files[0].container = "申报书.zip";
  dossier.files.push_back(member.files[0]);
  const auto parts = parts_of(dossier);
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].file == 1);
  CHECK(parts[0].material == "text");
}

TEST_CASE("an archive without files does not pass for what its name promises") {
  Dossier dossier = dossier_of("申报书.zip", {});
  REQUIRE(parts_of(dossier).size() == 1);
  dossier.files[0].document.problems.push_back({"empty-archive", 0, ""});
  CHECK(parts_of(dossier).empty());
}

TEST_CASE("refused and ignored files have no parts") {
  Dossier dossier = dossier_of("申报书.docx", {});
  dossier.files[0].document.status = FileStatus::refused;
  CHECK(parts_of(dossier).empty());
}
