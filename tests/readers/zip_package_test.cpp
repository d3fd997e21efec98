// Claims about packages: names, budgets, what their sizes are worth.
#include <catch2/catch.hpp>

#include "extractors/readers/zip_package.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

struct Opened {
  explicit Opened(std::string_view bytes, const Limits& limits = {})
      : file(bytes, "a"), package(ZipPackage::open(file.open(), limits)) {}
  PartEnd read(std::string_view part, std::uint64_t most = 1ull << 30) {
    return package->read(part, most, [&](std::string_view piece) {
      text += piece;
      return true;
    });
  }
  MemoryFile file;
  std::unique_ptr<ZipPackage> package;
  std::string text;
};

}  // namespace

TEST_CASE("a part is found without regard to case and slashes, and read whole") {
  Opened zip(zip_of({{"word\\Document.xml", "内容"}}));
  CHECK(zip.package->has("/word/document.XML"));
  CHECK(zip.read("word/document.xml").is_complete());
  CHECK(zip.text == "内容");
  CHECK(zip.read("word/other.xml").kind == "damaged-office");
}

TEST_CASE("what is no archive opens as none") {
  CHECK(Opened("PK but not really").package == nullptr);
  CHECK(Opened("").package == nullptr);
}

TEST_CASE("a part over its limit stops there and keeps what it gave") {
  std::string noise;
  std::uint32_t seed = 1;
  for (int i = 0; i < 100'000; ++i)
    noise += static_cast<char>((seed = seed * 1664525u + 1013904223u) >> 24);
  Opened zip(zip_of({{"a", noise}, {"b", noise}}));
  const PartEnd end = zip.read("a", 50'000);
  CHECK(end.kind == "size-limit");
  CHECK(end.status == FileStatus::partial);
  CHECK(zip.text.size() <= 50'000);
  Limits limits;
  limits.unpacked_bytes = 150'000;
  Opened both(zip_of({{"a", noise}, {"b", noise}}), limits);
  CHECK(both.read("a").is_complete());
  CHECK(both.read("b").kind == "size-limit");
}

TEST_CASE("a part that explodes is refused soon after eight mebibytes") {
  Opened zip(zip_of({{"a", std::string(64 << 20, 'A')}}));
  const PartEnd end = zip.read("a");
  CHECK(end.kind == "ratio-limit");
  CHECK(end.status == FileStatus::refused);
  CHECK(zip.text.size() <= 17 << 20);
  CHECK(zip.package->blown_up_part() == "a");
}

TEST_CASE("a size that lies is damage") {
  std::string bytes = zip_of({{"a", "0123456789"}});
  const std::size_t entry = bytes.find("PK\x01\x02");
  bytes.replace(entry + 24, 4, number_bytes(5000, 4, false));
  CHECK(Opened(bytes).read("a").kind == "damaged-office");
}

}  // namespace biaoshen
