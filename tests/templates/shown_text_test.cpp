// What people are shown of text from outside: masked, visible, short, escaped.
#include "templates/shown_text.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("mobile numbers keep their first three and last four digits") {
  CHECK(masked("联系人 13812345678。") == "联系人 138****5678。");
  CHECK(masked("+86 13812345678") == "+86 138****5678");
  CHECK(masked("8613812345678") == "86138****5678");
  CHECK(masked("138 1234 5678") == "138 **** 5678");
  CHECK(masked("138-1234-5678") == "138-****-5678");
  CHECK(masked("Tel13812345678") == "Tel138****5678");
  CHECK(masked("１３８１２３４５６７８") == "１３８****５６７８");
  CHECK(masked("13812345678/13912345678") == "138****5678/139****5678");
  CHECK(masked("008613812345678、013812345678") == "0086138****5678、0138****5678");
  CHECK(masked("+86-138 12345678") == "+86-138 ****5678");
  CHECK(masked("1381234 5678") == "138**** 5678");
  CHECK(masked("138–1234–5678") == "138–****–5678");
  CHECK(masked("138.1234.5678") == "138.****.5678");
  CHECK(masked("138\xC2\xA0"
               "1234\xC2\xA0"
               "5678") ==
        "138\xC2\xA0****\xC2\xA0"
        "5678");
  CHECK(masked("13812345678E-mail") == "138****5678E-mail");
  CHECK(masked("TELEPHONENO13812345678") == "TELEPHONENO138****5678");
  CHECK(masked("138\xE2\x80\x8B"
               "12345678") == "138\xE2\x80\x8B****5678");
}

TEST_CASE("a number is masked whatever nobody sees between its figures, and in any writing") {
  for (const char* between : {"\u200B", "\u2060", "\u00AD", "\u034F", "\u115F", "\uFE0F",
                              "\uFE0F\u20E3", "\u0336", "\u202E", "\U000E0041", "\U000E0100"}) {
    std::string number, citizen;
    for (const char figure : std::string("13812345678")) (number += figure) += between;
    for (const char figure : std::string("110101199003071234")) (citizen += figure) += between;
    INFO(visible(number));
    // These figures stand only in what is hidden.
    CHECK(masked(number).find_first_of("24") == std::string::npos);
    CHECK(masked(citizen).find_first_of("97") == std::string::npos);
    CHECK(masked(number).find("****") != std::string::npos);
  }
  CHECK(masked("١٣٨١٢٣٤٥٦٧٨") == "١٣٨****٥٦٧٨");
  CHECK(masked("𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖") == "𝟏𝟑𝟖****𝟓𝟔𝟕𝟖");
  CHECK(masked("l\u200Bi.mou\u200B@\u2060example.com") == "l\u200B***@\u2060example.com");
}

TEST_CASE("other long numbers are no mobile numbers") {
  for (const char* text :
       {"12345678901", "138123456789", "T/BAIIA 015—2022", "2022-11-18", "010-62345678",
        "13812345678901234", "138-12345-678", "T/ABC 138—2024 2023-05-01", "T_BJ 135-2023 2023年",
        "T/ABC 138—2024—0501", "T/ABC 138.1—2024"})
    CHECK(masked(text) == text);
}

TEST_CASE("citizen numbers lose their birthday") {
  CHECK(masked("身份证110101199003071234") == "身份证110101********1234");
  CHECK(masked("11010119900307123X") == "110101********123X");
  CHECK(masked("110101 19900307 123X") == "110101 ******** 123X");
  CHECK(masked("ID:11010119900307123x,") == "ID:110101********123x,");
}

TEST_CASE("credit codes and digests are not personal data") {
  for (const char* text : {"51110000500000123X", "91110108MA13812345", "52110000MJ0138123E",
                           "d13812345678aa13812345678bc13812345678cd13812345678ef13812345678f"})
    CHECK(masked(text) == text);
}

TEST_CASE("an address of e-mail keeps its first character and its host") {
  CHECK(masked("邮箱 li.mou@example.com") == "邮箱 l***@example.com");
  CHECK(masked("a@b.cn") == "a***@b.cn");
  CHECK(masked("13812345678@163.com") == "1***@163.com");
  CHECK(masked("电话@ 办公室") == "电话@ 办公室");
}

TEST_CASE("masking a masked text changes nothing") {
  for (const char* text :
       {"13812345678", "110101199003071234", "li.mou@example.com", "138 1234 5678"})
    CHECK(masked(masked(text)) == masked(text));
}

TEST_CASE("masking takes time in proportion to the text") {
  std::string text;
  while (text.size() < 400000) text += "a.b@c@13812345678";
  CHECK(masked(text).find("13812345678") == std::string::npos);
}

TEST_CASE("characters that cannot be seen are written out") {
  CHECK(visible("a\u202Eb") == "a[U+202E]b");
  CHECK(visible("\u200B\u2066\uFEFF") == "[U+200B][U+2066][U+FEFF]");
  CHECK(visible(std::string("a\0b\x1B", 4)) == "a[U+0000]b[U+001B]");
  CHECK(visible("\U000E0041") == "[U+E0041]");
  CHECK(visible("\uFFFE\u061C\u2800") == "[U+FFFE][U+061C][U+2800]");
  CHECK(visible("\xFFx") == "\uFFFDx");
}

TEST_CASE("ordinary text, line ends, tabs and rare characters stay as they are") {
  for (const char* text : {"人型　机器人\n\tT/BAIIA 015—2022", "𠮷野家", "é ß Ж א"})
    CHECK(visible(text) == text);
  CHECK(visible("a\r\nb") == "a\nb");
}

TEST_CASE("a text is cut between characters and says that it was") {
  CHECK(shortened("人型机器人", 2).text == "人型");
  CHECK(shortened("人型机器人", 2).cut);
  CHECK_FALSE(shortened("人型", 2).cut);
  CHECK(brief("人型机器人", 2) == "人型…");
  CHECK(brief("人型", 2) == "人型");
}

TEST_CASE("a telephone number is masked before the text is cut") {
  CHECK(brief("电话13812345678", 9) == "电话138****…");
}

TEST_CASE("text for HTML has no character that means something there") {
  CHECK(html_text("<a href=\"x\" id='y'>&") == "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
  CHECK(html_text("13812345678\u202E") == "138****5678[U+202E]");
}
