#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "pipeline/base/sha256.h"

using namespace biaoshen;

TEST_CASE("the digest of known texts is the published one") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("in base64 it is the same digest") {
  CHECK(sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

TEST_CASE("a file has the digest of its bytes, however long") {
  const auto path =
      std::filesystem::temp_directory_path() / ("biaoshen-sha-" + std::to_string(std::rand()));
  const std::string bytes(300000, 'x');
  std::ofstream(path, std::ios::binary) << bytes;
  CHECK(sha256_of_file(path).value() == sha256(bytes));
  std::filesystem::remove(path);
  CHECK_FALSE(sha256_of_file(path).has_value());
}

TEST_CASE("an open file has the digest of all its bytes, whatever was read of it before") {
  const auto path =
      std::filesystem::temp_directory_path() / ("biaoshen-open-" + std::to_string(std::rand()));
  const std::string bytes(200000, 'y');
  std::ofstream(path, std::ios::binary) << bytes;
  const int descriptor = ::open(path.c_str(), O_RDONLY);
  REQUIRE(::lseek(descriptor, 1000, SEEK_SET) == 1000);
  CHECK(sha256_of_open_file(descriptor).value() == sha256(bytes));
  CHECK(::lseek(descriptor, 0, SEEK_CUR) == 1000);
  ::close(descriptor);
  std::filesystem::remove(path);
  CHECK_FALSE(sha256_of_open_file(-1).has_value());
}
