#include "tests/fuzz/fuzz_target.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace biaoshen::fuzz {

std::vector<Target>& targets() {
  static std::vector<Target> all;
  return all;
}

void require(bool holds, std::string_view claim) {
  if (holds) return;
  std::fprintf(stderr, "the claim does not hold: %.*s\n", static_cast<int>(claim.size()),
               claim.data());
  std::abort();
}

}  // namespace biaoshen::fuzz

// What libFuzzer calls.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  biaoshen::fuzz::targets().front().run({reinterpret_cast<const char*>(data), size});
  return 0;
}
