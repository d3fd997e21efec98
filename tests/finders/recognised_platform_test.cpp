// Pages of the platform as recognition gives them: with places, with a wrong character here and
// there, as a picture on a page, cut, stacked, as a list.
#include <catch2/catch.hpp>

#include "extractors/finders/platform_finder.h"
#include "extractors/finders/platform_page.h"
#include "tests/finders/document_builder.h"
#include "tests/finders/platform_field.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

PrintedLines table(const std::string& number, const std::string& status) {
  return {{{20, "标准详细信息"}},
          {{20, "标准状态"}, {200, status}},
          {{20, "标准编号"}, {200, number}},
          {{20, "中文标题"}, {200, "智能家电云云互联互通"}},
          {{20, "英文标题"}, {200, "Smart home"}},
          {{20, "国际标准分类号(ICS)"}, {200, "97.030"}},
          {{20, "中国标准分类号(CCS)"}, {200, "Y 60"}},
          {{20, "发布日期"}, {200, "2017年11月01日"}},
          {{20, "实施日期"}, {200, "2018年01月01日"}}};
}

}  // namespace

TEST_CASE("a screenshot pasted under a heading is a page of its own, with the picture's index") {
  for (Page page : {flow_page({"附件3 平台公示截图"}), printed_page({{{60, "附件3 截图"}}})}) {
    add_picture(page, table("T/CAS 290—2017", "现行"));
    const Document document = document_of({page});
    const auto pages = find_platform_pages(document);
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].image == 0U);
    CHECK(field(pages[0], "number") == "T/CAS 290—2017");
    CHECK(field(pages[0], "title") == "智能家电云云互联互通");
    CHECK(field(pages[0], "implemented") == "2018年01月01日");
    CHECK(field(pages[0], "title-en") == "Smart home");
  }
}

TEST_CASE("two pictures on a page are two pages, each with its own fields") {
  Page page = flow_page({"截图"});
  add_picture(page, table("T/CAS 290—2017", "现行"));
  add_picture(page, table("T/CAS 291—2018", "废止"));
  const Document document = document_of({page});
  const auto pages = find_platform_pages(document);
  REQUIRE(pages.size() == 2);
  CHECK(pages[1].image == 1U);
  CHECK(field(pages[0], "status") == "现行");
  CHECK(field(pages[1], "status") == "废止");
}

TEST_CASE("a screenshot in two pictures is one page; one that repeats a field is another") {
  const PrintedLines whole = table("T/CAS 290—2017", "现行");
  Page page = flow_page({"截图"});
  add_picture(page, PrintedLines(whole.begin(), whole.begin() + 6));
  add_picture(page, {{{20, "中国标准分类号(CCS)"}, {200, "Y 60"}},
                     {{20, "发布日期"}, {200, "2017年11月01日"}},
                     {{20, "是否包含专利信息"}, {200, "否"}}});
  const Document document = document_of({page});
  const auto pages = find_platform_pages(document);
  REQUIRE(pages.size() == 1);
  CHECK(field(pages[0], "published") == "2017年11月01日");
  CHECK(field(pages[0], "implemented") == "absent");
}

TEST_CASE("screenshots one below the other on a scan are records of their own") {
  PrintedLines both = table("T/CAS 290—2017", "现行");
  for (const auto& line : table("T/CAS 291—2018", "废止")) both.push_back(line);
  const Document document = document_of({recognised(printed_page(both))});
  const auto pages = find_platform_pages(document);
  REQUIRE(pages.size() == 2);
  CHECK(field(pages[0], "number") == "T/CAS 290—2017");
  CHECK(field(pages[0], "status") == "现行");
  CHECK(field(pages[1], "number") == "T/CAS 291—2018");
  CHECK(field(pages[1], "status") == "废止");
}

TEST_CASE("a label may have a wrong character, if no other label is as near") {
  PrintedLines lines = table("T/CAS 290—2017", "现行");
  lines[2][0].second = "标淮编号";
  lines[8][0].second = "买施日期";
  lines[7][0].second = "又布日期";  // 发布日期 or 公布日期
  const Document document = document_of({recognised(printed_page(lines))});
  const auto pages = find_platform_pages(document);
  REQUIRE(pages.size() == 1);
  CHECK(field(pages[0], "number") == "T/CAS 290—2017");
  CHECK(field(pages[0], "implemented") == "2018年01月01日");
  CHECK(field(pages[0], "published") == "absent");
  CHECK(field(pages[0], "disclosed") == "absent");
}

