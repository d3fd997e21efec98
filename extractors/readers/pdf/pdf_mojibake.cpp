#include "extractors/readers/pdf/pdf_mojibake.h"

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/base/text.h"
#include "pipeline/base/untrusted_path.h"

namespace biaoshen {
namespace {

constexpr std::size_t kEnough = 30;     // Western letters beyond ASCII
constexpr double kMany = 0.3;           // of all; French has 0.08, Icelandic 0.15
constexpr double kTooMany = 0.4;        // no language at all
constexpr double kCommonEnough = 0.95;  // of the pairs; chance gives 0.5

// Windows-1252 from 0x80 on; 0 where it has nothing.
constexpr char32_t kWestern[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<char> byte_of(char32_t c) {
  if (c < 0x80 || (c >= 0xA0 && c < 0x100)) return static_cast<char>(c);
  for (std::size_t i = 0; i < std::size(kWestern); ++i)
    if (kWestern[i] == c) return static_cast<char>(0x80 + i);
  return std::nullopt;
}

struct Count {
  std::size_t letters = 0, western = 0;  // all; U+00A0 to U+00FF
};

// By the first bytes of the letters alone: every page is asked, and hardly one has any.
Count count(const std::vector<PrintedWord>& words) {
  Count sum;
  for (const PrintedWord& word : words)
    for (std::size_t at = 0; at < word.text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(word.text[at]);
      if ((byte & 0xC0) == 0x80) continue;
      ++sum.letters;
      const bool is_latin_1 =
          byte == 0xC3 || (byte == 0xC2 && at + 1 < word.text.size() &&
                           static_cast<unsigned char>(word.text[at + 1]) >= 0xA0);
      if (is_latin_1) ++sum.western;
    }
  return sum;
}

bool has_other_scripts(const std::vector<PrintedWord>& words) {
  for (const PrintedWord& word : words)
    for (std::size_t at = 0; at < word.text.size();)
      if (!byte_of(next_code_point(word.text, at))) return true;
  return false;
}

std::optional<std::string> bytes_of(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = byte_of(next_code_point(text, at));
    if (!byte) return std::nullopt;
    bytes += *byte;
  }
  return bytes;
}

struct Pairs {
  std::size_t all = 0, common = 0;
  // Level 1 of GB 2312, which is nearly all of what is written, and its punctuation.
  void add(std::string_view bytes) {
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
      const auto lead = static_cast<unsigned char>(bytes[i]);
      if (lead < 0x80) continue;
      const auto trail = static_cast<unsigned char>(bytes[++i]);
      ++all;
      const bool is_sign = lead >= 0xA1 && lead <= 0xA3, is_level_1 = lead >= 0xB0 && lead <= 0xD7;
      if ((is_sign || is_level_1) && trail >= 0xA1) ++common;
    }
  }
};

}  // namespace

Mojibake repair_mojibake(std::vector<PrintedWord>& words) {
  const Count sum = count(words);
  const auto letters = static_cast<double>(sum.letters);
  if (sum.western < kEnough || static_cast<double>(sum.western) < kMany * letters)
    return Mojibake::none;
  const Mojibake otherwise =
      static_cast<double>(sum.western) < kTooMany * letters ? Mojibake::none : Mojibake::suspect;
  if (has_other_scripts(words)) return otherwise;
  std::vector<std::string> repaired;
  Pairs pairs;
  for (const PrintedWord& word : words) {
    const auto bytes = bytes_of(word.text);
    const auto text = bytes ? decode_strictly(*bytes, "GB18030") : std::nullopt;
    if (!text) return otherwise;
    pairs.add(*bytes);
    repaired.push_back(*text);
  }
  if (static_cast<double>(pairs.common) < kCommonEnough * static_cast<double>(pairs.all))
    return otherwise;
  for (std::size_t i = 0; i < words.size(); ++i) words[i].text = std::move(repaired[i]);
  return Mojibake::repaired;
}

}  // namespace biaoshen
