#include "extractors/finders/field_value.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("what templates print is a placeholder") {
  for (const char* text : {"XXXX",
                           "××××",
                           "□□",
                           "______",
                           "T/XXX XXX—XXXX",
                           "XXXX-XX-XX",
                           "　年　月　日",
                           "20  年  月  日",
                           "年 月 日发布",
                           "请填写单位全称",
                           "（此处填写标准名称）",
                           "待填",
                           "请输入",
                           "【标准全称】",
                           "（填写单位全称）",
                           "（例如：某某协会）",
                           "例：北京某某协会",
                           "示例：2023年3月20日",
                           "□是 □否",
                           "××公司",
                           "T/CSAE xx—20xx"}) {
    CAPTURE(text);
    CHECK(state_of(text) == ValueState::placeholder);
  }
}

TEST_CASE("short answers are answers") {
  for (const char* text :
       {"无", "否", "/", "0", "T/CAS 290—2017", "2022年11月18日", "☑是 □否", "T/XXZ 001—2020",
        "MAXXCOM", "—", "2台", "（一）已填写", "【2023】15号文"}) {
    CAPTURE(text);
    CHECK(state_of(text) == ValueState::filled);
  }
}

TEST_CASE("blanks, bare punctuation and a hint for the seal are empty") {
  for (const char* text : {"", "  \n ", "：", "（盖章）", "（签字）（盖章）"}) {
    CAPTURE(text);
    CHECK(state_of(text) == ValueState::empty);
  }
}

TEST_CASE("a long text that mentions XXX was written by somebody") {
  std::string text = "本标准在某XXX公司试用，";
  for (int i = 0; i < 10; ++i) text += "取得了良好的经济效益和社会效益，";
  CHECK(state_of(text) == ValueState::filled);
}
