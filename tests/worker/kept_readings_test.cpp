// Claims about files that are reviewed again: what readers said and drew is taken in from the
// cache, by the same checks, and only where a reader would say the same. Readers are scripts that
// leave a mark when they are started.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
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

Page page_of(std::uint32_t number, const std::string& text) {
  Page page;
  page.number = number;
  page.source = Source::text;
  page.text = text;
  return page;
}

class KeepingDesk {
 public:
  KeepingDesk()
      : path_(fs::canonical(fs::temp_directory_path()) /
              ("biaoshen-kept-" + std::to_string(::getpid()))),
        cache(path_ / "cache", 64 << 20, "1") {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~KeepingDesk() { fs::remove_all(path_); }

  File file(const std::string& name, const std::string& bytes) const {
    write(name, bytes);
    File file;
    file.path = name;
    file.source = path_ / name;
    file.bytes = bytes.size();
    return file;
  }
  // Readers say this from now on, then do what `script` says: as a rule, listen.
  void readers_say(const std::string& frames, const std::string& script = "cat > /dev/null") const {
    write("frames", frames);
    write("reader", "#!/bin/sh\necho started >> '" + at("starts") + "'; cat '" + at("frames") +
                        "'; " + script + "\n");
    ::chmod(at("reader").c_str(), 0755);
  }
  void readers_say(std::initializer_list<wire::Frame> frames) const {
    readers_say(frames_of(frames));
  }
  // How many of them were started since this was asked last.
  long starts() const {
    std::ifstream in(at("starts"));
    const long count = std::count(std::istreambuf_iterator<char>(in), {}, '\n');
    fs::remove(at("starts"));
    return count;
  }
  // A review of its own.
  Document read(const File& file, const Limits& limits = {}) {
    WorkerClient client(at("reader"), &cache, quiet);
    return client.read(file, limits);
  }
  std::vector<Crop> crop(const File& file, const std::vector<CropRequest>& requests) {
    WorkerClient client(at("reader"), &cache, quiet);
    return client.crop(file, requests, Limits());
  }
  std::vector<fs::path> entries() const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(path_ / "cache"))
      if (entry.is_regular_file()) found.push_back(entry.path());
    return found;
  }
  std::string at(const std::string& name) const { return (path_ / name).string(); }

 private:
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  fs::path path_;

 public:
  Progress quiet;
  RecognitionCache cache;
};

std::string speech() {
  return frames_of({wire::Format{"pdf"}, wire::PageCount{2}, page_of(1, "一"),
                    Problem{"hidden-text", 1, "x"}, wire::Engine{"tesseract"}, page_of(2, "二"),
                    wire::MemberBegin{"in"}, wire::MemberBytes{"bytes"}, wire::MemberEnd{},
                    wire::Done{}});
}

std::string bytes_in(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void check_is_speech(const Document& document) {
  CHECK(document.status == FileStatus::read);
  CHECK(document.format == "pdf");
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[0].text == "一");
  CHECK(document.pages[1].text == "二");
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems[0].kind == "hidden-text");
  CHECK(document.engines == std::vector<std::string>{"tesseract"});
  REQUIRE(document.members.size() == 1);
  CHECK(document.members[0].path == "in");
  CHECK(document.members[0].bytes == 5);
}

Crop crop_of(char shade) {
  return {2, 1, std::string(6, shade)};
}
CropRequest crop_request(std::uint32_t page) {
  return {page, {1, 2, 30, 40}, 100, 0};
}

}  // namespace

TEST_CASE("a file that is read again needs no reader, and says the same") {
  KeepingDesk desk;
  const File file = desk.file("a.pdf", "bytes of a file");
  desk.readers_say(speech());
  check_is_speech(desk.read(file));
  CHECK(desk.starts() == 1);
  WorkerClient client(desk.at("reader"), &desk.cache, desk.quiet);
  const Document again = client.read(file, Limits());
  check_is_speech(again);
  CHECK(bytes_in(again.members[0].source) == "bytes");
  CHECK(client.layers());  // those of the reader that spoke
  CHECK(desk.starts() == 0);
}

TEST_CASE("a kept reading that is damaged is as if it were not there") {
  KeepingDesk desk;
  const File file = desk.file("a.pdf", "bytes of a file");
  desk.readers_say(speech());
  desk.read(file);
  const auto entries = desk.entries();
  REQUIRE(entries.size() == 1);
  const std::string whole = bytes_in(entries[0]);
  for (const std::size_t where : {std::size_t{3}, std::size_t{40}, whole.size() / 2}) {
    std::string damaged = whole;
    damaged[where] = static_cast<char>(damaged[where] ^ 1);
    std::ofstream(entries[0], std::ios::binary) << damaged;
    desk.starts();
    check_is_speech(desk.read(file));
    CHECK(desk.starts() == 1);
    check_is_speech(desk.read(file));  // it was mended
    CHECK(desk.starts() == 0);
  }
  fs::resize_file(entries[0], whole.size() - 1);
  check_is_speech(desk.read(file));
  CHECK(desk.starts() == 1);
}

