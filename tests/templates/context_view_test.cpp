// What is shown around a quote without a picture: its own words marked, in their own place.
#include "templates/context_view.h"

#include <catch2/catch.hpp>

#include "html_reading.h"
#include "sample_review.h"
#include "templates/view.h"

using namespace biaoshen;

namespace {

// A page of running text: each line a paragraph, one word.
Page flowing(const std::vector<std::string>& paragraphs) {
  Page page;
  for (const std::string& text : paragraphs) {
    const auto begin = static_cast<std::uint32_t>(page.text.size());
    const auto end = static_cast<std::uint32_t>(begin + text.size());
    const auto number = static_cast<std::uint32_t>(page.lines.size());
    page.text += text + "\n";
    page.words.push_back({begin, end, InFlow{number + 1}});
    page.lines.push_back({number, number + 1, begin, end});
  }
  return page;
}

// A worksheet: an empty text is an empty cell.
Page worksheet(const std::vector<std::vector<std::string>>& rows) {
  Page page;
  Grid grid;
  grid.rows = static_cast<std::uint32_t>(rows.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    grid.columns = std::max(grid.columns, static_cast<std::uint32_t>(rows[row].size()));
    for (std::uint32_t column = 0; column < rows[row].size(); ++column) {
      if (rows[row][column].empty()) continue;
      const auto begin = static_cast<std::uint32_t>(page.text.size());
      page.text += rows[row][column];
      const auto end = static_cast<std::uint32_t>(page.text.size());
      page.text += '\t';
      page.words.push_back({begin, end, InCell{row + 1, column + 1}, Origin::cell});
      grid.cells.push_back({row, column, 1, 1, begin, end});
    }
  }
  page.grids = {grid};
  return page;
}

Quote in_paragraph(std::uint32_t paragraph, const std::string& text) {
  return {"f01", 1, InFlow{paragraph}, "", text, Origin::text, 100, ""};
}
Quote in_cell(std::uint32_t row, std::uint32_t column, const std::string& text) {
  return {"f01", 1, InCell{row, column}, "表!X", text, Origin::cell, 100, ""};
}

ContextView of_cells(const std::vector<Quote>& quotes, const Page& page) {
  std::vector<const Quote*> all;
  for (const Quote& quote : quotes) all.push_back(&quote);
  const Grid* table = table_of(quotes.front(), page);
  REQUIRE(table != nullptr);
  return table_view(all, *table, page, PersonalData::masked);
}

std::vector<std::string> marked(const ContextView& view) {
  std::vector<std::string> out;
  for (const ContextRow& row : view.rows)
    for (const ContextCell& cell : row.cells)
      if (cell.is_marked) out.push_back(cell.marked);
  return out;
}

const Page& score_sheet() {
  static const Page page = worksheet({{"自评打分表"},
                                      {"指标", "分值", "得分"},
                                      {"创新", "10", "9"},
                                      {"应用", "10", "9"},
                                      {"小计", "20", "18"},
                                      {"效益", "10", ""},
                                      {"合计", "30", "18"}});
  return page;
}

}  // namespace

TEST_CASE("exactly the quoted words of a paragraph are marked") {
  const Page page = flowing({"一、总则", "标准编号 T/A 1—2021，替代 T/A 1—2020。", "二、范围"});
  const ContextView view =
      paragraph_view(in_paragraph(2, "T/A 1—2020"), page, PersonalData::masked);
  REQUIRE(view.rows.size() == 3);
  CHECK(view.rows[0].cells[0].before == "一、总则");
  CHECK(view.rows[1].cells[0].before == "标准编号 T/A 1—2021，替代 ");
  CHECK(view.rows[1].cells[0].marked == "T/A 1—2020");
  CHECK(view.rows[1].cells[0].after == "。");
  CHECK(view.rows[1].is_quoted);
  CHECK_FALSE(view.rows[2].is_quoted);
}

TEST_CASE("words are marked in the quote's paragraph, not where they stand first") {
  const Page page = flowing({"无", "专利：无", "其他：无"});
  const ContextView view = paragraph_view(in_paragraph(3, "无"), page, PersonalData::masked);
  REQUIRE(view.rows.size() == 2);
  CHECK(view.rows[0].cells[0].before == "专利：无");
  CHECK(view.rows[1].cells[0].before == "其他：");
}

