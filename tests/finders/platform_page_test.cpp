#include "extractors/finders/platform_page.h"

#include <catch2/catch.hpp>

#include "extractors/finders/platform_finder.h"
#include "tests/finders/document_builder.h"
#include "tests/finders/platform_field.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

const std::vector<std::string> kDetail = {
    "全国团体标准信息平台",
    "注册 | 个人登录 | 团体登录",
    "某某协会自我承诺",
    "按照在本平台公布的《标准制定程序文件_CAS》制定。",
    "团体详细信息",
    "团体名称\t中国标准化协会",
    "登记证号\t51100000500000000X",
    "发证机关\t民政部",
    "标准详细信息",
    "标准状态\t现行",
    "标准编号\tT/CAS 290—2017",
    "中文标题\t智能家电云云互联互通",
    "英文标题\tSmart home",
    "国际标准分类号\t97.030",
    "中国标准分类号\tY60",
    "发布日期\t2017年11月01日",
    "实施日期\t2018年01月01日",
    "范围\t本标准规定了智能家电的要求",
    "主要技术内容",
    "是否包含专利信息\t否",
    "标准文本\t查看",
    "*由中国标准化协会于2017-11-5 17:13:18在团体标准信息平台公布，最后修改时间：2017-11-5 17:13:18",
    "京ICP备10046988号-26"};

}  // namespace

TEST_CASE("a detail page of ttbz is known and its fields are read") {
  const Document document = document_of({flow_page(kDetail)});
  const auto pages = find_platform_pages(document);
  REQUIRE(pages.size() == 1);
  CHECK(pages[0].platform == "ttbz");
  CHECK(pages[0].view == "detail");
  CHECK(field(pages[0], "status") == "现行");
  CHECK(field(pages[0], "number") == "T/CAS 290—2017");
  CHECK(field(pages[0], "title") == "智能家电云云互联互通");
  CHECK(field(pages[0], "organization") == "中国标准化协会");
  CHECK(field(pages[0], "published") == "2017年11月01日");
  CHECK(field(pages[0], "implemented") == "2018年01月01日");
  CHECK(field(pages[0], "scope") == "本标准规定了智能家电的要求");
  CHECK(field(pages[0], "patent") == "否");
}

TEST_CASE("an empty field of the page is there and empty") {
  const Document document = document_of({flow_page(kDetail)});
  CHECK(field(find_platform_pages(document)[0], "main-content") == "");
}

TEST_CASE("the time of disclosure is never the date of publication") {
  std::vector<std::string> lines = kDetail;
  lines.erase(lines.begin() + 15);
  const Document document = document_of({flow_page(lines)});
  const auto page = find_platform_pages(document).at(0);
  CHECK(field(page, "published") == "absent");
  CHECK(field(page, "disclosed").find("2017-11-5") == 0);
}

TEST_CASE("a standard with the platform's watermark on every page is no page of the platform") {
  const Document document = document_of(
      {flow_page({"全国团体标准信息平台", "T/CAS 290—2017", "全国团体标准信息平台"}),
       flow_page(
           {"前 言", "本文件按照GB/T 1.1—2020的规定起草。", "全国团体标准信息平台", "ttbz.org.cn"}),
       flow_page({"2 规范性引用文件", "标准编号", "全国团体标准信息平台", "ttbz.org.cn"})});
  CHECK(find_platform_pages(document).empty());
}

TEST_CASE("an application form has the same labels and is no page of the platform") {
  const Document document = document_of(
      {flow_page({"高质量团体标准申报书", "标准编号：T/CAS 290—2017", "标准状态：现行",
                  "登记证号：51100000500000000X", "国际标准分类号：97.030", "中国标准分类号：Y60",
                  "国民经济分类：C38", "是否包含专利信息：否", "发证机关：民政部"})});
  CHECK(find_platform_pages(document).empty());
}

TEST_CASE("a print-out over two pages is one page of the platform with the fields of both") {
  const Document document = document_of({flow_page({kDetail.begin(), kDetail.begin() + 9}),
                                         flow_page({kDetail.begin() + 9, kDetail.end()})});
  const auto pages = find_platform_pages(document);
  REQUIRE(pages.size() == 1);
  CHECK(pages[0].page == 1);
  CHECK(field(pages[0], "organization") == "中国标准化协会");
  CHECK(field(pages[0], "number") == "T/CAS 290—2017");
}

