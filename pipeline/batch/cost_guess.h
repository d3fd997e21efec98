// What a dossier will cost, guessed from the names and sizes of its files: only the balance of
// shards and the order within them rest on it, so a wrong guess costs a little time and nothing
// else.
//
// It opens no file and follows no link. tests/bench/capacity prints guess and truth side by side.
// Tested by tests/batch/cost_guess_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>

namespace biaoshen {

struct TreeCost {
  std::uint64_t bytes = 0, files = 0;
  double seconds = 0;  // of one core
};

// `path`: a dossier, folder or file; absolute.
TreeCost guess_cost(const std::filesystem::path& path);

}  // namespace biaoshen
