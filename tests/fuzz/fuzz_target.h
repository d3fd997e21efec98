// What every source of this folder is: a target, a function of bytes that nobody vouches for, and a
// claim about what comes of them. tests/fuzz/run lets libFuzzer look for bytes that break the
// claim; the test program runs the targets over tests/fuzz/regressions, so that none of them rots.
//
// Targets keep nothing from one call to the next: the same bytes do the same.
#pragma once

#include <string_view>
#include <vector>

namespace biaoshen::fuzz {

struct Target {
  std::string_view name;
  void (*run)(std::string_view bytes);
};

// Of this program: one where libFuzzer runs it, all of them in the tests.
std::vector<Target>& targets();

struct Registered {
  explicit Registered(const Target& target) { targets().push_back(target); }
};

// Ends the program, with `claim` on stderr, where it does not hold.
void require(bool holds, std::string_view claim);

}  // namespace biaoshen::fuzz

// The name is the one of the source: names_fuzz.cpp has FUZZ_TARGET(names).
#define FUZZ_TARGET(name)                                                             \
  static void fuzz_##name(std::string_view bytes);                                    \
  static const biaoshen::fuzz::Registered is_registered_##name({#name, fuzz_##name}); \
  static void fuzz_##name(std::string_view bytes)