TEST_CASE("two print-outs are two pages") {
  const Document document = document_of({flow_page(kDetail), flow_page(kDetail)});
  CHECK(find_platform_pages(document).size() == 2);
  CHECK(find_platform_pages(document, 2, 2).size() == 1);
}

TEST_CASE("the list of the platform is a list, and its date is that of disclosure") {
  const Document document = document_of({table_page(
      {{"序号", "团体名称", "标准编号", "标准名称", "公布日期", "状态", "详细", "购买信息"},
       {"1", "中国标准化协会", "T/CAS 290—2017", "智能家电", "2017-11-05", "现行", "详细", ""}})});
  const auto pages = find_platform_pages(document);
  REQUIRE(pages.size() == 1);
  CHECK(pages[0].view == "list");
  CHECK(field(pages[0], "disclosed") == "2017-11-05");
  CHECK(field(pages[0], "published") == "absent");
}

TEST_CASE("pages of the other platforms are told apart") {
  const Document openstd = document_of({flow_page(
      {"全国标准信息公共服务平台", "标准号：GB/T 1.1-2009", "中文标准名称： 标准化工作导则",
       "英文标准名称：Directives", "标准状态：", "废止", "中国标准分类号（CCS）", "A00",
       "国际标准分类号（ICS）", "01.120", "发布日期", "2009-06-17", "主管部门", "国家标准委",
       "归口部门", "国家标准委", "备案号： 京ICP备18022388号-1"})});
  const auto pages = find_platform_pages(openstd);
  REQUIRE(pages.size() == 1);
  CHECK(pages[0].platform == "openstd");
  CHECK(field(pages[0], "status") == "废止");
  CHECK(field(pages[0], "published") == "2009-06-17");
  const Document samr = document_of({flow_page(
      {"国家标准 - 全国标准信息公共服务平台", "基础信息", "标准号", "GB/T 20223-2006", "发布日期",
       "2006-03-10", "中国标准分类号", "B32", "归口单位", "中国纤维检验局", "主管部门", "质检总局",
       "京ICP备09001239号-6", "友情链接 全国团体标准信息平台"})});
  REQUIRE(find_platform_pages(samr).size() == 1);
  CHECK(find_platform_pages(samr)[0].platform == "std.samr");
}

TEST_CASE(
    "where 标准状态 heads a row of dates the status is the badge, and a filter is no status") {
  const Document badge = document_of(
      {flow_page({"国家标准 - 全国标准信息公共服务平台", "棉短绒", "废止", "标准状态",
                  "发布 于 2006-03-10", "基础信息", "标准号", "GB/T 20223-2006", "归口单位",
                  "中国纤维检验局", "主管部门", "质检总局", "京ICP备09001239号-6"})});
  REQUIRE(find_platform_pages(badge).size() == 1);
  CHECK(field(find_platform_pages(badge)[0], "status") == "废止");
  const Document list =
      document_of({flow_page({"标准编号：", "标准状态： 所有 现行 废止",
                              "序号\t团体名称\t公布日期\t购买信息", "共计0条标准"})});
  REQUIRE(find_platform_pages(list).size() == 1);
  CHECK(field(find_platform_pages(list)[0], "status") == "absent");
  CHECK(field(find_platform_pages(list)[0], "number") == "absent");
}

TEST_CASE("the finder gives typed facts and says which page they come from") {
  const auto dossier = dossier_of({flow_page(kDetail)});
  const auto find = [&](const std::string& name) {
    return find_platform(dossier, dossier.parts[0], call("platform", {{"field", name}}));
  };
  REQUIRE(find("implemented").size() == 1);
  CHECK(find("implemented")[0].value == "2018-01-01");
  CHECK(find("disclosed").at(0).value == "2017-11-05");
  CHECK(find("view").at(0).value == "detail");
  CHECK(!find("view").at(0).quote.text.empty());
  CHECK(find("main-content").at(0).value.empty());
  CHECK(find("main-content").at(0).quote.text == "主要技术内容");
}
