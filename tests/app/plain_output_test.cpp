// Whatever is written to stdout or stderr, a terminal shows it and obeys none of it.
#include "pipeline/app/plain_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <functional>
#include <sstream>

#include "tests/app/run_program.h"

namespace fs = std::filesystem;
using namespace biaoshen;
using namespace biaoshen::test;

namespace {

std::string after_guard(const std::vector<std::string>& pieces) {
  std::ostringstream stream;
  {
    const PlainOutput guard(stream);
    for (const std::string& piece : pieces) stream << piece << std::flush;
  }
  return stream.str();
}

// What `work` writes to the descriptor itself.
std::string written_to_stderr(const std::function<void()>& work) {
  const fs::path path = fresh_folder("stderr") / "written";
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const int kept = ::dup(STDERR_FILENO);
  REQUIRE(::dup2(file, STDERR_FILENO) == STDERR_FILENO);
  work();
  REQUIRE(::dup2(kept, STDERR_FILENO) == STDERR_FILENO);
  ::close(kept);
  ::close(file);
  return read_whole(path);
}

}  // namespace

TEST_CASE("ordinary text, line ends and tabs pass the guard as they are") {
  CHECK(after_guard({"材料\t须补正 2 项\n", "é 😀\n"}) == "材料\t须补正 2 项\né 😀\n");
  CHECK(after_guard({}) == "");
}

TEST_CASE("controls and what turns the writing come out as codes") {
  CHECK(after_guard({"a\x1b[2J\x07\r"}) == "a\\x1b[2J\\x07\\r");
  CHECK(after_guard({"\u009B31m\u202Efdp\u200B"}) == "\\x9b31m\\u202efdp\\u200b");
  CHECK(after_guard({"\xFF\xC0"}) == "\uFFFD\uFFFD");
}

TEST_CASE("a character that is written in pieces stays one") {
  CHECK(after_guard({"\xE6", "\xA0", "\x87", "\xE5\x87", "\x86\n"}) == "标准\n");
  CHECK(after_guard({"\xE2\x80", "\xAE"}) == "\\u202e");
  CHECK(after_guard({"a\xE6\xA0"}) == "a\uFFFD");
}

TEST_CASE("behind the guard the stream is as it was") {
  std::ostringstream stream;
  { const PlainOutput guard(stream); }
  stream << "\x1b";
  CHECK(stream.str() == "\x1b");
}

TEST_CASE("the line that is written over clears the one before and obeys nothing else") {
  CHECK(written_to_stderr([] { write_over_line("甲\x1b[2J\u202E\n"); }) ==
        "\r\x1b[K甲\\x1b[2J\\u202e\\n");
  CHECK(written_to_stderr([] { write_over_line(""); }) == "\r\x1b[K");
}

TEST_CASE("an error that repeats an argument does not repeat what it would do to a terminal") {
  const std::string evil = "\x1b]0;x\x07\u202Ename\n\u009B2J";
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"review", evil, "--out", "/nowhere/" + evil},
                                             {evil},
                                             {"review", "--" + evil},
                                             {"inspect", evil},
                                             {"explain", evil},
                                             {"check-profile", evil},
                                             {"publicity", "--from", evil},
                                             {"casebook", evil, "--out", "x.docx"},
                                             {"panel", evil, evil},
                                             {"decide", evil, evil},
                                             {"config", "check", evil},
                                             {"batch", evil, "--out", evil}}) {
    const Ran ran = test::biaoshen(arguments);
    INFO(ran.err);
    CHECK(ran.exit != 0);
    CHECK((ran.out + ran.err).find_first_of("\x1b\x07\r") == std::string::npos);
    CHECK((ran.out + ran.err).find("\u202E") == std::string::npos);
    CHECK((ran.out + ran.err).find("\u009B") == std::string::npos);
  }
}
