#include <catch2/catch.hpp>

#include "extractors/finders/standard_cover.h"
#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

struct CoverLine {
  std::string text;
  float size;
};

Page printed_cover(const std::vector<CoverLine>& lines, std::uint32_t number = 1) {
  Page page;
  page.number = number;
  page.width = 595;
  page.height = 842;
  float top = 60;
  for (const CoverLine& one : lines) {
    const auto begin = static_cast<std::uint32_t>(page.text.size());
    const auto word = static_cast<std::uint32_t>(page.words.size());
    page.text += one.text;
    const auto end = static_cast<std::uint32_t>(page.text.size());
    page.text += '\n';
    page.words.push_back({begin, end, OnPage{{70, top, 400, top + one.size}}});
    page.lines.push_back({word, word + 1, begin, end, one.size});
    top += 2 * one.size;
  }
  return page;
}

Page group_cover() {
  return printed_cover({{"ICS 03.080.01", 10},
                        {"CCS A 00", 10},
                        {"团 体 标 准", 42},
                        {"T/CAS 290—2017", 14},
                        {"代替 T/CAS 290—2010", 10},
                        {"智能终端接入平台", 24},
                        {"总体技术要求", 24},
                        {"General requirements for access", 14},
                        {"2017-09-01 发布", 14},
                        {"2017-10-01 实施", 14},
                        {"中 国 标 准 化 协 会 发 布", 16}});
}

std::string value_at(const Page& page, const Span& span) {
  return page.text.substr(span.begin, span.end - span.begin);
}

}  // namespace

TEST_CASE("the cover of a group standard gives every field") {
  const Page page = group_cover();
  REQUIRE(is_cover(page));
  const StandardCover cover = read_cover(page);
  REQUIRE(cover.numbers.size() == 1);
  CHECK(cover.numbers[0].number.display == "T/CAS 290—2017");
  CHECK(cover.numbers[0].number.role == NumberRole::own);
  REQUIRE(cover.replaced.size() == 1);
  CHECK(cover.replaced[0].number.key == "T/CAS 290-2010");
  CHECK(cover.titles.at(0).value == "智能终端接入平台总体技术要求");
  CHECK(cover.titles_en.at(0).value == "General requirements for access");
  CHECK(cover.published.at(0).value == Date{2017, 9, 1});
  CHECK(cover.implemented.at(0).value == Date{2017, 10, 1});
  CHECK(cover.issuers.at(0).value == "中国标准化协会");
  CHECK(cover.ics.at(0).value == "03.080.01");
  CHECK(cover.ccs.at(0).value == "A00");
  CHECK(cover.draft_marks.empty());
}

TEST_CASE("a form that states number and dates is no cover") {
  CHECK_FALSE(is_cover(printed_cover({{"应用示范项目", 16},
                                      {"申报书", 16},
                                      {"标准编号：T/CAS 290—2017", 12},
                                      {"申报单位：中国标准化协会", 12},
                                      {"发布日期：2017年9月1日 实施日期：2017年10月1日", 12}})));
  CHECK(is_cover(printed_cover({{"团 体 标 准", 42},
                                {"T/CAS 290—2017", 14},
                                {"智能终端接入平台", 24},
                                {"发布日期：2017-09-01 实施日期：2017-10-01", 14},
                                {"中国标准化协会", 16}})));
}

TEST_CASE("each field's range is what is printed there") {
  const Page page = group_cover();
  const StandardCover cover = read_cover(page);
  CHECK(value_at(page, cover.numbers[0].span) == "T/CAS 290—2017");
  CHECK(value_at(page, cover.titles[0].span) == "智能终端接入平台\n总体技术要求");
  CHECK(value_at(page, cover.published[0].span) == "2017-09-01");
}

TEST_CASE("the replaced number is never the own one, even where it comes first") {
  const Page page = printed_cover({{"团体标准", 42},
                                   {"代替 T/CAS 290—2010", 10},
                                   {"T/CAS 290—2017", 14},
                                   {"标题", 24},
                                   {"2017-09-01 发布 2017-10-01 实施", 14}});
  const StandardCover cover = read_cover(page);
  REQUIRE(cover.numbers.size() == 1);
  CHECK(cover.numbers[0].number.year == "2017");
}

