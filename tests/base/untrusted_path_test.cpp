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
  CHECK(readable_name("a\xFF\xFFz").text == "a\\xFF\\xFFz");
}

TEST_CASE("control characters of a name are shown, not passed on") {
  CHECK(readable_name("换\n行\x01.txt").text == "换\\n行\\x01.txt");
  CHECK_FALSE(readable_name("换\n行.txt").was_decoded);
}

TEST_CASE("litter of operating systems is known, documents are not litter") {
  for (const char* name : {"Thumbs.db", ".DS_Store", "desktop.ini", "__MACOSX", "~$附件2.docx",
                           "._a.pdf", "~WRL0001.tmp", "a.pdf.part", "b.docx.crdownload"}) {
    CAPTURE(name);
    CHECK(is_litter(name));
  }
  for (const char* name : {"附件2.docx", "thumbs.pdf", "~附件.docx", ".标准.pdf"}) {
    CAPTURE(name);
    CHECK_FALSE(is_litter(name));
  }
}
