#include "extractors/finders/field_layout.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

// "label=value" for each field found, in the order of the page.
std::vector<std::string> fields(const Page& page, std::vector<std::string_view> labels) {
  std::vector<std::string> found;
  for (const Field& field : find_fields(page, LabelBook(labels))) {
    found.push_back(std::string(labels[field.wanted]) + "=" +
                    page.text.substr(field.value_begin, field.value_end - field.value_begin));
  }
  return found;
}
using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("in a table the value stands right of its label") {
  const Page page = table_page({{"标准编号", "T/CAS 290—2017", "实施日期", "2018-01-01"}});
  CHECK(fields(page, {"标准编号", "实施日期"}) ==
        Strings{"标准编号=T/CAS 290—2017", "实施日期=2018-01-01"});
}

TEST_CASE("an empty cell gives an empty value, never the next label") {
  const Page page =
      table_page({{"标准编号", "", "实施日期", ""}, {"标准名称", "智能家电", "<", "<"}});
  CHECK(fields(page, {"标准编号", "实施日期"}) == Strings{"标准编号=", "实施日期="});
}

TEST_CASE("an empty field does not take an unknown label from the row below") {
  const Page page = table_page({{"标准编号", ""}, {"所获荣誉简介", ""}});
  CHECK(fields(page, {"标准编号"}) == Strings{"标准编号="});
}

TEST_CASE("a worksheet's missing cell is an empty value") {
  const Page page = worksheet("表", {{"标准编号", "~", "实施日期", "2018-01-01"}});
  CHECK(fields(page, {"标准编号"}) == Strings{"标准编号="});
}

TEST_CASE("under a row of labels the values stand below") {
  const Page page = table_page(
      {{"标准编号", "标准名称", "实施日期"}, {"T/CAS 290—2017", "智能家电", "2018-01-01"}});
  CHECK(fields(page, {"标准编号", "实施日期"}) ==
        Strings{"标准编号=T/CAS 290—2017", "实施日期=2018-01-01"});
}

TEST_CASE("a label over the whole width has its text below") {
  const Page page = table_page(
      {{"主要技术内容", "<"}, {"本标准规定了智能家电互联互通的系统架构和接口要求。", "<"}});
  CHECK(fields(page, {"主要技术内容"}) ==
        Strings{"主要技术内容=本标准规定了智能家电互联互通的系统架构和接口要求。"});
}

TEST_CASE("labels are known with inner blanks, numbering, asterisks, hints and colons") {
  for (const char* label : {"标 准 编 号", "1.标准编号", "（一）标准编号：", "*标准编号",
                            "标准编号（必填）", "标　准\n编　号", "★ 2、标准编号 *"}) {
    CAPTURE(label);
    CHECK(fields(table_page({{label, "T/CAS 1"}}), {"标准编号"}) == Strings{"标准编号=T/CAS 1"});
  }
}

TEST_CASE("a hint that names another language makes another field") {
  const Page page =
      table_page({{"标准名称（英文）", "Smart home"}, {"标准名称（中文）", "智能家居"}});
  CHECK(fields(page, {"标准名称"}) == Strings{"标准名称=智能家居"});
  CHECK(fields(page, {"标准名称（英文）"}) == Strings{"标准名称（英文）=Smart home"});
}

TEST_CASE("label and value may share a cell") {
  const Page page = table_page({{"标准编号：T/CAS 290—2017", "实施日期： 2018-01-01"}});
  CHECK(fields(page, {"标准编号", "实施日期"}) ==
        Strings{"标准编号=T/CAS 290—2017", "实施日期=2018-01-01"});
}

TEST_CASE("in a cell all lines below a label belong to it") {
  const Page page = table_page({{"主要创新点\n一是架构。\n二是接口。"}});
  CHECK(fields(page, {"主要创新点"}) == Strings{"主要创新点=一是架构。\n二是接口。"});
}

TEST_CASE("the label of a group of rows leaves the values to its sub-labels") {
  const Page page = table_page({{"申报单位", "单位名称", "北京某协会"}, {"^", "联系人", "张三"}});
  CHECK(fields(page, {"申报单位", "单位名称"}) == Strings{"单位名称=北京某协会"});
}

TEST_CASE("a label beside several cells has several values") {
  const Page page = table_page({{"发布日期/实施日期", "2022-11-18"}, {"^", "2022-12-01"}});
  CHECK(fields(page, {"实施日期"}) == Strings{"实施日期=2022-11-18", "实施日期=2022-12-01"});
}

TEST_CASE("lines give a value behind a colon or a blank") {
  const Page page =
      flow_page({"标准编号：T/CAS 290—2017", "实施日期 2018年07月01日", "发布日期\t2018-05-08"});
  CHECK(fields(page, {"标准编号", "实施日期", "发布日期"}) ==
        Strings{"标准编号=T/CAS 290—2017", "实施日期=2018年07月01日", "发布日期=2018-05-08"});
}

