#include "pipeline/service/run_log.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "scratch_folder.h"

using namespace biaoshen;
using Json = nlohmann::json;

namespace {

std::vector<Json> lines_of(const std::filesystem::path& file) {
  std::vector<Json> lines;
  std::ifstream in(file, std::ios::binary);
  for (std::string line; std::getline(in, line);)
    lines.push_back(Json::parse(line, nullptr, false));
  return lines;
}

// What the action says on stderr.
std::string said(const std::filesystem::path& into, const std::function<void()>& action) {
  std::cerr << std::flush;
  const int before = ::dup(STDERR_FILENO);
  const int file = ::open(into.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  REQUIRE(::dup2(file, STDERR_FILENO) == STDERR_FILENO);
  action();
  std::cerr << std::flush;
  REQUIRE(::dup2(before, STDERR_FILENO) == STDERR_FILENO);
  ::close(before);
  ::close(file);
  return bytes_of(into);
}

std::size_t files_in(const ScratchFolder& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path()))
    ++count;
  return count;
}

}  // namespace

TEST_CASE("each event is one line of JSON") {
  const ScratchFolder folder;
  {
    RunLog log(folder / "log.jsonl", Language::en);
    log.write(LogLevel::info, "started");
    log.write(LogLevel::warning, "quarantined", "甲",
              {{"reason", std::string("it crashed")},
               {"tries", std::int64_t{2}},
               {"seconds", 1.5},
               {"forced", false}});
  }
  const std::vector<Json> lines = lines_of(folder / "log.jsonl");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0]["event"] == "started");
  CHECK(lines[0]["level"] == "info");
  CHECK_FALSE(lines[0].contains("dossier"));
  const std::string time = lines[0]["time"];
  REQUIRE(time.size() == std::string("2026-03-01T08:00:00.000+08:00").size());
  CHECK(time[10] == 'T');
  CHECK(lines[1]["level"] == "warning");
  CHECK(lines[1]["dossier"] == "甲");
  CHECK(lines[1]["reason"] == "it crashed");
  CHECK(lines[1]["tries"] == 2);
  CHECK(lines[1]["seconds"] == 1.5);
  CHECK(lines[1]["forced"] == false);
}

TEST_CASE("hostile names are one line and readable, and take no more than their share") {
  const ScratchFolder folder;
  {
    RunLog log(folder / "log.jsonl", Language::en);
    for (const std::string& name :
         {std::string("a\nb\x1b[2J\u202e"), std::string("\xff\xfe\x80"), std::string(1 << 20, 'x')})
      log.write(LogLevel::info, "done", name, {{"path", name}});
  }
  const std::vector<Json> lines = lines_of(folder / "log.jsonl");
  REQUIRE(lines.size() == 3);
  for (const Json& line : lines) {
    REQUIRE_FALSE(line.is_discarded());
    CHECK(line["dossier"] == line["path"]);
  }
  CHECK(lines[0]["dossier"] == "a\\nb\\x1b[2J\\u202e");
  CHECK(std::filesystem::file_size(folder / "log.jsonl") < 20'000);
}

TEST_CASE("the log is bounded, and its newest lines are in the file without a number") {
  const ScratchFolder folder;
  {
    RunLog log(folder / "log.jsonl", Language::en, 4'000);
    for (std::int64_t i = 0; i < 1'000; ++i) log.write(LogLevel::info, "done", "甲", {{"n", i}});
  }
  CHECK(files_in(folder) == kLogFiles);
  std::uintmax_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    bytes += entry.file_size();
    for (const Json& line : lines_of(entry.path())) CHECK_FALSE(line.is_discarded());
  }
  CHECK(bytes <= kLogFiles * 4'000);
  CHECK(lines_of(folder / "log.jsonl").back()["n"] == 999);
  CHECK(std::filesystem::exists(folder / "log.4.jsonl"));
}

TEST_CASE("a line that was cut short spoils no other") {
  const ScratchFolder folder;
  std::ofstream(folder / "log.jsonl") << "{\"event\":\"ol";
  RunLog(folder / "log.jsonl", Language::en).write(LogLevel::info, "new");
  const std::vector<Json> lines = lines_of(folder / "log.jsonl");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].is_discarded());
  CHECK(lines[1]["event"] == "new");
  RunLog(folder / "log.jsonl", Language::en).write(LogLevel::info, "newer");
  CHECK(lines_of(folder / "log.jsonl").size() == 3);
}

TEST_CASE("a log that cannot be written is said once, and goes on when mended") {
  const ScratchFolder folder;
  std::ofstream(folder / "place") << "a file where the folder should be";
  RunLog log(folder / "place/log.jsonl", Language::en);
  const std::string words = said(folder / "stderr", [&] {
    for (int i = 0; i < 10; ++i) log.write(LogLevel::info, "lost");
  });
  CHECK(words.find("the log cannot be written") == 0);
  CHECK(words.find("place/log.jsonl") != std::string::npos);
  CHECK(std::count(words.begin(), words.end(), '\n') == 1);

  std::filesystem::remove(folder / "place");
  std::filesystem::create_directory(folder / "place");
  for (int i = 0; i < 600 && !std::filesystem::exists(folder / "place/log.jsonl"); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    log.write(LogLevel::info, "mended");
  }
  const std::vector<Json> lines = lines_of(folder / "place/log.jsonl");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0]["event"] == "mended");
}

TEST_CASE("a log that somebody removes comes back") {
  const ScratchFolder folder;
  RunLog log(folder / "log.jsonl", Language::en);
  log.write(LogLevel::info, "first");
  std::filesystem::remove(folder / "log.jsonl");
  log.write(LogLevel::info, "second");
  const std::vector<Json> lines = lines_of(folder / "log.jsonl");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0]["event"] == "second");
}

TEST_CASE("what is not a file is refused as a log, and not waited for") {
  const ScratchFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  const std::string words = said(folder / "stderr", [&] {
    RunLog(folder / "pipe", Language::zh).write(LogLevel::info, "lost");
  });
  CHECK(words.find("日志无法写入") == 0);
}

TEST_CASE("without a path nothing is written") {
  const std::filesystem::path before = std::filesystem::current_path();
  const ScratchFolder folder;
  std::filesystem::current_path(folder.path());
  RunLog("", Language::en).write(LogLevel::error, "lost");
  CHECK(files_in(folder) == 0);
  std::filesystem::current_path(before);
}

TEST_CASE(
    "lines for people carry their level where the journal reads them, and no control characters") {
  const ScratchFolder folder;
  CHECK(said(folder / "plain", [] { say_line(LogLevel::error, "no\x1b[2J\nway 路"); }) ==
        "no\\x1b[2J\\nway 路\n");
  std::ofstream(folder / "journal");
  struct stat about {};
  REQUIRE(::stat((folder / "journal").c_str(), &about) == 0);
  ::setenv("JOURNAL_STREAM",
           (std::to_string(about.st_dev) + ":" + std::to_string(about.st_ino)).c_str(), 1);
  const std::string journal = said(folder / "journal", [] {
    say_line(LogLevel::error, "no way");
    say_line(LogLevel::info, "well");
  });
  const std::string elsewhere =
      said(folder / "elsewhere", [] { say_line(LogLevel::error, "no way"); });
  ::unsetenv("JOURNAL_STREAM");
  CHECK(journal == "<3>no way\n<6>well\n");
  CHECK(elsewhere == "no way\n");
}
