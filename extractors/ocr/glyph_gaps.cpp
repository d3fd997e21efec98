#include "extractors/ocr/glyph_gaps.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace biaoshen {

namespace {

constexpr float kInkShare = 0.4f;                             // of the line's contrast
constexpr float kLettersTop = 0.12f, kLettersBottom = 0.80f;  // of the crop's height

// In heights of a capital letter.
constexpr float kBlank = 0.30f;         // narrowest blank
constexpr float kBlankIfRead = 0.15f;   // where the recogniser saw one too
constexpr float kNarrowLetter = 0.17f;  // more white that stands beside 1, I, l and their like
constexpr float kNarrow = 0.4f;         // width of such letters
constexpr float kSpaced = 1.8f;         // times the usual gap, in print with spaced letters
constexpr float kDigitsApart = 1.4f;    // times the usual step from digit to digit
constexpr float kDigitStep = 0.72f;     // that step, where the line has too few to tell

bool is_letter(const std::string& text) {
  return text.size() == 1 && std::isalnum(static_cast<unsigned char>(text[0])) != 0;
}
bool may_end_word(const std::string& text) {
  return is_letter(text) || text == ")" || text == "," || text == ";" || text == ":";
}
bool may_start_word(const std::string& text) {
  return is_letter(text) || text == "(";
}

struct Gap {  // between a symbol and the one before
  float from = 0, to = 0;
  float wide() const { return to - from; }
};

// The widest run of columns without ink between two places; the middle where there is none.
Gap widest_gap(const LineInk& ink, float from, float to) {
  Gap best{(from + to) / 2, (from + to) / 2};
  int start = -1;
  const int last = std::min(ink.width(), static_cast<int>(std::ceil(to)));
  for (int x = std::max(0, static_cast<int>(from)); x <= last; ++x) {
    const bool is_white = x < last && !ink.in_column(x);
    if (is_white && start < 0) start = x;
    if (!is_white && start >= 0) {
      if (static_cast<float>(x - start) > best.wide())
        best = {static_cast<float>(start), static_cast<float>(x)};
      start = -1;
    }
  }
  return best;
}

// Height of the ink between two columns; 0 where there is none.
float ink_height(const LineInk& ink, float left, float right) {
  int top = ink.height(), bottom = -1;
  for (int y = static_cast<int>(0.06f * static_cast<float>(ink.height()));
       y < static_cast<int>(0.9f * static_cast<float>(ink.height())); ++y)
    for (int x = std::max(0, static_cast<int>(left));
         x < std::min(ink.width(), static_cast<int>(right)); ++x)
      if (ink.at(x, y)) {
        top = std::min(top, y);
        bottom = std::max(bottom, y);
      }
  return bottom < top ? 0 : static_cast<float>(bottom - top + 1);
}

template <typename T>
T middle_of(std::vector<T> values, T otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

bool is_digit(const std::string& text) {
  return text.size() == 1 && std::isdigit(static_cast<unsigned char>(text[0])) != 0;
}

// From the middle of one symbol's ink to the middle of the next one's.
float step_to(const std::vector<Gap>& gaps, std::size_t i) {
  return (gaps[i].to + gaps[i + 1].from - gaps[i - 1].to - gaps[i].from) / 2;
}

// What is usual in this line: height of capitals and digits, white between letters of a word,
// the step from digit to digit, which is the same for all digits of most fonts.
struct Usual {
  float height = 0, gap = 0, step = 0;
};
Usual usual_in(const std::vector<ReadSymbol>& read, const std::vector<Gap>& gaps,
               const LineInk& ink) {
  std::vector<float> heights, whites, steps;
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (!is_letter(read[i].text)) continue;
    if (std::islower(static_cast<unsigned char>(read[i].text[0])) == 0)
      heights.push_back(ink_height(ink, gaps[i].to, gaps[i + 1].from));
    if (i > 0 && is_letter(read[i - 1].text)) whites.push_back(gaps[i].wide());
    if (i > 0 && is_digit(read[i - 1].text) && is_digit(read[i].text))
      steps.push_back(step_to(gaps, i));
  }
  const float otherwise = 0.6f * static_cast<float>(ink.height());
  const float height = middle_of(heights, otherwise);
  return {height, whites.size() >= 3 ? middle_of(whites, 0.0f) : 0.0f,
          steps.size() >= 3 ? middle_of(steps, 0.0f) : kDigitStep * height};
}

// Whether `between` the ends of two letters is a blank; `before` and `after` are their widths.
bool has_blank(const Gap& between, float before, float after, bool was_read, const Usual& usual) {
  if (usual.height <= 0) return false;
  float needed = was_read ? kBlankIfRead : kBlank;
  if (before < kNarrow * usual.height) needed += kNarrowLetter;
  if (after < kNarrow * usual.height) needed += kNarrowLetter;
  return between.wide() >= std::max(needed * usual.height, kSpaced * usual.gap);
}

}  // namespace

