// Parts of a page are replaced between their marks and nowhere else.
#include "templates/html/page_marks.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("what stands between two marks is replaced, and nothing else") {
  const std::string page = "a<!--x-->old<!--/x-->b<!-- note --><!--y.z--><!--/y.z-->c";
  CHECK(*with_parts(page, {{"x", "1"}, {"y.z", "2"}}) ==
        "a<!--x-->1<!--/x-->b<!-- note --><!--y.z-->2<!--/y.z-->c");
  CHECK(*with_parts(page, {{"x", ""}}) == "a<!--x--><!--/x-->b<!-- note --><!--y.z--><!--/y.z-->c");
  CHECK(*with_parts(page, {}) == page);
}

TEST_CASE("a mark that is missing, twice or out of order is refused and named") {
  for (const char* page :
       {"", "<!--x-->", "<!--/x-->", "<!--/x--><!--x-->", "<!--x--><!--/x--><!--x--><!--/x-->",
        "<!--x--><!--/x--><!--/x-->", "<!--x", "<!--xy--><!--/xy-->"}) {
    INFO(page);
    const auto out = with_parts(page, {{"x", "1"}});
    REQUIRE_FALSE(out);
    CHECK(out.error().message.find("“x”") != std::string::npos);
  }
}

TEST_CASE("parts may hold marks of others and are not searched again") {
  const std::string page = "<!--x--><!--/x--><!--y--><!--/y-->";
  CHECK(*with_parts(page, {{"x", "<!--y-->"}, {"y", "2"}}) ==
        "<!--x--><!--y--><!--/x--><!--y-->2<!--/y-->");
}

TEST_CASE("parts taken from one page are put into another") {
  const PageParts parts = parts_of("\n<!--a-->1<!--/a-->\n<!--b--><p>2</p><!--/b--> <!--c-->");
  CHECK(parts == PageParts{{"a", "1"}, {"b", "<p>2</p>"}});
  CHECK(*with_parts("<!--b--><!--/b-->-<!--a-->0<!--/a-->", parts) ==
        "<!--b--><p>2</p><!--/b-->-<!--a-->1<!--/a-->");
}
