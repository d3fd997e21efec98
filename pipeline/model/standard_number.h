// A standard number as the grammar reads it (extractors/numbers). Plain data,
// so that checkers can judge its parts without knowing how it was read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace biaoshen {

enum class NumberKind : std::uint8_t {
  national,
  industry,
  local,
  group,
  enterprise,
  international,
  other
};
enum class NumberRole : std::uint8_t { own, replaced, cited, mentioned };

struct StandardNumber {
  std::string prefix;    // without nature: GB, JB, DB11, T, Q, ISO/IEC
  std::string code;      // group and enterprise: the code of the body (CAS); else empty
  std::string nature;    // "T", "Z" or empty
  std::string sequence;  // as printed, leading zeros kept: 1270.3, 0001S, F20, 61000-4-2
  std::string year;      // four digits; empty where undated
  std::string suffix;    // what follows the year: /XG1-2006, （2018年版）, （所有部分）
  NumberKind kind = NumberKind::other;
  NumberRole role = NumberRole::mentioned;

  std::string display;  // T/CAS 290—2017
  std::string key;      // T/CAS 290-2017

  // Doubts, each of which makes the reading unfit to decide alone.
  bool repaired = false;   // Founder letters, a look-alike dash
  bool uncertain = false;  // ambiguous shape, file-name form, year out of range, dash lost
  std::string doubt;  // short code of the doubt: founder, dash, year-range, split, file-name, …

  bool operator==(const StandardNumber&) const = default;
};

std::string_view name_of(NumberKind kind);
std::string_view name_of(NumberRole role);

}  // namespace biaoshen
