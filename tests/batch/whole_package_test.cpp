// A package with a part that was cut is none.
#include "templates/batch/whole_package.h"

#include <catch2/catch.hpp>

#include "templates/docx/docx_package.h"
#include "templates/memory_file.h"

using namespace biaoshen;

namespace {

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

bool is_whole(const std::string& sheet) {
  const auto bytes = docx_of({{"xl/workbook.xml", kHead + "<workbook><a/></workbook>"},
                              {"xl/worksheets/sheet1.xml", sheet}});
  REQUIRE(bytes);
  MemoryFile file;
  REQUIRE(file.write(*bytes));
  return is_whole_package(file.path());
}

}  // namespace

TEST_CASE("a package whose parts end with the end of their roots is whole") {
  CHECK(is_whole(kHead + "<worksheet xmlns=\"x\"><row/></worksheet>"));
  CHECK(is_whole(kHead + "<sst>" + std::string(200'000, 'a') + "</sst>\n"));
}

TEST_CASE("a part that is empty or ends in the middle makes the package none") {
  const std::string sheet = kHead + "<worksheet>" + std::string(5000, 'a') + "</worksheet>";
  for (const std::size_t size : {std::size_t{0}, kHead.size(), std::size_t{4096}, sheet.size() - 1})
    CHECK_FALSE(is_whole(sheet.substr(0, size)));
}

TEST_CASE("what is no archive is no package") {
  MemoryFile file;
  REQUIRE(file.write("PK, but no archive"));
  CHECK_FALSE(is_whole_package(file.path()));
}
