// Claims about what the client takes from the cache and puts there, with shell scripts as readers:
// honest ones and such as were taken over by their file.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "extractors/worker/client.h"
#include "extractors/worker/wire.h"
#include "tests/worker/fake_reader.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

class LearningDesk {
 public:
  LearningDesk()
      : path_(fs::canonical(fs::temp_directory_path()) /
              ("biaoshen-known-" + std::to_string(::getpid()))),
        cache(path_ / "cache", 1 << 20, "1") {
    fs::remove_all(path_);
    fs::create_directories(path_);
    write("confined", confined());
    write("done", wire::encode(wire::Frame(wire::Done{})));
  }
  ~LearningDesk() { fs::remove_all(path_); }

  File write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    File file;
    file.path = name;
    file.source = path_ / name;
    file.bytes = bytes.size();
    return file;
  }
  std::string at(const std::string& name) const { return "'" + (path_ / name).string() + "'"; }

  // A review of its own that reads the files one after the other.
  struct Step {
    const File& file;
    std::string script;
  };
  void review(std::initializer_list<Step> steps, RecognitionCache* used) {
    WorkerClient client(path_ / "reader", used, quiet_);
    for (const Step& step : steps) {
      std::ofstream(path_ / "reader")
          << "#!/bin/sh\ncat " + at("confined") + "; " + step.script + "\ncat " + at("done");
      ::chmod((path_ / "reader").c_str(), 0755);
      client.read(step.file, Limits());
    }
  }

  std::string learns(const std::string& key, const std::string& recognised) {
    const std::string name = "learned" + std::to_string(++count_);
    write(name, wire::encode(wire::Frame(wire::Learned{key, recognised})));
    return "cat " + at(name);
  }
  // Asks, and keeps the order and the answer that it is sent.
  std::string asks(const std::string& key) {
    const std::string name = "ask" + std::to_string(++count_);
    write(name, wire::encode(wire::Frame(wire::Ask{key})));
    return "cat " + at(name) + "; timeout 1 cat > " + at("answer");
  }
  bool was_told(const std::string& recognised) const {
    std::ifstream in(path_ / "answer", std::ios::binary);
    const std::string got((std::istreambuf_iterator<char>(in)), {});
    REQUIRE_FALSE(got.empty());
    return got.find(recognised) != std::string::npos;
  }

 private:
  fs::path path_;
  Progress quiet_;
  int count_ = 0;

 public:
  RecognitionCache cache;
};

}  // namespace

TEST_CASE("a later review of the same file knows what an earlier one recognised") {
  LearningDesk desk;
  const File first = desk.write("a.pdf", "scan"), later = desk.write("renamed.pdf", "scan");
  desk.review({{first, desk.learns("k", "what it says")}}, &desk.cache);
  desk.review({{later, desk.asks("k")}}, &desk.cache);
  CHECK(desk.was_told("what it says"));
  desk.review({{later, desk.asks("k")}}, nullptr);
  CHECK_FALSE(desk.was_told("what it says"));
}

TEST_CASE("what the reader of one file claims reaches no other file of another dossier") {
  LearningDesk desk;
  const File hostile = desk.write("hostile.pdf", "takes its reader over");
  const File honest = desk.write("honest.pdf", "shows the same picture");
  desk.review({{hostile, desk.learns("k", "a lie")}}, &desk.cache);
  desk.review({{honest, desk.asks("k")}}, &desk.cache);
  CHECK_FALSE(desk.was_told("a lie"));
}

TEST_CASE("nor by way of a dossier that holds them both") {
  LearningDesk desk;
  const File hostile = desk.write("hostile.pdf", "takes its reader over");
  const File honest = desk.write("honest.pdf", "shows the same picture");
  // Here the honest file's reader is told, as ever within a dossier; it did not learn it.
  desk.review({{hostile, desk.learns("k", "a lie")}, {honest, desk.asks("k")}}, &desk.cache);
  CHECK(desk.was_told("a lie"));
  desk.review({{honest, desk.asks("k")}}, &desk.cache);
  CHECK_FALSE(desk.was_told("a lie"));
}

TEST_CASE("a file that changes while it is read leaves nothing under either of its contents") {
  LearningDesk desk;
  const File file = desk.write("a.pdf", "takes its reader over");
  const std::string swaps = "sleep 0.1; printf 'a victim' > " + desk.at("a.pdf") + "; ";
  desk.review({{file, swaps + desk.learns("k", "a lie")}}, &desk.cache);
  desk.review({{file, desk.asks("k")}}, &desk.cache);
  CHECK_FALSE(desk.was_told("a lie"));
  const File again = desk.write("a.pdf", "takes its reader over");
  desk.review({{again, desk.asks("k")}}, &desk.cache);
  CHECK_FALSE(desk.was_told("a lie"));
}

TEST_CASE("a reader has the same time for a picture, known or not") {
  LearningDesk desk;
  const File file = desk.write("a.pdf", "scan");
  Limits limits;
  limits.seconds = 0.5, limits.seconds_per_mb = 0, limits.seconds_per_recognised_page = 30;
  desk.review({{file, desk.learns("k", "what it says")}}, &desk.cache);
  Progress quiet;
  for (RecognitionCache* used : {&desk.cache, static_cast<RecognitionCache*>(nullptr)}) {
    WorkerClient client(file.source.parent_path() / "slow", used, quiet);
    std::ofstream(file.source.parent_path() / "slow")
        << "#!/bin/sh\n" + desk.asks("k") + "; sleep 0.5; cat " + desk.at("done");
    ::chmod((file.source.parent_path() / "slow").c_str(), 0755);
    CHECK_FALSE(client.read(file, limits).has_problem("time-limit"));
  }
}