TEST_CASE("what ended badly or at a limit of the machine is not kept") {
  KeepingDesk desk;
  const File file = desk.file("a.pdf", "bytes of a file");
  Page late = page_of(1, "");
  late.source = Source::failed, late.reason = "time-limit";
  const std::string good = frames_of({page_of(1, "一"), wire::Done{}});
  const std::string listens = "cat > /dev/null";
  const std::pair<std::string, std::string> bad[] = {
      {frames_of({page_of(1, "一")}), "kill -SEGV $$"},
      {frames_of({page_of(1, "一")}), "exit 0"},
      {frames_of({page_of(2, "一"), wire::Done{}}), listens},
      {frames_of({late, wire::Done{}}), listens},
      {frames_of({Problem{"memory-limit", 0, ""}, wire::Done{}}), listens},
      {frames_of({wire::MemberBegin{"in"}, wire::MemberBytes{std::string(5 << 20, 'x')},
                  wire::MemberEnd{}, wire::Done{}}),
       listens}};
  for (const auto& [frames, script] : bad) {
    desk.readers_say(frames, script);
    desk.read(file);
    desk.read(file);
    CHECK(desk.starts() == 2);
  }
  desk.readers_say(good);
  desk.read(file);
  desk.read(file);
  CHECK(desk.starts() == 1);
}

TEST_CASE("a reading serves the same contents, name, order and readers alone") {
  KeepingDesk desk;
  const File file = desk.file("a.pdf", "bytes of a file");
  desk.readers_say(speech());
  desk.read(file);
  desk.starts();
  Limits fewer;
  fewer.pages = 7;
  desk.read(file, fewer);
  CHECK(desk.starts() == 1);
  desk.read(desk.file("b.pdf", "bytes of a file"));
  CHECK(desk.starts() == 1);
  desk.read(desk.file("a.pdf", "other bytes"));
  CHECK(desk.starts() == 1);
  const File same = desk.file("a.pdf", "bytes of a file");
  WorkerClient strict(desk.at("reader"), &desk.cache, desk.quiet, SandboxDemand::required);
  strict.read(same, Limits());
  CHECK(desk.starts() == 1);
  RecognitionCache other(desk.at("cache"), 64 << 20, "2");
  WorkerClient later(desk.at("reader"), &other, desk.quiet);
  later.read(same, Limits());
  CHECK(desk.starts() == 1);
  desk.read(same);
  CHECK(desk.starts() == 0);
}

TEST_CASE("a kept reading meets the limits of the review that takes it in") {
  KeepingDesk desk;
  const File file = desk.file("a.pdf", "bytes of a file");
  desk.readers_say(speech());
  desk.read(file);
  desk.starts();
  Limits less;
  less.document_text = 4;  // one page's
  const Document again = desk.read(file, less);
  CHECK(desk.starts() == 0);
  CHECK(again.status == FileStatus::partial);
  CHECK(again.has_problem("text-limit"));
  REQUIRE(again.pages.size() == 2);
  CHECK(again.pages[1].source == Source::failed);
}

TEST_CASE("what another file taught a reader holds only where it would be taught again") {
  KeepingDesk desk;
  const File hostile = desk.file("hostile.pdf", "takes its reader over");
  const File honest = desk.file("honest.pdf", "shows the same picture");
  const auto review_both = [&] {
    WorkerClient client(desk.at("reader"), &desk.cache, desk.quiet);
    desk.readers_say({wire::Learned{"k", "a lie"}, wire::Done{}});
    client.read(hostile, Limits());
    desk.readers_say(frames_of({wire::Ask{"k"}, page_of(1, "a lie"), wire::Done{}}));
    return client.read(honest, Limits()).pages.at(0).text;
  };
  CHECK(review_both() == "a lie");
  CHECK(desk.starts() == 2);
  CHECK(review_both() == "a lie");
  CHECK(desk.starts() == 0);
  desk.readers_say(frames_of({wire::Ask{"k"}, page_of(1, "the truth"), wire::Done{}}));
  CHECK(desk.read(honest).pages.at(0).text == "the truth");
  CHECK(desk.starts() == 1);
}

TEST_CASE("crops that are asked for again are not drawn again, others are") {
  KeepingDesk desk;
  const File file = desk.file("a.pdf", "bytes of a file");
  desk.readers_say({crop_of('a'), Crop{}, crop_of('c'), wire::Done{}});
  const auto first = desk.crop(file, {crop_request(1), crop_request(2), crop_request(3)});
  CHECK(first[0].rgb == "aaaaaa");
  CHECK(desk.starts() == 1);
  const auto again = desk.crop(file, {crop_request(3), crop_request(1)});
  CHECK(desk.starts() == 0);
  CHECK(again[0].rgb == "cccccc");
  CHECK(again[0].width == 2);
  CHECK(again[1].rgb == "aaaaaa");
  // One that could not be drawn is tried again, with what is new.
  desk.readers_say({crop_of('b'), crop_of('d'), wire::Done{}});
  const auto more = desk.crop(file, {crop_request(1), crop_request(2), crop_request(4)});
  CHECK(desk.starts() == 1);
  CHECK(more[0].rgb == "aaaaaa");
  CHECK(more[1].rgb == "bbbbbb");
  CHECK(more[2].rgb == "dddddd");
  CHECK(desk.crop(file, {crop_request(4), crop_request(3)})[1].rgb == "cccccc");
  CHECK(desk.starts() == 0);
}

TEST_CASE("crops of a reader that ended badly are shown and not kept") {
  KeepingDesk desk;
  const File file = desk.file("a.pdf", "bytes of a file");
  desk.readers_say(frames_of({crop_of('a')}), "kill -SEGV $$");
  for (int i = 0; i < 2; ++i) {
    const auto crops = desk.crop(file, {crop_request(1), crop_request(2)});
    CHECK(crops[0].rgb == "aaaaaa");
    CHECK(crops[1].rgb.empty());
    CHECK(desk.starts() == 1);
  }
}
