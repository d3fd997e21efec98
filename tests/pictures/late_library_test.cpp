// Claims about libraries that are loaded when one of their functions is first called.
#include "extractors/pictures/late_library.h"

#include <zlib.h>

#include <catch2/catch.hpp>

namespace biaoshen {

TEST_CASE("a function of a library gives what it gives to who links it") {
  const LateLibrary library("libz.so.1");
  const Bytef bytes[] = {'a', 'b', 'c'};
  CHECK(library.call(::crc32, "crc32", 0, bytes, 3) == 0x352441C2);
  CHECK(library.call(::zlibVersion, "zlibVersion") == std::string_view(::zlibVersion()));
}

TEST_CASE("without the library, or without the function, nothing is done and nothing given") {
  const LateLibrary none("libnothing.so.9"), other("libz.so.1");
  CHECK(none.call(::zlibVersion, "zlibVersion") == nullptr);
  CHECK(none.call(::crc32, "crc32", 7, nullptr, 0) == 0);
  CHECK(other.call(::zlibVersion, "no_such_function") == nullptr);
}

}  // namespace biaoshen
