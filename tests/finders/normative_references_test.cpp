#include <catch2/catch.hpp>

#include "extractors/finders/normative_references.h"

using namespace biaoshen;

namespace {

Page page_of(const std::vector<std::string>& lines, std::uint32_t number = 1) {
  Page page;
  page.number = number;
  for (const std::string& text : lines) {
    const auto begin = static_cast<std::uint32_t>(page.text.size());
    const auto word = static_cast<std::uint32_t>(page.words.size());
    page.text += text;
    const auto end = static_cast<std::uint32_t>(page.text.size());
    page.text += '\n';
    page.words.push_back({begin, end, InFlow{word + 1}});
    page.lines.push_back({word, word + 1, begin, end, 10});
  }
  return page;
}

std::vector<std::string> cited_in(std::vector<Page> pages) {
  Document document;
  document.pages = std::move(pages);
  std::vector<std::string> keys;
  for (const CitedNumber& one : find_normative_references(document, 1, 99))
    keys.push_back(one.number.key);
  return keys;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("the numbers that begin the lines of the list are cited, in order") {
  CHECK(cited_in({page_of({"1 范围", "按照 GB/T 1.1 编写", "2 规范性引用文件",
                           "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。",
                           "GB/T 2260 中华人民共和国行政区划代码",
                           "JT/T 808—2019 道路运输车辆终端通讯协议", "3 术语和定义",
                           "GB/T 9999 不在其列"})}) == Keys{"GB/T 2260", "JT/T 808-2019"});
}

TEST_CASE("numbers inside titles and sentences of the list are not items") {
  CHECK(cited_in({page_of({"2 规范性引用文件",
                           "GB/T 20004.1 团体标准化（对应 ISO/IEC Guide 59，见 GB/T 1.1）",
                           "其中 GB 1234 不适用", "3 术语和定义"})}) == Keys{"GB/T 20004.1"});
}

TEST_CASE("the entry of a table of contents does not end the search") {
  CHECK(cited_in({page_of({"目次", "1 范围", "2 规范性引用文件", "3 术语和定义"}),
                  page_of({"2 规范性引用文件", "GA 36 机动车号牌", "3 术语和定义"}, 2)}) ==
        Keys{"GA 36"});
}

TEST_CASE("a list goes on over the page, running headers are not items") {
  CHECK(cited_in({page_of({"2 规范性引用文件", "GB 4094 汽车操纵件"}),
                  page_of({"GB/T 19056—2012", "GB 4208 外壳防护等级", "3 术语和定义"}, 2)}) ==
        Keys{"GB 4094", "GB 4208"});
}

TEST_CASE("all parts of a series are one entry") {
  CHECK(cited_in({page_of({"2 规范性引用文件", "GB/T 32918（所有部分） 信息安全技术",
                           "3 术语和定义"})}) == Keys{"GB/T 32918(所有部分)"});
}

TEST_CASE("a standard that cites nothing has an empty list") {
  CHECK(cited_in({page_of({"2 规范性引用文件", "本文件没有规范性引用文件。", "3 术语和定义",
                           "GB/T 1 不算"})})
            .empty());
}
