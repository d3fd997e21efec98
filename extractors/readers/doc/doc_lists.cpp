#include "extractors/readers/doc/doc_lists.h"

#include <algorithm>
#include <utility>

#include "extractors/readers/byte_source.h"
#include "extractors/readers/docx/docx_number_text.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostLists = 10'000;
constexpr std::size_t kList = 28, kLevel = 28, kOverride = 16;  // bytes
constexpr std::uint8_t kBullet = 23, kNoNumber = 255;

// DOCX names the formats that are numbers here.
constexpr std::array<std::string_view, 40> kFormats = {"decimal",
                                                       "upperRoman",
                                                       "lowerRoman",
                                                       "upperLetter",
                                                       "lowerLetter",
                                                       "ordinal",
                                                       "cardinalText",
                                                       "ordinalText",
                                                       "hex",
                                                       "chicago",
                                                       "ideographDigital",
                                                       "japaneseCounting",
                                                       "aiueo",
                                                       "iroha",
                                                       "decimalFullWidth",
                                                       "decimalHalfWidth",
                                                       "japaneseLegal",
                                                       "japaneseDigitalTenThousand",
                                                       "decimalEnclosedCircle",
                                                       "decimalFullWidth2",
                                                       "aiueoFullWidth",
                                                       "irohaFullWidth",
                                                       "decimalZero",
                                                       "bullet",
                                                       "ganada",
                                                       "chosung",
                                                       "decimalEnclosedFullstop",
                                                       "decimalEnclosedParen",
                                                       "decimalEnclosedCircleChinese",
                                                       "ideographEnclosedCircle",
                                                       "ideographTraditional",
                                                       "ideographZodiac",
                                                       "ideographZodiacTraditional",
                                                       "taiwaneseCounting",
                                                       "ideographLegalTraditional",
                                                       "taiwaneseCountingThousand",
                                                       "taiwaneseDigital",
                                                       "chineseCounting",
                                                       "chineseLegalSimplified",
                                                       "chineseCountingThousand"};

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count = 4) {
  return static_cast<std::uint32_t>(number_at(bytes, at, count, ByteOrder::little));
}

std::string_view cut_off(std::string_view& rest, std::size_t count) {
  const std::string_view first = slice(rest, 0, count);
  rest.remove_prefix(first.size());
  return first;
}

}  // namespace

DocLists::DocLists(std::string_view lists, std::size_t size, std::string_view overrides) {
  read_lists(lists, size);
  read_overrides(overrides);
}

// start:i32 format:u8 flags:u8 … behind:u8 … sizes of two lists of changes:u8 restarts:u8 … | the
// lists | letters:u16 text
DocLists::Level DocLists::read_level(std::string_view& rest) {
  const std::string_view fixed = cut_off(rest, kLevel);
  Level level;
  level.start = static_cast<std::int32_t>(number(fixed, 0));
  level.format = static_cast<std::uint8_t>(number(fixed, 4, 1));
  const std::uint32_t flags = number(fixed, 5, 1);
  level.is_plain = (flags & 4) != 0;
  level.never_restarts = (flags & 8) != 0;
  level.is_close = number(fixed, 15, 1) == 2;
  level.restarts_after = static_cast<std::uint8_t>(number(fixed, 26, 1));
  cut_off(rest, number(fixed, 24, 1) + std::size_t{number(fixed, 25, 1)});
  const std::size_t letters = number(cut_off(rest, 2), 0, 2);
  const std::string_view text = cut_off(rest, letters * 2);
  for (std::size_t i = 0; i + 2 <= text.size(); i += 2)
    level.text += static_cast<char16_t>(number(text, i, 2));
  return level;
}

