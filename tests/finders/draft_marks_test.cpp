#include "extractors/finders/draft_marks.h"

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"

using namespace biaoshen;

namespace {

Document pages_with(const std::vector<std::string>& heads) {
  Document document;
  for (const std::string& head : heads) {
    Page page;
    page.number = static_cast<std::uint32_t>(document.pages.size() + 1);
    for (const std::string& text : {head, std::string("正文一行。"), std::string("正文又一行。"),
                                    std::to_string(page.number)}) {
      const auto begin = static_cast<std::uint32_t>(page.text.size());
      page.text += text + '\n';
      page.lines.push_back({0, 0, begin, begin + static_cast<std::uint32_t>(text.size()), 10});
    }
    document.pages.push_back(page);
  }
  return document;
}

}  // namespace

TEST_CASE("words of every stage before publication are marks of a draft") {
  for (const char* text :
       {"（征求意见稿）", "征求意见稿", "（送 审 稿）", "报批稿", "（工作组讨论稿）", "（草案）",
        "冷链数据接入技术规范（送审稿）", "征求意见稿 2023.5", "（征求意见稿第二版）",
        "（报批稿）2023年5月", "（本草案完成时间：2023-05-01）", "送审讨论稿V2.0"}) {
    CAPTURE(text);
    CHECK(is_draft_mark(bare(text)));
  }
}

TEST_CASE("a title or a sentence that mentions drafts is no mark") {
  for (const char* text : {"团体标准征求意见稿编写指南", "草案审查工作规范", "团体标准",
                           "本文件的送审稿由专家审查通过。", "T/CAS 290—2017"}) {
    CAPTURE(text);
    CHECK_FALSE(is_draft_mark(bare(text)));
  }
}

TEST_CASE("dates that are left open are placeholders") {
  for (const char* text : {"20XX-XX-XX 发布", "xxxx-xx-xx实施", "202X－XX－XX发布", "××××-××-××",
                           "20XX年XX月XX日 实施", "2023-06-XX发布", "    年  月  日发布"}) {
    CAPTURE(text);
    CHECK(is_date_placeholder(bare(text)));
  }
  for (const char* text : {"2023-06-20 发布", "2023年6月20日实施", "T/ABC 012—2023"}) {
    CAPTURE(text);
    CHECK_FALSE(is_date_placeholder(bare(text)));
  }
}

TEST_CASE("a mark at the head of pages counts where two pages have it, or the only one") {
  const Document draft = pages_with({"封面", "T/ABC 012—202X", "T/ABC 012—202X"});
  const auto mark = running_draft_mark(draft, 1, 3);
  REQUIRE(mark);
  CHECK(mark->page->number == 2);
  CHECK(mark->page->text.substr(mark->span.begin, mark->span.end - mark->span.begin) ==
        "T/ABC 012—202X");
  CHECK(running_draft_mark(pages_with({"封面", "送审稿", "送审稿"}), 1, 3));
  CHECK(running_draft_mark(pages_with({"封面", "送审稿"}), 1, 2));
  CHECK_FALSE(running_draft_mark(pages_with({"封面", "送审稿", "附录", "参考文献"}), 1, 4));
  CHECK_FALSE(running_draft_mark(draft, 1, 2 - 1));
}
