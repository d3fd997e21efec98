#include "extractors/finders/paragraphs.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

using Strings = std::vector<std::string>;

Strings texts(const Page& page) {
  Strings found;
  for (const auto& [begin, end] : paragraphs(page))
    found.push_back(page.text.substr(begin, end - begin));
  return found;
}

}  // namespace

TEST_CASE("in running text every line is a paragraph") {
  CHECK(texts(flow_page({"标准的复审周期", "不超过三年"})) ==
        Strings{"标准的复审周期", "不超过三年"});
}

TEST_CASE("printed lines that fill the width belong together, the last one is short") {
  const Page page = printed_page({{{84, "近三年未发生违法违规行为和重大责任"}},
                                  {{60, "事故，也没有列入失信名单。"}},
                                  {{84, "其他情况见附件。"}}});
  CHECK(texts(page) == Strings{"近三年未发生违法违规行为和重大责任\n事故，也没有列入失信名单。",
                               "其他情况见附件。"});
}

TEST_CASE("an indented or numbered line begins a paragraph even after a full one") {
  CHECK(texts(printed_page({{{60, "一行写满了的文字"}}, {{84, "又一段的第一行"}}})).size() == 2);
  CHECK(texts(printed_page({{{60, "一行写满了的文字"}}, {{60, "2. 又一段"}}})).size() == 2);
}

TEST_CASE("a line far below, or in larger letters, begins a paragraph") {
  Page page = printed_page({{{60, "一行写满了的文字"}}, {{60, "下面的文字"}}});
  CHECK(texts(page).size() == 1);
  auto& box = std::get<OnPage>(page.words[1].place).box;
  box.top += 40, box.bottom += 40;
  CHECK(texts(page).size() == 2);
  box.top -= 40, box.bottom -= 30;
  CHECK(texts(page).size() == 2);
}

TEST_CASE("two columns do not make each other's lines look short") {
  const Page page = printed_page({{{60, "左栏写满的一行"}},
                                  {{60, "左栏的第二行"}},
                                  {{300, "右栏写满了宽宽的一行"}},
                                  {{300, "右栏的第二行"}}});
  CHECK(texts(page).size() == 2);
}

TEST_CASE("cells are paragraphs of their own") {
  CHECK(texts(table_page({{"有无违法记录", "无"}, {"第一段\n第二段", ""}})) ==
        Strings{"有无违法记录", "无", "第一段", "第二段"});
}
