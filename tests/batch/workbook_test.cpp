// Links of a workbook. What its cells hold is tested with the register.
#include "templates/batch/workbook.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("a link leads to the folder as the file system has it") {
  CHECK(link_address("甲", "") == "甲/dossier.html");
  CHECK(link_address("甲 #1%", "r-a.b") == "甲%20%231%25/dossier.html#r-a.b");
  CHECK(link_address("a?b&c<d>\"e\\f", "") == "a%3Fb%26c%3Cd%3E%22e%5Cf/dossier.html");
  CHECK(link_address("13800138000", "") == "13800138000/dossier.html");
}

TEST_CASE("no folder becomes an address of another kind") {
  CHECK(link_address("internal:Sheet1", "") == "internal%3ASheet1/dossier.html");
  CHECK(link_address("http:", "").find(':') == std::string::npos);
  CHECK(link_address("javascript:alert(1)", "").find(':') == std::string::npos);
}

TEST_CASE("a folder whose name is not UTF-8 is addressed by its bytes") {
  CHECK(link_address("\xB1\xEA", "") == "%B1%EA/dossier.html");
}

TEST_CASE("a folder with a character that nobody sees is addressed by its bytes") {
  CHECK(link_address("\u202E\uFFFE", "") == "%E2%80%AE%EF%BF%BE/dossier.html");
}

TEST_CASE("a sheet without rows and an address too long for a link are no errors") {
  const PrintedWords words{"title", "&P/&N", "more"};
  CHECK(workbook_of({{"empty", {{"head", 9}}, 0, 0, {}}}, words));
  const Cell link = SheetLink{std::string(5000, 'a'), "name"};
  const auto row = [&](std::size_t) { return SheetRow{link}; };
  CHECK(workbook_of({{"long", {{"head", 9}}, 0, 1, row}}, words));
}