TEST_CASE("words that are not at the quote's place have no context") {
  const Page page = flowing({"甲", "乙"});
  CHECK(paragraph_view(in_paragraph(1, "乙"), page, PersonalData::masked).rows.empty());
  CHECK(paragraph_view(in_paragraph(9, "甲"), page, PersonalData::masked).rows.empty());
  CHECK(range_of(in_paragraph(1, ""), page) == std::pair<std::size_t, std::size_t>(0, 0));
}

TEST_CASE("a cell stands among the rows around it and under the head of its table") {
  const ContextView view = of_cells({in_cell(5, 3, "18")}, score_sheet());
  CHECK(view.is_table);
  REQUIRE(view.rows.size() == 4);
  CHECK(view.rows[0].cells[2].before == "得分");
  CHECK(view.rows[1].is_apart);
  CHECK(view.rows[1].cells[0].before == "应用");
  CHECK(view.rows[2].cells[2].marked == "18");
  CHECK(view.rows[3].cells[0].before == "效益");
  CHECK(marked(view) == std::vector<std::string>{"18"});
}

TEST_CASE("an empty cell is marked by its place") {
  const ContextView view = of_cells({in_cell(6, 3, "")}, score_sheet());
  CHECK(marked(view) == std::vector<std::string>{""});
  CHECK(view.rows[2].cells[2].is_marked);
}

TEST_CASE("several quotes of one table are marked in one view, a lone row between them shown") {
  const ContextView view = of_cells({in_cell(4, 3, "9"), in_cell(6, 2, "10")}, score_sheet());
  CHECK(marked(view) == std::vector<std::string>{"9", "10"});
  REQUIRE(view.rows.size() == 4);
  CHECK(view.rows[2].cells[0].before == "小计");
  CHECK_FALSE(view.rows[2].is_quoted);
}

TEST_CASE("a number that the end of the quote goes through is masked all the same") {
  const Page page = flowing({"电话 13812345678 邮箱 li.mou@example.com 备注"});
  const ContextView view =
      paragraph_view(in_paragraph(1, "5678 邮箱 li.mou"), page, PersonalData::masked);
  REQUIRE(view.rows.size() == 1);
  const ContextCell& cell = view.rows[0].cells[0];
  CHECK(cell.before + cell.marked + cell.after == "电话 138****5678 邮箱 l***@example.com 备注");
  CHECK(cell.marked.starts_with("5678 邮箱 l"));
  const ContextView shown =
      paragraph_view(in_paragraph(1, "5678 邮箱 li.mou"), page, PersonalData::shown);
  CHECK(shown.rows[0].cells[0].marked == "5678 邮箱 li.mou");
}

TEST_CASE("endless paragraphs and tables are cut around the quote") {
  const std::string endless(100'000, 'x');
  const Page page = flowing({endless, endless + "T/A 1" + endless, endless});
  const ContextView text = paragraph_view(in_paragraph(2, "T/A 1"), page, PersonalData::masked);
  REQUIRE(text.rows.size() == 3);
  CHECK(text.rows[1].cells[0].marked == "T/A 1");
  CHECK(text.rows[1].cells[0].before.starts_with("…x"));
  CHECK(text.rows[1].cells[0].after.size() < 200);
  std::vector<std::vector<std::string>> rows(100,
                                             std::vector<std::string>(50, std::string(1000, 'x')));
  rows[50][25] = "T/A 1";
  const ContextView table = of_cells({in_cell(51, 26, "T/A 1")}, worksheet(rows));
  CHECK(marked(table) == std::vector<std::string>{"T/A 1"});
  CHECK(table.rows.size() == 3);
  for (const ContextRow& row : table.rows) CHECK(row.cells.size() == kContextColumns);
}

TEST_CASE("hostile words around a quote stay text on the page") {
  Review review = sample_review();
  review.dossier.files[0].document.pages[0] =
      flowing({"<script>alert(1)</script>",
               "标准编号　T/BAIIA 015-2021 <img src=x onerror=alert(1)> \u202E"});
  auto& quote = std::get<Quote>(review.findings[0].evidence[1]);
  quote.place = InFlow{2};
  const std::string html = page_of(review);
  CHECK(html.find("<mark class=\"words\">标准编号　T/BAIIA 015-2021</mark>") != std::string::npos);
  CHECK(html.find("&lt;script&gt;alert(1)") != std::string::npos);
  CHECK(html.find("onerror=alert(1)&gt; [U+202E]") != std::string::npos);
  CHECK(html.find("<script>alert") == std::string::npos);
  CHECK(first_unbalanced_tag(html) == "");
}
