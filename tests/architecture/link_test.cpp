// Parsers of what outsiders send are linked into biaoshen-reader only.
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <string>

namespace {

// The libraries a program asks the loader for.
std::string needed_by(const std::string& program) {
  std::string out;
  const std::string command = "objdump -p '" BINARY_DIR "/" + program + "' | grep NEEDED";
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer;
  while (std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
    out.append(buffer.data(), got);
  ::pclose(pipe);
  return out;
}

}  // namespace

TEST_CASE("biaoshen itself opens no PDF, no archive and no image") {
  REQUIRE(std::filesystem::exists(BINARY_DIR "/biaoshen"));
  const std::string main_program = needed_by("biaoshen"), reader = needed_by("biaoshen-reader");
  for (const char* parser : {"libpoppler", "libzip"}) {
    CAPTURE(parser);
    CHECK(main_program.find(parser) == std::string::npos);
    CHECK(reader.find(parser) != std::string::npos);
  }
}