void DocLists::read_lists(std::string_view lists, std::size_t size) {
  const std::size_t count = number(lists, 0, 2);
  std::string_view rest = lists.substr(std::min(lists.size(), size));
  for (std::size_t i = 0; i < count && i < kMostLists && !rest.empty(); ++i) {
    const std::string_view list = slice(lists, 2 + i * kList, kList);
    const bool is_simple = (number(list, 26, 1) & 1) != 0;
    List& made = lists_[number(list, 0)];
    made.levels.clear();
    for (std::size_t j = 0; j < (is_simple ? 1 : kDocLevels); ++j)
      made.levels.push_back(read_level(rest));
  }
}

// count:u32 | list:u32 … levels:u8 … for each | for each a mark, then what differs on levels
void DocLists::read_overrides(std::string_view overrides) {
  const std::size_t count = std::min<std::size_t>(number(overrides, 0), kMostLists);
  std::string_view rest = overrides.substr(std::min(overrides.size(), 4 + count * kOverride));
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view fixed = slice(overrides, 4 + i * kOverride, kOverride);
    Override& made = overrides_.emplace_back();
    made.list = number(fixed, 0);
    cut_off(rest, 4);
    for (std::uint32_t j = number(fixed, 12, 1); j > 0 && !rest.empty(); --j) {
      const std::string_view change = cut_off(rest, 8);
      const std::uint32_t flags = number(change, 4);
      const std::size_t index = flags & 15;
      if ((flags & 0x10) != 0) made.starts[index] = static_cast<std::int32_t>(number(change, 0));
      if ((flags & 0x20) == 0) continue;
      made.levels[index] = read_level(rest);
      if ((flags & 0x10) != 0) made.starts[index] = made.levels[index].start;
    }
  }
}

const DocLists::Level* DocLists::level(const Override& named, std::size_t index) const {
  const auto own = named.levels.find(index);
  if (own != named.levels.end()) return &own->second;
  const auto list = lists_.find(named.list);
  return list != lists_.end() && index < list->second.levels.size() ? &list->second.levels[index]
                                                                    : nullptr;
}

std::string DocLists::next(std::uint32_t override_number, std::size_t index) {
  if (override_number == 0 || override_number > overrides_.size()) return {};
  const Override& named = overrides_[override_number - 1];
  const Level* level = this->level(named, index);
  if (index >= kDocLevels || level == nullptr) return {};
  Counts& counts = counts_[named.list];
  if (begun_.insert(override_number).second) {
    for (const auto& [own, start] : named.starts) {
      if (own < kDocLevels) counts[own].reset();
    }
  }
  const auto start_of = [&](std::size_t one) {
    const auto own = named.starts.find(one);
    const Level* that = this->level(named, one);
    return own != named.starts.end() ? own->second : that == nullptr ? 1 : that->start;
  };
  for (std::size_t i = 0; i < index; ++i) {
    if (!counts[i]) counts[i] = start_of(i);
  }
  if (counts[index]) {
    if (*counts[index] < INT32_MAX) ++*counts[index];
  } else {
    counts[index] = start_of(index);
  }
  for (std::size_t i = index + 1; i < kDocLevels; ++i) {
    const Level* below = this->level(named, i);
    const bool stays = below != nullptr && below->never_restarts && index >= below->restarts_after;
    if (!stays) counts[i].reset();
  }
  return shown(named, *level, counts);
}

std::string DocLists::shown(const Override& named, const Level& level, const Counts& counts) const {
  if (level.format == kBullet || level.text.empty()) return {};
  std::string text;
  for (const char16_t unit : level.text) {
    if (unit >= kDocLevels) {
      append_utf8(text, unit);
      continue;
    }
    const Level* of = this->level(named, unit);
    if (of == nullptr || !counts[unit] || of->format == kNoNumber) continue;
    const bool is_decimal = level.is_plain || of->format >= kFormats.size();
    text += number_text(*counts[unit], is_decimal ? "decimal" : kFormats[of->format]);
  }
  return text.empty() || level.is_close ? text : text + ' ';
}

}  // namespace biaoshen
