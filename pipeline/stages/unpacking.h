// Files inside files become files of the dossier: entries of an archive, attachments. They come out
// in the order of the files that held them, within budgets that count for the dossier as a
// whole, so that the same dossier gives the same files whatever ran side by side.
//
// Tested by tests/stages/unpacking_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

class Unpacking {
 public:
  // `dossier` outlives this; only this adds to its files meanwhile.
  Unpacking(Dossier& dossier, const Limits& limits);

  // Limits for reading the file: what is left of the dossier's.
  Limits left_for(std::size_t file) const;
  // Moves the members of the file to the end of the list. Members over the budget are refused, and
  // the file that holds them says so.
  void take_members(std::size_t file);
  // After the last one: a package that was not opened, being too deep, makes partial all that it
  // lies in; a dossier of nothing but litter and hollow packages is said to be empty.
  void finish();

 private:
  using Holder = std::optional<std::size_t>;
  std::uint32_t depth(std::size_t file) const;
  std::string prefix_for(const File& holder) const;
  bool is_hollow(std::size_t file) const;

  Dossier& dossier_;
  Limits limits_;
  std::vector<Holder> holders_;  // the file that each file lies in
  std::uint64_t bytes_ = 0;      // of all members
};

}  // namespace biaoshen
