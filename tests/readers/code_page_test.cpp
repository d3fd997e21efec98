// Claims about text in stated code pages.
#include <catch2/catch.hpp>

#include "extractors/readers/code_page.h"

namespace biaoshen {

TEST_CASE("Chinese code pages are read by their numbers, unknown ones as Latin") {
  CHECK(decoded("\xB1\xEA\xD7\xBC", encoding_of_code_page(936)) == U"标准");
  CHECK(decoded("\xBC\xD0\xB7\xC7", encoding_of_code_page(950)) == U"標準");
  CHECK(decoded("\x96", encoding_of_code_page(4711)) == U"–");
}

TEST_CASE("a byte that is no character is marked, and a cut one ends the text") {
  CHECK(decoded("\xFF"
                "A",
                "gb18030") == U"\uFFFDA");
  CHECK(decoded("A\xB1", "gb18030").starts_with(U"A"));
}

}  // namespace biaoshen