TEST_CASE("two numbers on one cover are both the standard's own") {
  const Page page = printed_cover({{"团体标准", 42},
                                   {"T/CIE 088—2020", 14},
                                   {"T/CESA 1119—2020", 14},
                                   {"标题", 24},
                                   {"2020-09-01 发布 2020-10-01 实施", 14}});
  CHECK(read_cover(page).numbers.size() == 2);
}

TEST_CASE("a footer that repeats the number does not hide the title") {
  const Page page = printed_cover({{"中华人民共和国交通运输行业标准", 20},
                                   {"JT/T 809-2011", 14},
                                   {"平台数据交换", 24},
                                   {"2011-05-23 发布 2011-08-01 实施", 14},
                                   {"JT/T 809-2011", 9}});
  const StandardCover cover = read_cover(page);
  CHECK(cover.titles.at(0).value == "平台数据交换");
  CHECK(cover.numbers.size() == 1);
}

TEST_CASE("a draft's placeholders are marks, not values") {
  const Page page = printed_cover({{"团体标准", 42},
                                   {"T/CSAE xx—20xx", 14},
                                   {"车路协同云控系统", 24},
                                   {"（报批稿）", 14},
                                   {"20xx-xx-xx 发布 20xx-xx-xx 实施", 14},
                                   {"中国汽车工程学会 发布", 14}});
  REQUIRE(is_cover(page));
  const StandardCover cover = read_cover(page);
  CHECK(cover.numbers.empty());
  CHECK(cover.published.empty());
  CHECK(cover.titles.at(0).value == "车路协同云控系统");
  CHECK(cover.draft_marks.size() == 3);
}

TEST_CASE("an implementation that follows from publication is resolved on the same cover") {
  const Page page = printed_cover({{"团体标准", 42},
                                   {"T/CAS 2—2018", 14},
                                   {"标题", 24},
                                   {"2018-09-25 发布", 14},
                                   {"自发布之日起实施", 14}});
  const StandardCover cover = read_cover(page);
  REQUIRE(cover.implemented.size() == 1);
  CHECK(cover.implemented[0].value == Date{2018, 9, 25});
  CHECK(cover.implemented[0].doubt == "relative");
}

TEST_CASE("a cover of before 1997 says 批准 for publication") {
  const Page page = printed_cover({{"中华人民共和国国家标准", 20},
                                   {"GB/T 14833—93", 14},
                                   {"塑胶跑道", 24},
                                   {"1993-12-30 批准 1994-10-01 实施", 14}});
  CHECK(read_cover(page).published.at(0).value == Date{1993, 12, 30});
}

TEST_CASE("a foreword, a contents page and running text are no covers") {
  CHECK_FALSE(is_cover(printed_cover({{"前言", 16},
                                      {"T/CAS 290—2017", 10},
                                      {"本文件由中国标准化协会发布", 10},
                                      {"2017-09-01 发布", 10}})));
  CHECK_FALSE(is_cover(printed_cover({{"团体标准管理办法", 20}, {"第一条 为了规范团体标准", 10}})));
  CHECK_FALSE(is_cover(printed_cover(
      {{"申报书", 30}, {"标准编号 T/CAS 290—2017", 10}, {"发布日期 2017-09-01", 10}})));
}

TEST_CASE("a standard without its cover is known by header and clause 1, and marked as such") {
  const Document document = document_of({printed_cover(
      {{"GB/T 19056—2012", 10}, {"汽车行驶记录仪", 20}, {"1 范围", 10}, {"本标准规定了", 10}})});
  const auto cover = find_standard_cover(document, 1, 1);
  REQUIRE(cover);
  CHECK_FALSE(cover->is_printed);
  CHECK(cover->numbers.at(0).number.key == "GB/T 19056-2012");
  CHECK(cover->titles.at(0).value == "汽车行驶记录仪");
  CHECK(cover->published.empty());
}

TEST_CASE("a document that is no standard has no cover") {
  const Document document = document_of(
      {printed_cover({{"关于报送材料的说明", 16}, {"本单位按照 GB/T 1.1—2020 起草", 10}})});
  CHECK_FALSE(find_standard_cover(document, 1, 1));
}
