#include "pipeline/crew/line_splitter.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace biaoshen;

namespace {

std::vector<std::string> lines_of(LineSplitter& splitter, std::string_view bytes) {
  std::vector<std::string> lines;
  splitter.take(bytes, [&](std::string line) { lines.push_back(std::move(line)); });
  return lines;
}

}  // namespace

TEST_CASE("lines are put together from pieces however they are cut") {
  const std::string text = "one\n\nthree 三\nfour";
  for (std::size_t size = 1; size <= text.size(); ++size) {
    LineSplitter splitter(100);
    std::vector<std::string> all;
    for (std::size_t at = 0; at < text.size(); at += size)
      for (const std::string& line : lines_of(splitter, text.substr(at, size))) all.push_back(line);
    CAPTURE(size);
    CHECK(all == std::vector<std::string>{"one", "", "three 三"});
  }
}

TEST_CASE("a line that is too long is cut, and the next one is whole") {
  LineSplitter splitter(5);
  CHECK(lines_of(splitter, "12345\n123456\n12") == std::vector<std::string>{"12345", "12345"});
  CHECK(lines_of(splitter, "3456789").empty());
  CHECK(lines_of(splitter, "\nab\n") == std::vector<std::string>{"12345", "ab"});
}
