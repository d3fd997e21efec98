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

TEST_CASE("refused and ignored files have no parts") {
  Dossier dossier = dossier_of("申报书.docx", {});
  dossier.files[0].document.status = FileStatus::refused;
  CHECK(parts_of(dossier).empty());
}
