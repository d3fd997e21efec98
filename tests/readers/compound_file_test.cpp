// Claims about compound files: streams of any size, and what does not lead anywhere.
#include <catch2/catch.hpp>

#include "extractors/readers/office/compound_file.h"
#include "tests/readers/compound_maker.h"

namespace biaoshen {
namespace {

std::string counted(std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; bytes.size() < size; ++i) bytes += std::to_string(i) + ' ';
  bytes.resize(size);
  return bytes;
}

}  // namespace

TEST_CASE("streams are read whole and in pieces, small ones out of small sectors") {
  const Streams streams = {{"a", counted(100)}, {"b", counted(70'000)}, {"c", counted(4000)}};
  const std::string file = compound_file_of(streams);
  const MemoryBytes bytes(file, file.size());
  const CompoundFile compound(bytes);
  for (const auto& [name, content] : streams) {
    const auto stream = compound.stream(name);
    REQUIRE(stream != nullptr);
    CHECK(stream->size() == content.size());
    CHECK(stream->read(0, content.size()) == content);
    CHECK(stream->read(60, 20) == content.substr(60, 20));
    CHECK(stream->read(content.size() - 1, 10) == content.substr(content.size() - 1));
    CHECK(stream->read(content.size(), 10).empty());
  }
  CHECK(compound.stream("d") == nullptr);
  CHECK(compound.names() == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("a chain that goes round gives no more than the file has") {
  std::string file = compound_file_of({{"b", counted(5000)}});
  // The table begins at 512; each sector of it now leads to itself.
  for (std::size_t sector = 3; sector < 14; ++sector)
    file[512 + sector * 4] = static_cast<char>(sector);
  const MemoryBytes bytes(file, file.size());
  const auto stream = CompoundFile(bytes).stream("b");
  REQUIRE(stream != nullptr);
  CHECK(stream->read(0, 1 << 20).size() <= file.size());
}

TEST_CASE("what is no compound file has no names") {
  const MemoryBytes bytes("MZ", 2);
  CHECK(CompoundFile(bytes).names().empty());
  CHECK(CompoundFile(bytes).stream("a") == nullptr);
}

}  // namespace biaoshen
