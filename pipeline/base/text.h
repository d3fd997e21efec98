// Text as printed and text for comparing. Folding never loses the way back:
// every byte of a folded text knows the byte of the print it came from, so that
// a quote is always cut from the print.
//
// What folding does (domain terms: N1–N8 of the number damage table):
//   NFKC, full-width forms        Ｔ／ＣＡＳ　２９０ -> T/CAS 290
//   dashes to '-', slashes to '/' — – ‐ − ﹣ － -> -    ／ ∕ ⁄ -> /
//   Founder letters               犌犅／犜 -> GB/T (marked as repaired)
//   invisible characters dropped, all blanks but the line end to ' '
//   <sup> and <sub> tags dropped
// It refuses to guess: characters that only look alike (一 for a dash, O for 0)
// stay; the number grammar decides about them where it knows the context.
//
// Tested by tests/base/text_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace biaoshen {

struct Folded {
  std::string text;  // UTF-8
  std::vector<std::uint32_t>
      print;  // print[i]: byte of the print where byte i came from; size text.size() + 1
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      repaired;  // ranges of `text` that were Founder letters

  // The range of the print that folded bytes [begin, end) came from.
  std::pair<std::size_t, std::size_t> print_range(std::size_t begin, std::size_t end) const;
  bool is_repaired(std::size_t begin, std::size_t end) const;
};

// Folds UTF-8 `print`; invalid bytes become U+FFFD.
Folded fold(std::string_view print);

// Only the folded text, for comparing.
std::string folded(std::string_view print);

// Canonical form of titles and names: folded as above but with the dashes of the
// print kept, no blanks between two characters of which one is Han, blanks elsewhere single,
// trimmed.
std::string squeeze(std::string_view print);

// `squeeze` without any blank: to look labels and cues up.
std::string bare(std::string_view print);

// Valid UTF-8 without control characters except '\n' and '\t'; what is not becomes U+FFFD.
std::string clean_utf8(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

// Next code point of valid UTF-8 at `at` (advanced past it); U+FFFD where it is invalid.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);
std::size_t count_code_points(std::string_view text);

bool is_han(char32_t code_point);
bool has_han(std::string_view text);

// Blanks (ASCII and U+3000) cut from both ends; a view into `text`.
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
bool contains(std::string_view text, std::string_view part);
// `text` with every `from` replaced.
std::string replace_all(std::string text, std::string_view from, std::string_view to);

// Smallest number of inserted, dropped or exchanged characters (code points) that turns a into b.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace biaoshen
