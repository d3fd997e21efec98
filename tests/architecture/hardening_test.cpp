// What compiler and linker add to both programs against errors of memory, looked up in the files
// they made.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <string>

namespace {

std::string readelf(const std::string& options, const std::string& program) {
  std::string out;
  const std::string command = "readelf -W " + options + " '" BINARY_DIR "/" + program + "'";
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  while (std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
    out.append(buffer.data(), got);
  REQUIRE(::pclose(pipe) == 0);
  return out;
}

// The lines of a table that have a word.
std::string lines_with(const std::string& table, const std::string& word) {
  std::string out;
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = std::min(table.find('\n', begin), table.size());
    const std::string line = table.substr(begin, end - begin);
    if (line.find(word) != std::string::npos) out += line + "\n";
    begin = end + 1;
  }
  return out;
}

bool has(const std::string& text, const std::string& word) {
  return text.find(word) != std::string::npos;
}

// A build with sanitizers checks more, and its way; one without optimisation cannot check copies.
#if defined(BIAOSHEN_SANITIZED) || !defined(NDEBUG)
constexpr bool kIsRelease = false;
#else
constexpr bool kIsRelease = true;
#endif

}  // namespace

TEST_CASE("both programs are loaded anywhere, and their tables of addresses are read-only") {
  for (const char* program : {"biaoshen", "biaoshen-reader"}) {
    CAPTURE(program);
    const std::string dynamic = readelf("-d", program);
    CHECK(has(lines_with(dynamic, "FLAGS_1"), "PIE"));
    CHECK(has(lines_with(dynamic, "FLAGS_1"), "NOW"));
    CHECK(has(readelf("-l", program), "GNU_RELRO"));
  }
}

TEST_CASE("neither program has memory that is written and run") {
  for (const char* program : {"biaoshen", "biaoshen-reader"}) {
    CAPTURE(program);
    const std::string segments = readelf("-l", program);
    CHECK(has(lines_with(segments, "GNU_STACK"), " RW "));
    CHECK_FALSE(has(segments, "RWE"));
    CHECK_FALSE(has(readelf("-d", program), "TEXTREL"));
  }
}

TEST_CASE("both programs have canaries on the stack and checked copies") {
  if (!kIsRelease) return;
  for (const char* program : {"biaoshen", "biaoshen-reader"}) {
    CAPTURE(program);
    const std::string symbols = readelf("--dyn-syms", program);
    CHECK(has(symbols, "__stack_chk_fail"));
    CHECK(has(symbols, "_chk@"));
    CHECK(has(symbols, "__glibcxx_assert_fail"));
  }
}
