// What nobody sees in a text, and the two ways in which it is written out.
#include "pipeline/base/unseen.h"

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"
#include "pipeline/base/untrusted_path.h"

using namespace biaoshen;

namespace {

bool is_all_seen(std::string_view text) {
  UnseenScan scan;
  for (std::size_t at = 0; at < text.size();)
    if (scan.is_unseen(next_code_point(text, at))) return false;
  return true;
}

std::string utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

}  // namespace

TEST_CASE("controls, turning, roomless, tag and non-characters are unseen") {
  for (const char32_t c :
       {0x00,   0x07,   0x09,   0x0A,   0x0D,    0x1B,    0x7F,    0x85,    0x9B,    0xAD,
        0x34F,  0x61C,  0x115F, 0x180E, 0x200B,  0x200D,  0x200E,  0x200F,  0x2028,  0x2029,
        0x202A, 0x202E, 0x2060, 0x2066, 0x2069,  0x2800,  0x3164,  0xFEFF,  0xFFA0,  0xFFF9,
        0xFFFB, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001, 0xE0041, 0xE007F, 0x10FFFF}) {
    INFO(static_cast<unsigned>(c));
    CHECK_FALSE(is_all_seen("a" + utf8(c)));
    CHECK_FALSE(is_all_seen("标" + utf8(c) + "准"));
  }
}

TEST_CASE("what has a sign or a place of its own is seen") {
  for (const char* text :
       {"附件1 申报书（终稿）.docx", "é à e\u0301 Việt", "བསྒྲུབས", "日\u3000本\u00A0語",
        "\uF0B7 \U000F0000", "😀🇨🇳", "葛\U000E0100", "❤\uFE0F", "1\uFE0F\u20E3", "Ж א ا", "\uFFFD"})
    CHECK(is_all_seen(text));
}

TEST_CASE("one selector chooses a form, a second one hides something") {
  CHECK(is_all_seen("葛\U000E0100城"));
  CHECK_FALSE(is_all_seen("葛\U000E0100\U000E0101"));
  CHECK_FALSE(is_all_seen("\uFE0F"));
  CHECK_FALSE(is_all_seen("\u200B\uFE0F"));
}

TEST_CASE("a pile of combining marks is seen as far as any writing needs one") {
  std::string pile = "z";
  for (int i = 0; i < 6; ++i) pile += "\u0336";
  CHECK(is_all_seen(pile));
  CHECK_FALSE(is_all_seen(pile + "\u0336"));
  CHECK(is_all_seen(pile + "z\u0336"));
}

TEST_CASE("a control acts on what shows it, a blank of no width does not") {
  for (const char* text : {"\x1b", "\n", "\u009B", "\u202E", "\u2067", "\u200F", "\u2028"})
    CHECK(has_control(text));
  for (const char* text : {"", "申报书", "a\u200Bb", "👩\u200D👧", "\u00AD"})
    CHECK_FALSE(has_control(text));
}

TEST_CASE("JSON says the same with what is unseen written out") {
  CHECK(with_unseen_escaped("{\n  \"a\": \"标准\"\n}") == "{\n  \"a\": \"标准\"\n}");
  CHECK(with_unseen_escaped("[\"a\u202Eb\u009B\x7F\"]") == "[\"a\\u202eb\\u009b\\u007f\"]");
  CHECK(with_unseen_escaped("[\"\U000E0041\"]") == "[\"\\udb40\\udc41\"]");
}

TEST_CASE("a name is written out to the last of its planes") {
  CHECK(escape_unseen("a\u200B\uFEFF\U000E0041.pdf") == "a\\u200b\\ufeff\\U000e0041.pdf");
  CHECK(escape_unseen("a\tb\r\n") == "a\\tb\\r\\n");
}
