// Names of what programs leave beside documents.
#include "pipeline/base/litter.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("litter of operating systems is known, documents are not litter") {
  for (const char* name : {"Thumbs.db", ".DS_Store", "desktop.ini", "__MACOSX", "~$附件2.docx",
                           "._a.pdf", "~WRL0001.tmp", "a.pdf.part", "b.docx.crdownload",
                           ".~lock.附件2.odt#", "申报书.docx.xltd"}) {
    CAPTURE(name);
    CHECK(is_litter(name));
  }
  for (const char* name : {"附件2.docx", "thumbs.pdf", "~附件.docx", ".标准.pdf", "草稿.tmp",
                           ".附件2.docx.Ab3dE9", "part", "第一part"}) {
    CAPTURE(name);
    CHECK_FALSE(is_litter(name));
  }
}

TEST_CASE("a file on its way to another name is known by its name") {
  for (const char* name : {"a.zip.part", "a.zip.PARTIAL", "未确认 12345.crdownload",
                           "a.docx.filepart", "a.tmp", "a.!ut", "附件.zip.baiduyun.p.downloading",
                           "a.zip.xltd", ".附件2.docx.Ab3dE9", "..hidden.000000", ".~tmp~"}) {
    CAPTURE(name);
    CHECK(is_temporary_name(name));
  }
}

TEST_CASE("what only looks like one is not on its way") {
  for (const char* name :
       {"附件2.docx", ".附件2.docx.Ab3dE", ".附件2.docx.Ab3dE99", "附件2.docx.Ab3dE9", ".Ab3dE9",
        "..Ab3dE9", ".a.Ab3-E9", "~WRL0001.tmp", "._a.Ab3dE9", "part", "tmp", "~$附件2.docx"}) {
    CAPTURE(name);
    CHECK_FALSE(is_temporary_name(name));
  }
}

TEST_CASE("a lock of Word or LibreOffice is no download and no litter of a system") {
  for (const char* name : {"~$附件2.docx", ".~lock.附件2.odt#"}) {
    CAPTURE(name);
    CHECK(is_lock_name(name));
    CHECK_FALSE(is_temporary_name(name));
    CHECK_FALSE(is_system_litter(name));
  }
  CHECK_FALSE(is_lock_name(".~lock.odt"));
}

TEST_CASE("what a temporary file will be called is told where its name says so") {
  CHECK(name_to_be("材料.zip.part") == "材料.zip");
  CHECK(name_to_be(".材料.zip.Ab3dE9") == "材料.zip");
  CHECK(name_to_be(".~tmp~").empty());
  CHECK(name_to_be("材料.tmp").empty());
  CHECK(name_to_be("材料.zip").empty());
}
