#include "extractors/ocr/worth_second.h"

#include <catch2/catch.hpp>

namespace biaoshen {
namespace {

RecognisedLine line(const std::string& text, biaoshen::Box box) {
  RecognisedLine one;
  one.box = box;
  one.symbols.push_back({text, box, 99});
  return one;
}

}  // namespace

TEST_CASE("what decides looks decisive, also misread") {
  for (const char* text :
       {"T/BAIIA 015—2022", "T/CAS290", "GB/T 1.1-2020", "TI CAS 290-2017", "DB11/T 2020—2022",
        "2022年5月10日", "2022-05-10发布", "2022/5/10", "2022.05.10", "实施日期：2022年12月01日",
        "现行", "即将实施", "91110000400001234X", "统一社会信用代码91110000400001234X",
        "自评总分：91分", "合计 100"}) {
    CAPTURE(text);
    CHECK(looks_decisive(text));
  }
}

TEST_CASE("prose, names and classes do not") {
  for (const char* text :
       {"", "前言", "本文件由中国标准化协会提出并归口。", "ICS 35.240.01", "CCS L 70",
        "C3660汽车零部件及配件制造", "11.6 企业标准化良好行为应具备完整的质量管理体系",
        "通过现行有效的法律法规和强制性标准的要求来保证质量", "3年", "得分", "V 2.0",
        "申报单位应于规定期限2012年6月30日之前提交申请表和营业执照复印件以及相关证明材料。专家"
        "组"}) {
    CAPTURE(text);
    CHECK_FALSE(looks_decisive(text));
  }
}

TEST_CASE("figures count where they stand in the row of a total") {
  const std::vector<RecognisedLine> lines = {
      line("项目", {0, 0, 50, 20}),       line("12", {200, 0, 230, 20}),
      line("总分", {0, 40, 50, 60}),      line("91", {200, 41, 230, 61}),
      line("备注无", {300, 41, 380, 61}), line("7.5", {200, 80, 230, 100})};
  CHECK(worth_second(lines) == std::vector<std::size_t>{3});
}

}  // namespace biaoshen