TEST_CASE("several pairs on a line are kept apart, known labels or not") {
  const Page page = flow_page({"标准编号：T/CAS 1—2020 发布日期：2020-01-01实施日期：2020-02-01",
                               "实施日期：2020-03-01  神秘编码：77"});
  CHECK(fields(page, {"标准编号", "实施日期"}) ==
        Strings{"标准编号=T/CAS 1—2020", "实施日期=2020-02-01", "实施日期=2020-03-01"});
}

TEST_CASE("an empty field on a line is not filled by the next label or the next heading") {
  const Page page =
      flow_page({"标准编号：  标准名称：智能家电", "实施日期：", "发布日期：2020-01-01",
                 "申报单位（盖章）：", "（公章）", "标准状态：", "一、基本信息"});
  CHECK(fields(page, {"标准编号", "实施日期", "申报单位", "标准状态"}) ==
        Strings{"标准编号=", "实施日期=", "申报单位=", "标准状态="});
}

TEST_CASE("a label alone on its line has its value on the next") {
  const Page page = flow_page({"标准状态：", "废止", "标准编号", "GB/T 1.1-2009"});
  CHECK(fields(page, {"标准状态", "标准编号"}) ==
        Strings{"标准状态=废止", "标准编号=GB/T 1.1-2009"});
}

TEST_CASE("words of a sentence are no labels") {
  const Page page = flow_page(
      {"应当注明标准编号和实施日期。", "本标准的发布日期：见公告", "标准编号及其年代号按规定编写"});
  CHECK(fields(page, {"标准编号", "实施日期", "发布日期"}).empty());
}

TEST_CASE("on a printed page distances separate labels and values") {
  const Page page = printed_page({{{60, "标准编号"},
                                   {160, "T/CAS"},
                                   {200, "290—2017"},
                                   {320, "实施日期"},
                                   {400, "2018-01-01"}}});
  CHECK(fields(page, {"标准编号", "实施日期"}) ==
        Strings{"标准编号=T/CAS 290—2017", "实施日期=2018-01-01"});
}

TEST_CASE("a value that hangs below its first line is wrapped") {
  const Page page = printed_page({{{60, "范围"}, {160, "本标准规定了智能家电的要求，"}},
                                  {{160, "适用于家用电器。"}},
                                  {{60, "标准编号"}, {160, "T/CAS 1"}}});
  CHECK(fields(page, {"范围", "标准编号"}) ==
        Strings{"范围=本标准规定了智能家电的要求，\n适用于家用电器。", "标准编号=T/CAS 1"});
}

TEST_CASE("a short value is not continued by the paragraph below it") {
  const Page page =
      printed_page({{{60, "标准编号："}, {160, "T/CAS 1"}},
                    {{60, "本申报书一式三份，由申报单位如实填写并加盖公章后报送。"}}});
  CHECK(fields(page, {"标准编号"}) == Strings{"标准编号=T/CAS 1"});
}

TEST_CASE("the date below a signature is no part of the name that signs") {
  const Page page =
      printed_page({{{200, "申报单位（盖章）：某某科技有限公司"}}, {{320, "2023年7月20日"}}});
  CHECK(fields(page, {"申报单位"}) == Strings{"申报单位=某某科技有限公司"});
}

TEST_CASE("a page number is no part of the last value of a page") {
  for (const char* foot : {"1", "- 12 -", "第 3 页"}) {
    const Page page = printed_page({{{200, "申报单位（盖章）：某某科技有限公司"}}, {{320, foot}}});
    INFO(foot);
    CHECK(fields(page, {"申报单位"}) == Strings{"申报单位=某某科技有限公司"});
  }
}

TEST_CASE("a line of labels has its values column by column in the next line") {
  const Page page = printed_page({{{60, "标准编号"}, {200, "标准名称"}, {320, "实施日期"}},
                                  {{60, "T/CAS 1"}, {200, "智能家电"}, {320, "2018-01-01"}}});
  CHECK(fields(page, {"标准编号", "实施日期"}) ==
        Strings{"标准编号=T/CAS 1", "实施日期=2018-01-01"});
}

TEST_CASE("two labels in one cell share the value") {
  const Page page = table_page({{"发布日期/实施日期", "2022-11-18发布，2022-12-01实施"}});
  const std::vector<std::string_view> labels = {"发布日期", "实施日期"};
  const auto found = find_fields(page, LabelBook(labels));
  REQUIRE(found.size() == 2);
  CHECK(found[0].piece == 0);
  CHECK(found[1].piece == 1);
  CHECK(found[1].pieces == 2);
}

TEST_CASE("a page of nothing but brackets, digits or blanks is read in reasonable time") {
  std::string brackets, digits;
  for (int i = 0; i < 100000; ++i) {
    brackets += "()";
    digits += "1 ";
  }
  CHECK(fields(flow_page({brackets, digits}), {"标准编号"}).empty());
}

TEST_CASE("a table of a hundred thousand cells is read in reasonable time") {
  const Table table(25000, {"标准编号", "T/CAS 1", "甲", "乙"});
  CHECK(fields(table_page(table), {"标准编号"}).size() == 25000);
}