bool may_be_apart(const std::string& before, const std::string& after) {
  return may_end_word(before) && may_start_word(after);
}

LineInk::LineInk(const Pix& crop) {
  const PixPtr grey(pixConvertTo8(const_cast<Pix*>(&crop), 0));
  if (grey == nullptr) return;
  width_ = pixGetWidth(grey.get());
  height_ = pixGetHeight(grey.get());
  pixels_.resize(index(0, height_));
  columns_.resize(static_cast<std::size_t>(width_));

  std::array<int, 256> seen{};
  for (int y = 0; y < height_; ++y) {
    const l_uint32* row =
        pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
    for (int x = 0; x < width_; ++x) {
      pixels_[index(x, y)] = static_cast<std::uint8_t>(GET_DATA_BYTE(row, x));
      ++seen[pixels_[index(x, y)]];
    }
  }
  // Paper is the commonest grey, in steps of 16; the strongest ink is what 2 % of pixels exceed.
  std::array<int, 16> coarse{};
  for (std::size_t v = 0; v < 256; ++v) coarse[v / 16] += seen[v];
  const int paper =
      static_cast<int>(std::max_element(coarse.begin(), coarse.end()) - coarse.begin()) * 16 + 8;
  std::array<int, 256> away{};
  for (int v = 0; v < 256; ++v)
    away[static_cast<std::size_t>(std::abs(v - paper))] += seen[static_cast<std::size_t>(v)];
  int strongest = 255;
  for (long more = 0; strongest > 0; --strongest) {
    more += away[static_cast<std::size_t>(strongest)];
    if (more * 50 > static_cast<long>(width_) * height_) break;
  }
  const int threshold = std::max(12, static_cast<int>(kInkShare * static_cast<float>(strongest)));
  const int from = static_cast<int>(kLettersTop * static_cast<float>(height_));
  const int to = static_cast<int>(std::ceil(kLettersBottom * static_cast<float>(height_)));
  for (int y = 0; y < height_; ++y)
    for (int x = 0; x < width_; ++x) {
      std::uint8_t& pixel = pixels_[index(x, y)];
      pixel = std::abs(pixel - paper) > threshold;
      if (pixel != 0 && y >= from && y < to) columns_[static_cast<std::size_t>(x)] = 1;
    }
}

std::vector<RecognisedSymbol> place_symbols(const std::vector<ReadSymbol>& read,
                                            const LineInk& ink) {
  std::vector<RecognisedSymbol> placed;
  if (read.empty()) return placed;
  const auto right_edge = static_cast<float>(ink.width()),
             bottom = static_cast<float>(ink.height());
  // The white before each symbol, and after the last.
  std::vector<Gap> gaps = {{0, 0}};
  for (int x = 0; x < ink.width() && !ink.in_column(x) && static_cast<float>(x) < read[0].centre;
       ++x)
    gaps[0].to = static_cast<float>(x + 1);
  for (std::size_t i = 1; i < read.size(); ++i)
    gaps.push_back(widest_gap(ink, read[i - 1].centre, read[i].centre));
  gaps.push_back({right_edge, right_edge});
  for (int x = ink.width() - 1;
       x >= 0 && !ink.in_column(x) && static_cast<float>(x) > read.back().centre; --x)
    gaps.back().from = static_cast<float>(x);

  const Usual usual = usual_in(read, gaps, ink);
  for (std::size_t i = 0; i < read.size(); ++i) {
    const bool are_digits = i > 0 && is_digit(read[i - 1].text) && is_digit(read[i].text);
    if (i > 0 && may_be_apart(read[i - 1].text, read[i].text) &&
        (!are_digits || step_to(gaps, i) >= kDigitsApart * usual.step) &&
        has_blank(gaps[i], gaps[i].from - gaps[i - 1].to, gaps[i + 1].from - gaps[i].to,
                  read[i].blank_before, usual))
      placed.push_back({" ",
                        {gaps[i].from, 0, gaps[i].to, bottom},
                        std::min(read[i - 1].confidence, read[i].confidence)});
    placed.push_back({read[i].text,
                      {gaps[i].to, 0, std::max(gaps[i].to, gaps[i + 1].from), bottom},
                      read[i].confidence});
  }
  return placed;
}

}  // namespace biaoshen
