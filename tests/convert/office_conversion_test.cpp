// Claims about running an office program: what comes of it when it hangs, fails or floods.
#include <signal.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "tests/convert/fake_office.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

ProgramLimits limits_of(double seconds) {
  ProgramLimits limits;
  limits.seconds = seconds;
  limits.folder_bytes = 2 << 20;
  return limits;
}

// Runs no more: gone, or only waiting for its parent to notice.
bool has_ended(const std::string& pid) {
  std::ifstream file("/proc/" + pid + "/stat");
  std::string number, name, state;
  return !(file >> number >> name >> state) || state == "Z" || state == "X";
}

}  // namespace

TEST_CASE("the converted file is there as long as the conversion is, and tells who made it") {
  FakeOffice office;
  fs::path made;
  {
    OfficeConversion conversion(office.settings());
    REQUIRE(conversion.is_available());
    CHECK(conversion.name() == "LibreOffice 7.4");
    const auto converted =
        conversion.convert(office.file("copy\n正文"), "doc", "docx", limits_of(20));
    REQUIRE(converted.end == ProgramEnd::done);
    CHECK(converted.file.extension() == ".docx");
    CHECK(content_of(converted.file) == "正文");
    made = converted.file;
  }
  CHECK_FALSE(fs::exists(made));
}

TEST_CASE("a program that hangs is killed at the deadline with all that it started") {
  FakeOffice office;
  OfficeConversion conversion(office.settings());
  const fs::path number = office.folder() / "number";
  const auto begin = std::chrono::steady_clock::now();
  const auto converted = conversion.convert(office.file("hang\n" + number.string() + "\n"), "doc",
                                            "docx", limits_of(1.5));
  CHECK(converted.end == ProgramEnd::late);
  CHECK(converted.file.empty());
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
  std::string pid = content_of(number);
  REQUIRE(pid.size() > 1);
  pid.pop_back();
  for (int i = 0; i < 100 && !has_ended(pid); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  CHECK(has_ended(pid));
}

TEST_CASE("a program that makes nothing, a link or too much has made nothing") {
  FakeOffice office;
  OfficeConversion conversion(office.settings());
  const auto end_of = [&](const char* content) {
    const auto converted = conversion.convert(office.file(content), "doc", "docx", limits_of(20));
    CHECK(converted.file.empty());
    return converted.end;
  };
  CHECK(end_of("none\n") == ProgramEnd::failed);
  CHECK(end_of("fail\n") == ProgramEnd::failed);
  CHECK(end_of("link\n") == ProgramEnd::failed);
  CHECK(end_of("fill\n") == ProgramEnd::too_large);
}

TEST_CASE("without a sandbox nothing runs unless that is allowed") {
  FakeOffice office;
  ConversionSettings settings = office.settings();
  settings.allow_unsandboxed = false;
  OfficeConversion conversion(settings);
  CHECK_FALSE(conversion.is_available());
  CHECK(conversion.convert(office.file("copy\n正文"), "doc", "docx", limits_of(20)).end ==
        ProgramEnd::not_started);
}

TEST_CASE("in its sandbox it sees no other file, process or network, and can change nothing") {
  FakeOffice office;
  OfficeConversion conversion(office.sandboxed_settings());
  if (!conversion.is_available()) {
    WARN("bubblewrap is not installed, or cannot run here");
    return;
  }
  const fs::path secret = office.file("another dossier\n");
  const auto converted = conversion.convert(office.file("look\n" + secret.string() + "\n"), "doc",
                                            "docx", limits_of(20));
  REQUIRE(converted.end == ProgramEnd::done);
  const std::string seen = content_of(converted.file);
  CAPTURE(seen);
  CHECK(seen.find("sees ") == std::string::npos);
  CHECK(seen.find("writes /usr") == std::string::npos);
  CHECK_FALSE(fs::exists(secret.string() + ".written"));
  CHECK_FALSE(fs::exists("/etc/written"));
  CHECK(seen.find("networks 0\n") != std::string::npos);
  CHECK(seen.find("CapEff:\t0000000000000000\n") != std::string::npos);
  CHECK(seen.find("makes namespaces") == std::string::npos);
  const std::size_t processes = seen.find("processes ");
  REQUIRE(processes != std::string::npos);
  CHECK(std::stoi(seen.substr(processes + 10)) < 10);
}

TEST_CASE("in its sandbox a program that hangs is killed with all that it started, too") {
  FakeOffice office;
  OfficeConversion conversion(office.sandboxed_settings());
  if (!conversion.is_available()) {
    WARN("bubblewrap is not installed, or cannot run here");
    return;
  }
  const auto begin = std::chrono::steady_clock::now();
  const auto converted =
      conversion.convert(office.file("hang\n/dev/null\n"), "doc", "docx", limits_of(1.5));
  CHECK(converted.end == ProgramEnd::late);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}

TEST_CASE("a program that is not installed is not available") {
  OfficeConversion conversion({"/nowhere/soffice", "/nowhere/bwrap", true});
  CHECK_FALSE(conversion.is_available());
  CHECK(conversion.name().empty());
}

TEST_CASE("no folder for temporary files is trouble, and not a file that cannot be converted") {
  FakeOffice office;
  const std::string before = std::getenv("TMPDIR") == nullptr ? "" : std::getenv("TMPDIR");
  ::setenv("TMPDIR", (office.folder() / "not there").c_str(), 1);
  OfficeConversion conversion(office.settings());
  CHECK_FALSE(conversion.trouble());
  conversion.convert(office.file("copy\n正文"), "doc", "docx", limits_of(20));
  if (before.empty())
    ::unsetenv("TMPDIR");
  else
    ::setenv("TMPDIR", before.c_str(), 1);
  REQUIRE(conversion.trouble());
  CHECK(conversion.trouble()->code == ErrorCode::output);
  CHECK(conversion.trouble()->message.find("TMPDIR") != std::string::npos);
}

TEST_CASE("a file that cannot be converted is no trouble") {
  FakeOffice office;
  OfficeConversion conversion(office.settings());
  for (const char* content : {"none\n", "fail\n", "link\n"}) {
    conversion.convert(office.file(content), "doc", "docx", limits_of(20));
    CHECK_FALSE(conversion.trouble());
  }
}
