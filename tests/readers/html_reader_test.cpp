// Claims about saved web pages: what is shown is read, in whatever encoding and however broken.
#include <catch2/catch.hpp>
#include <string>

#include "extractors/readers/web/html_stream.h"
#include "tests/readers/memory_sink.h"

namespace biaoshen {

using namespace std::string_literals;

namespace {

Document read_page(const std::string& html, const Limits& limits = {}) {
  return read_bytes(html, "平台.html", limits);
}

Document read_html_body(const std::string& body, const Limits& limits = {}) {
  return read_page("<!DOCTYPE html><html><head><meta charset=utf-8></head><body>" + body, limits);
}

std::string text_of_body(const std::string& body) {
  return text_of(read_html_body(body));
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string all;
  all.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

}  // namespace

TEST_CASE("blocks are lines, what stands inside one stays in it") {
  CHECK(text_of_body("<h1>标准</h1><p>状态：<b>现行</b><br>编号\n<ul><li>一<li>二</ul>尾") ==
        "标准\n状态：现行\n编号\n一\n二\n尾\n");
  CHECK(text_of_body("<div>T/CAS&nbsp;&nbsp; 290&mdash;2017<span> 甲 </span></div>") ==
        "T/CAS 290—2017 甲\n");
  CHECK(text_of_body("<pre>一\n 二</pre>三\n四") == "一\n二\n三 四\n");
}

TEST_CASE("paragraphs are numbered in reading order") {
  const Document document = read_html_body("<p>一</p><table><tr><td>二</td></tr></table><p>三</p>");
  REQUIRE(document.pages.size() == 1);
  REQUIRE(document.pages[0].words.size() == 3);
  CHECK(document.pages[0].source == Source::text);
  CHECK(document.pages[0].words[0].place == Place{InFlow{1}});
  CHECK(document.pages[0].words[2].place == Place{InFlow{3}});
}

TEST_CASE("the title is kept, what nobody sees is not") {
  const Document document = read_page(
      "<html><head><title>标准详情</title><style>p{}</style><script>var a='废止';</script></head>"
      "<body><p style='color:red; DISPLAY : none'>废止</p><div hidden>废止<p>废止</p></div>"
      "<template>废止</template><!-- 废止 --><noscript>废止</noscript><input type=hidden "
      "value=废止>"
      "<select><option>废止<option selected>现行</select></body></html>");
  CHECK(document.status == FileStatus::read);
  CHECK(text_of(document) == "标准详情\n现行\n");
}

TEST_CASE("fields of forms say what they hold") {
  CHECK(text_of_body("编号<input value='T/CAS 290'> <input type=checkbox checked>是 "
                     "<input type=radio>否<textarea>备注</textarea>") ==
        "编号T/CAS 290 ☑是 □否备注\n");
}

TEST_CASE("a table is a grid with its spans, its rows are lines") {
  const Document document = read_html_body(
      "<table><tr><th colspan=2>标准详细信息<tr><td rowspan=2>日期<td>发布 2018"
      "<tr><td>实施 <p>2019</table>");
  const Page& page = document.pages[0];
  CHECK(page.text == "标准详细信息\n日期\t发布 2018\n\t实施 2019\n");
  REQUIRE(page.grids.size() == 1);
  const Grid& grid = page.grids[0];
  CHECK(grid.rows == 3);
  CHECK(grid.columns == 2);
  REQUIRE(grid.at(0, 1) != nullptr);
  CHECK(page.cell_text(*grid.at(0, 1)) == "标准详细信息");
  REQUIRE(grid.at(2, 0) != nullptr);
  CHECK(page.cell_text(*grid.at(2, 0)) == "日期");
  REQUIRE(grid.at(2, 1) != nullptr);
  CHECK(page.cell_text(*grid.at(2, 1)) == "实施 2019");
}

TEST_CASE("a table that only lays out is taken apart around the one inside") {
  const Document document = read_html_body(
      "<table><tr><td>左栏<td><table><tr><td>编号<td>T/CAS 1</table>下文<tr><td>甲<td>乙</table>");
  const Page& page = document.pages[0];
  CHECK(page.text == "左栏\n编号\tT/CAS 1\n下文\n甲\t乙\n");
  REQUIRE(page.grids.size() == 2);
  CHECK(page.grids[0].columns == 2);
  CHECK(page.cell_text(page.grids[0].cells[1]) == "T/CAS 1");
}

TEST_CASE("a list of terms is a table with a row a term") {
  const Document document = read_html_body(
      "<dl><dt>发布日期</dt><dd>2006-03-10</dd><dt>实施日期<dd>2006-09-01<dd>暂定</dl>");
  CHECK(text_of(document) == "发布日期\t2006-03-10\n实施日期\t2006-09-01 暂定\n");
  CHECK(document.pages[0].grids.size() == 1);
}

TEST_CASE("every encoding of a page is known") {
  const std::string gb = "\xCF\xD6\xD0\xD0";  // 现行
  const auto page = [](const std::string& meta, const std::string& body) {
    return text_of(read_page("<html><head>" + meta + "</head><body>" + body + "</body></html>"));
  };
  CHECK(page("<meta charset=gb2312>", gb) == "现行\n");
  CHECK(page("<META HTTP-EQUIV=Content-Type CONTENT='text/html; CHARSET=GBK'>", gb) == "现行\n");
  CHECK(page("", gb) == "现行\n");
  CHECK(page("<meta charset=gb2312>", "现行") == "现行\n");  // says what it is not
  CHECK(page("<meta charset=utf-8>", gb) == "现行\n");
  CHECK(page("<meta charset=big5>", "\xB2\x7B\xA6\xE6") == "現行\n");
  CHECK(text_of(read_page("\xEF\xBB\xBF<html>现行")) == "现行\n");
}

TEST_CASE("the name of an encoding is cut from its meta element") {
  CHECK(stated_encoding("<meta charset=\"gb18030\">") == "gb18030");
  CHECK(stated_encoding("content=\"text/html; charset = 'GBK'\"") == "GBK");
  CHECK(stated_encoding("<p>charset</p>").empty());
  CHECK(stated_encoding("charset=").empty());
}

TEST_CASE("broken pages give what they have") {
  CHECK(text_of(read_page("<html><body><p>一<div>二</p></table></td>三</html>四<b")) ==
        "一\n二三四\n");
  CHECK(text_of_body("<table><td>一<td>二<tr>三<td>四") == "一\t二\n三\n四\n");
  CHECK(text_of_body("&#20013;&#x56FD;&bogus;&#xFFFFFFFF;") == "中国&bogus;\n");
  CHECK(text_of_body("甲<!-- 乙") == "甲\n");
  CHECK(text_of_body("<p title='>一").empty());
  CHECK(text_of(read_page("<html>甲\0乙"s)) == "甲乙\n");
  CHECK(read_html_body("").pages[0].source == Source::blank);
}

TEST_CASE("bytes that are no characters make the file partial") {
  const Document document = read_html_body("甲\xFF乙");
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("text-suspect"));
}

TEST_CASE("elements too deep in one another end the reading, what came before counts") {
  const Document document = read_html_body("前<p>" + repeated("<div>", 200'000) + "后");
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("xml-depth-limit"));
  CHECK(text_of(document) == "前\n");
  CHECK(says(read_html_body(repeated("<font color=red>", 1000) + "后"), "后"));
}

TEST_CASE("a flood of attributes ends the reading, a picture in the page does not") {
  std::string flood = "前<p>中</p><p ";
  for (int i = 0; i < 200'000; ++i) flood += "a" + std::to_string(i) + " ";
  const Document document = read_html_body(flood + ">后");
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("size-limit"));
  CHECK(says(document, "中"));
  CHECK(text_of_body("<img src='data:image/png;base64," + std::string(3'000'000, 'A') + "'>后") ==
        "后\n");
}

TEST_CASE("a page longer than the limit is read up to it") {
  Limits limits;
  limits.xml_part = 1 << 20;
  const Document document =
      read_html_body("前<p>" + repeated("<i></i>", 300'000) + "<p>后", limits);
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("size-limit"));
  CHECK(text_of(document) == "前\n");
}

TEST_CASE("long lines and long rows go on, and nothing is lost") {
  Limits limits;
  limits.page_text = 1000;
  for (const std::string& body :
       {repeated("标准", 2000), "<table><tr><td>" + repeated("标准<p>", 2000),
        "<table><tr>" + repeated("<td>标准", 2000)}) {
    const Document document = read_html_body(body, limits);
    std::size_t found = 0;
    for (const Page& page : document.pages) {
      CHECK(page.text.size() <= 1000);
      for (std::size_t at = page.text.find("准"); at != std::string::npos;
           at = page.text.find("准", at + 1))
        ++found;
    }
    CHECK(found == 2000);
  }
}

TEST_CASE("spans that flood are bounded") {
  const Document document = read_html_body(
      "<table><tr><td colspan=4000000000 rowspan=4000000000>甲" + repeated("<tr><td>乙", 2000));
  CHECK(document.status == FileStatus::read);
  CHECK(document.pages[0].grids[0].columns <= 1024);
}

TEST_CASE("a picture written into the page is recognised where it stands") {
  // One white pixel, stretched by nobody: it is listed, and too small to be read beside text.
  const Document document = read_html_body(
      "<p>前<img "
      "src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4"
      "nGP4DwABAQEAsTpBggAAAABJRU5ErkJggg=='>后<img src='data:image/png;base64,AAAA'>"
      "<img src='data:,x'><img src='page_files/a.png'><img>");
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].text == "前后\n");
  REQUIRE(document.pages[0].images.size() == 1);
  CHECK(document.pages[0].images[0].width == 1);
  CHECK(document.status == FileStatus::read);
}

TEST_CASE("what browsers lay beside a saved page is ignored, what is more than that is read") {
  for (const char* name : {"page_files/a.css", "b.JS", "c.js.下载", "d.js.download", "e.svg"}) {
    const Document document = read_bytes("p { color: red }", name);
    CHECK(document.status == FileStatus::ignored);
    CHECK(document.has_problem("web-page-part"));
    CHECK(document.pages.empty());
  }
  CHECK(read_bytes("", "empty.css").status == FileStatus::ignored);
  CHECK(read_bytes("\x01wOF2\x02", "font.woff2").status == FileStatus::ignored);
  CHECK(read_bytes("正文", "js.txt").status == FileStatus::read);
  CHECK(says(read_page("<html>框架"), "框架"));
}

}  // namespace biaoshen
