#include <catch2/catch.hpp>

#include "pipeline/base/untrusted_path.h"

using namespace biaoshen;

TEST_CASE("a UTF-8 name is shown as it is") {
  CHECK(readable_name("附件1 申报书.docx").text == "附件1 申报书.docx");
  CHECK_FALSE(readable_name("附件1 申报书.docx").was_decoded);
}

TEST_CASE("a name in GB18030 becomes readable and is said to be so") {
  const ReadableName name = readable_name("\xC9\xEA\xC7\xEB\xCA\xE9.txt");
  CHECK(name.text == "申请书.txt");
  CHECK(name.was_decoded);
}

TEST_CASE("a name in no encoding is shown with escapes") {
  CHECK(readable_name("a\xFF\xFFz").text == "a\\xff\\xffz");
}

TEST_CASE("control characters of a name are shown, not passed on") {
  CHECK(readable_name("换\n行\x01.txt").text == "换\\n行\\x01.txt");
  CHECK_FALSE(readable_name("换\n行.txt").was_decoded);
}

TEST_CASE("what turns the direction of writing is shown: the name cannot pass for another") {
  CHECK(readable_name("合同\u202Etxt.exe").text == "合同\\u202etxt.exe");
  CHECK(escape_unseen("a\x1B[2J\u0085\u2028") == "a\\x1b[2J\\x85\\u2028");
  CHECK(escape_unseen("申请书（一）.docx") == "申请书（一）.docx");
}

TEST_CASE("bytes are read in an encoding only where all of them fit") {
  CHECK(decode_strictly("\xC4\xA3\xCA\xBD", "GB18030") == "模式");
  CHECK(decode_strictly("\xB0\x5D\xB0\xC8\xB3\xF8\xAA\xED", "Big5") == "財務報表");
  CHECK_FALSE(decode_strictly("\xB0\x5D\xB0\xC8\xB3\xF8\xAA\xED", "GB18030"));  // private use
  CHECK_FALSE(decode_strictly("\xC4", "GB18030"));
  CHECK_FALSE(decode_strictly("x", "no such encoding"));
}
