#include "extractors/readers/pdf/pdf_mojibake.h"

#include <catch2/catch.hpp>

#include "tests/readers/memory_sink.h"
#include "tests/readers/pdf_builder.h"

namespace biaoshen {

using namespace testing;

namespace {

// "团体标准应用示范项目申请书填写说明适用范围规范性引用文件" and more in GB 2312.
const std::string kGbPhrase =
    "\xCD\xC5\xCC\xE5\xB1\xEA\xD7\xBC\xD3\xA6\xD3\xC3\xCA\xBE\xB7\xB6\xCF\xEE\xC4\xBF"
    "\xC9\xEA\xC7\xEB\xCA\xE9\xCC\xEE\xD0\xB4\xCB\xB5\xC3\xF7";

Document page_of(const std::string& bytes) {
  std::string text;
  for (const char c : bytes)
    text += (c == '(' || c == ')' || c == '\\') ? std::string("\\") + c : std::string(1, c);
  return read_pdf_bytes(pdf_of({{"BT /F1 12 Tf 50 700 Td (" + text + ") Tj ET\n"}}));
}

PrintedWord word(const std::string& text) {
  return {text, {0, 0, 10, 10}, 10, 0};
}

}  // namespace

TEST_CASE("bytes of GB 2312 in a Western font are Chinese again, and marked as repaired") {
  const Document document = page_of(kGbPhrase + " 2024");
  CHECK(text_of(document) == "团体标准应用示范项目申请书填写说明 2024\n");
  CHECK(document.pages[0].source == Source::text);
  CHECK(document.pages[0].reason == "text-repaired");
  CHECK(document.status == FileStatus::read);
  CHECK(document.has_problem("text-repaired"));
}

TEST_CASE("accented letters that make no Chinese are not trusted") {
  // Windows-1251: Russian words.
  std::string russian;
  for (int i = 0; i < 6; ++i)
    russian += "\xF1\xF2\xE0\xED\xE4\xE0\xF0\xF2 \xEF\xF0\xEE\xE5\xEA\xF2 ";
  const Document document = page_of(russian);
  CHECK(document.pages[0].source == Source::failed);
  CHECK(document.pages[0].reason == "text-suspect");
}

TEST_CASE("one word that cannot be turned back leaves all as it was") {
  std::vector<PrintedWord> words;
  for (int i = 0; i < 30; ++i) words.push_back(word("ÖÐ¹ú"));
  std::vector<PrintedWord> broken = words;
  broken.push_back(word("ÖÐ¹"));
  CHECK(repair_mojibake(words) == Mojibake::repaired);
  CHECK(words[0].text == "中国");
  CHECK(repair_mojibake(broken) == Mojibake::suspect);
  CHECK(broken[0].text == "ÖÐ¹ú");
}

TEST_CASE("Western languages and Chinese pages are left alone") {
  std::vector<PrintedWord> german, chinese;
  for (int i = 0; i < 60; ++i) {
    german.push_back(word("Prüfverfahren für Straßenbeläge"));
    chinese.push_back(word("规范性引用文件±5×10°"));
  }
  CHECK(repair_mojibake(german) == Mojibake::none);
  CHECK(repair_mojibake(chinese) == Mojibake::none);
}

}  // namespace biaoshen
