// The programmes that the program ships, read once: targets that go on from them do so at once.
#pragma once

#include <vector>

#include "checkers/profile_library.h"
#include "extractors/finders/finder_table.h"

namespace biaoshen::fuzz {

inline const std::vector<Profile>& shipped_programmes() {
  static const std::vector<Profile> kProgrammes = shipped_profiles(finders()).value();
  return kProgrammes;
}

}  // namespace biaoshen::fuzz
