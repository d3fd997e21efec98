// Claims about text files: encodings, lines, pages.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/readers/memory_sink.h"

namespace biaoshen {

using namespace std::string_literals;

namespace {

const std::string kGbText = "\xB9\xD8\xD3\xDA\xC9\xEA\xB1\xA8\n"s;    // 关于申报
const std::string kBig5Text = "\xC3\xF6\xA9\xF3\xA5\xD3\xB3\xF8\n"s;  // 關於申報

Document read_text(std::string_view bytes, const Limits& limits = {}) {
  return read_bytes(bytes, "说明.txt", limits);
}

}  // namespace

TEST_CASE("text is read in every encoding that offices send") {
  CHECK(text_of(read_text("关于申报\n")) == "关于申报\n");
  CHECK(text_of(read_text("\xEF\xBB\xBF关于申报\n")) == "关于申报\n");
  CHECK(text_of(read_text(kGbText)) == "关于申报\n");
  CHECK(text_of(read_text(kBig5Text)) == "關於申報\n");
  CHECK(text_of(read_text("\xFF\xFE\x73\x51\x8E\x4E\n\0"s)) == "关于\n");
  CHECK(text_of(read_text("\xFE\xFF\x51\x73\x4E\x8E\0\n"s)) == "关于\n");
  CHECK(text_of(read_text("T\0/\0C\0A\0S\0\x73\x51"s)) == "T/CAS关\n");
  CHECK(
      text_of(read_text("\x81\x30\x84\x36\xB1\xEA\xD7\xBC\xB1\xE0\xBA\xC5\n"s)).find("标准编号") !=
      std::string::npos);
}

TEST_CASE("a line is a word with its number, blank ones take no place") {
  const Document document = read_text("一\r\n\r\n三\r四\n");
  REQUIRE(document.status == FileStatus::read);
  const Page& page = document.pages[0];
  CHECK(page.text == "一\n三\n四\n");
  REQUIRE(page.words.size() == 3);
  CHECK(page.words[1].place == Place{InFlow{3}});
  CHECK(page.words[2].place == Place{InFlow{4}});
}

TEST_CASE("a form feed cuts the page") {
  const Document document = read_text("一\f二\n");
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[1].text == "二\n");
}

TEST_CASE("a line longer than a page goes on on the next ones and loses nothing") {
  Limits limits;
  limits.page_text = 1000;
  const Document document = read_text(std::string(10'000, 'A'), limits);
  CHECK(document.status == FileStatus::read);
  std::size_t letters = 0;
  for (const Page& page : document.pages) {
    CHECK(page.text.size() <= 1000);
    letters += static_cast<std::size_t>(std::count(page.text.begin(), page.text.end(), 'A'));
  }
  CHECK(letters == 10'000);
}

TEST_CASE("bytes that are no character make the text suspect beyond the sample, too") {
  std::string text;
  while (text.size() < (65 << 10)) text += "关于申报高新技术企业认定的申请书\n";
  const Document document = read_text(text + "\xFF\xFE\n");
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("text-suspect"));
  CHECK(says(document, "\uFFFD"));
}

TEST_CASE("zero bytes among text are left out and told") {
  const Document document = read_text("\0\0\0"s + "关于申报\n");
  CHECK(text_of(document) == "关于申报\n");
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("text-suspect"));
}

TEST_CASE("programs and noise are not text") {
  for (const std::string& bytes :
       {"MZ\x90\0"s + std::string(60, '\0'), "L\0\0\0\1\x14\2\0"s + std::string(60, '\0'),
        "\x01\x02\x03\x04"s, "\x80\x80\x80\x80"s, std::string(100, '\0')}) {
    const Document document = read_text(bytes);
    CHECK(document.status == FileStatus::unreadable);
    CHECK(document.has_problem("format-unknown"));
  }
}

TEST_CASE("a bullet of private use in UTF-8 is a character like any other") {
  const Document document = read_text("\xEF\x82\xB7 关于申报\n");
  CHECK(document.status == FileStatus::read);
  CHECK(text_of(document) == "\xEF\x82\xB7 关于申报\n");
}

}  // namespace biaoshen
