// The finders as extractors/finders/README.md describes them, without their code:
// checkers are tested alone. tests/stages reads the profiles with the real table.
#pragma once

#include "pipeline/contracts.h"

namespace biaoshen {

inline std::span<const FinderRow> known_finders() {
  using Names = std::string_view;
  static constexpr Names kField[] = {"field!"}, kKinds[] = {"kinds!"},
                         kLabel[] = {"labels!", "type"}, kForm[] = {"fields!"},
                         kPhrases[] = {"phrases!"}, kAbout[] = {"about!"},
                         kSentence[] = {"about!", "with"}, kQuantity[] = {"about!", "unit!"},
                         kParties[] = {"parties!"}, kColumns[] = {"columns!"},
                         kNames[] = {"labels!"}, kOption[] = {"labels!", "options!"};
  static const FinderRow kRows[] = {
      {"cover", "", kField, nullptr},       {"cited", "", {}, nullptr},
      {"numbers", "", kKinds, nullptr},     {"label", "", kLabel, nullptr},
      {"form", "", kForm, nullptr},         {"score", "", kField, nullptr},
      {"platform", "", kField, nullptr},    {"phrase", "", kPhrases, nullptr},
      {"period", "", kAbout, nullptr},      {"seal", "", {}, nullptr},
      {"sentence", "", kSentence, nullptr}, {"quantity", "", kQuantity, nullptr},
      {"opinion", "", kParties, nullptr},   {"roster", "", kColumns, nullptr},
      {"names", "", kNames, nullptr},       {"option", "", kOption, nullptr},
      {"dateline", "", {}, nullptr}};
  return kRows;
}

}  // namespace biaoshen
