// Claims about where relations of a part may lead.
#include <catch2/catch.hpp>

#include "extractors/readers/office/relations.h"

namespace biaoshen {

TEST_CASE("targets are resolved from the folder of their part and from the root") {
  CHECK(resolve_target("word/document.xml", "media/a.png") == "word/media/a.png");
  CHECK(resolve_target("word/document.xml", "../custom/./a.xml") == "custom/a.xml");
  CHECK(resolve_target("word/document.xml", "/xl/a.xml") == "xl/a.xml");
  CHECK(resolve_target("", "word/document.xml") == "word/document.xml");
  CHECK(resolve_target("xl/worksheets/sheet1.xml", "..\\drawings\\d.xml") == "xl/drawings/d.xml");
}

TEST_CASE("targets that lead out of the package have no name") {
  for (const char* target : {"../../etc/passwd", "/../a", "//server/share", "\\\\server\\share",
                             "file:///etc/passwd", "C:\\a", ""}) {
    CHECK(resolve_target("word/document.xml", target).empty());
  }
}

}  // namespace biaoshen