TEST_CASE("a wrong character in the file's own text is no label") {
  PrintedLines lines = table("T/CAS 290—2017", "现行");
  lines[2][0].second = "标淮编号";
  const Document document = document_of({printed_page(lines)});
  CHECK(find_platform_pages(document).empty());
}

TEST_CASE("a badge that stands apart from its label is the nearest one") {
  PrintedLines lines = table("T/CAS 290—2017", "");
  lines[1] = {{20, "标准状态"}};
  lines.insert(lines.begin() + 1, {{300, "废止"}});
  lines[2] = {{20, "标准状态"}, {200, "现行"}};
  const Document document = document_of({recognised(printed_page(lines))});
  const auto pages = find_platform_pages(document);
  REQUIRE(pages.size() == 1);
  CHECK(field(pages[0], "status") == "现行");
}

TEST_CASE("what is cut off is absent and not taken from elsewhere") {
  PrintedLines lines = table("T/CAS 290—2017", "现行");
  lines.erase(lines.begin() + 1);  // no 标准状态
  lines.push_back({{20, "现行"}});
  const Document document = document_of({recognised(printed_page(lines))});
  const auto pages = find_platform_pages(document);
  REQUIRE(pages.size() == 1);
  CHECK(field(pages[0], "status") == "absent");
}

TEST_CASE("labels above their values, as a telephone shows them") {
  PrintedLines lines;
  for (const auto& line : table("T/CAS 290—2017", "现行")) {
    lines.push_back({line[0]});
    if (line.size() > 1) lines.push_back({{20, line[1].second}});
  }
  const Document document = document_of({recognised(printed_page(lines))});
  const auto pages = find_platform_pages(document);
  REQUIRE(pages.size() == 1);
  CHECK(field(pages[0], "status") == "现行");
  CHECK(field(pages[0], "number") == "T/CAS 290—2017");
  CHECK(field(pages[0], "published") == "2017年11月01日");
}

TEST_CASE("each row of a list is a page of the list, wrapped cells included") {
  const PrintedLines lines = {{{20, "全国团体标准信息平台"}},
                              {{20, "团体标准查询结果"}},
                              {{10, "序号"},
                               {60, "团体名称"},
                               {200, "标准编号"},
                               {340, "标准名称"},
                               {460, "发布日期"},
                               {560, "实施日期"},
                               {650, "状态"}},
                              {{10, "1"},
                               {50, "中国标准化协会"},
                               {190, "T/CAS 290—2017"},
                               {320, "智能家电互联"},
                               {450, "2017-11-01"},
                               {550, "2018-01-01"},
                               {650, "现行"}},
                              {},
                              {{10, "2"},
                               {50, "中国电子学会"},
                               {190, "T/CIE 88—2020"},
                               {320, "数据中心液冷"},
                               {450, "2020-05-06"},
                               {550, "2020-06-01"},
                               {650, "废止"}},
                              {{320, "系统技术要求"}}};
  const Dossier dossier = dossier_of({recognised(printed_page(lines))});
  const auto pages = find_platform_pages(dossier.files[0].document);
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].view == "list");
  CHECK(field(pages[0], "status") == "现行");
  CHECK(field(pages[0], "title") == "智能家电互联");
  CHECK(field(pages[1], "number") == "T/CIE 88—2020");
  CHECK(field(pages[1], "title") == "数据中心液冷系统技术要求");
  CHECK(field(pages[1], "published") == "2020-05-06");
  CHECK(field(pages[1], "implemented") == "2020-06-01");
  CHECK(field(pages[1], "organization") == "中国电子学会");
  // Which row counts is not for the finder to say.
  CHECK(find_platform(dossier, dossier.parts[0], call("platform", {{"field", "number"}})).empty());
}

TEST_CASE("a firewall's page that names the host is no page of the platform") {
  const Document document = document_of({recognised(
      printed_page({{{20, "403"}},
                    {{20, "当前网址："}, {120, "www.ttbz.org.cn/StandardManage/Detail/22746/"}},
                    {{20, "客户端特征："}, {120, "Mozilla/5.0"}},
                    {{20, "拦截时间："}, {120, "2026-01-27 10:11:12"}}}))});
  CHECK(find_platform_pages(document).empty());
}
