#include "extractors/readers/ofd/ofd_text.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr double kAscent = 0.86, kDescent = 0.14;  // of the letters' size
constexpr double kGap = 0.75;                      // letters; a wider one parts two words …
constexpr double kLatinGap = 0.13;                 // … or two words of Latin letters
constexpr double kAskew = 0.1;                     // of one direction to the other
constexpr double kBelow = 1.8;                     // letters; how far the next one may be below

bool is_blank(char32_t c) {
  return c <= 0x20 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF;
}

// What a letter takes in usual fonts, in letters' sizes.
double usual_width(char32_t c) {
  constexpr std::string_view kNarrow = " .,:;'`|!ijlIftr()[]/\\{}\"", kMedium = "acegksvxyzJL",
                             kWide = "mMwW@%";
  if (c >= 0x2E80 || c == 0x2014 || c == 0x2026) return 1;
  if (c >= 0x80) return 0.6;
  const char letter = static_cast<char>(c);
  if (kNarrow.find(letter) != std::string_view::npos) return 0.29;
  if (kMedium.find(letter) != std::string_view::npos) return 0.46;
  if (kWide.find(letter) != std::string_view::npos) return 0.8;
  return letter >= 'A' && letter <= 'Z' ? 0.68 : 0.52;
}

OfdMatrix turned_by(int degrees) {
  switch (((degrees % 360) + 360) % 360) {
    case 90:
      return {0, 1, -1, 0, 0, 0};
    case 180:
      return {-1, 0, 0, -1, 0, 0};
    case 270:
      return {0, -1, 1, 0, 0, 0};
    default:
      return {};
  }
}

bool is_latin(char32_t c) {
  return c > 0x20 && c < 0x7F;
}

// Whether Latin letters stand at even distances, as in fonts for Chinese, where every one of them
// is half as wide as an ideograph; then distances say nothing about blanks left out.
bool is_fixed_pitch(const OfdTextCode& code) {
  constexpr std::size_t kFew = 6;
  std::vector<double> steps;
  char32_t before = 0;
  std::size_t letter = 0;
  for (std::size_t at = 0; at < code.text.size() && letter <= code.delta_x.size(); ++letter) {
    const char32_t c = next_code_point(code.text, at);
    if (is_latin(before) && is_latin(c)) steps.push_back(code.delta_x[letter - 1]);
    before = c;
  }
  if (steps.size() < kFew) return true;
  std::sort(steps.begin(), steps.end());
  const double middle = steps[steps.size() / 2];
  const auto is_even = [&](double step) { return std::abs(step - middle) < 0.05 * middle; };
  const auto even = std::count_if(steps.begin(), steps.end(), is_even);
  return 2 * static_cast<std::size_t>(even) > steps.size();
}

double offset_at(const std::vector<double>& offsets, std::size_t glyph) {
  return offsets.empty() ? 0 : offsets[std::min(glyph, offsets.size() - 1)];
}

OfdPoint offset_at(const OfdTextCode& code, std::size_t glyph) {
  return {offset_at(code.delta_x, glyph), offset_at(code.delta_y, glyph)};
}

// The steps from letter to letter of one code, out of the offsets from glyph to glyph.
class Steps {
 public:
  Steps(const OfdTextCode& code, const std::vector<OfdGlyphs>& groups, std::size_t first_letter)
      : code_(code), groups_(groups), letter_(first_letter) {
    while (group_ < groups_.size() && groups_[group_].position < letter_) ++group_;
  }

  OfdPoint next() {
    if (left_ == 0 && group_ < groups_.size() && groups_[group_].position == letter_) open_group();
    ++letter_;
    if (left_ == 0) return offset_at(code_, glyph_++);
    --left_;
    return share_;
  }

 private:
  // The letters of a group share its way evenly.
  void open_group() {
    const OfdGlyphs& group = groups_[group_++];
    left_ = std::max<std::size_t>(group.letters, 1);
    const auto letters = static_cast<double>(left_);
    share_ = {};
    for (std::size_t i = 0; i < group.glyphs; ++i) {
      const OfdPoint offset = offset_at(code_, glyph_++);
      share_ = {share_.x + offset.x / letters, share_.y + offset.y / letters};
    }
  }

  const OfdTextCode& code_;
  const std::vector<OfdGlyphs>& groups_;
  std::size_t letter_;                 // over all codes
  std::size_t group_ = 0, glyph_ = 0;  // the next ones
  std::size_t left_ = 0;               // letters of the open group
  OfdPoint share_;
};

// Gathers the letters of one text object.
class WordMaker {
 public:
  WordMaker(const OfdText& text, const OfdMatrix& to_page)
      : text_(text),
        letters_(turned_by(text.letter_direction)),
        to_page_(to_page * letters_),
        size_(text.size) {
    const double x = to_page_.a, y = to_page_.b;
    made_.is_diagonal =
        std::min(std::abs(x), std::abs(y)) > kAskew * std::max(std::abs(x), std::abs(y));
    rotation_ = std::abs(x) >= std::abs(y) ? (x < 0 ? 2 : 0) : (y < 0 ? 3 : 1);
    points_ = size_ * std::hypot(to_page_.c, to_page_.d);
  }

  void add(const OfdTextCode& code) {
    if (code.x) at_.x = *code.x;
    if (code.y) at_.y = *code.y;
    const OfdPoint begin = at_;
    latin_gap_ = is_fixed_pitch(code) ? kGap : kLatinGap;
    const bool has_offsets = !code.delta_x.empty() || !code.delta_y.empty();
    Steps steps(code, text_.glyphs, letter_);
    for (std::size_t at = 0; at < code.text.size(); ++letter_) {
      const char32_t c = next_code_point(code.text, at);
      const double width = usual_width(c) * size_ * text_.stretch;
      const OfdPoint step = has_offsets ? steps.next() : along_reading(width);
      std::size_t following = at;
      const char32_t next = at < code.text.size() ? next_code_point(code.text, following) : 0;
      take(c, next, width, letters_step(step));
      at_ = {at_.x + step.x, at_.y + step.y};
    }
    end_word();
    at_ = begin;  // a code without an origin of its own takes the one before
  }

  OfdWords take_words() { return std::move(made_); }

 private:
  OfdPoint along_reading(double width) const {
    const OfdMatrix turn = turned_by(text_.read_direction);
    return {turn.a * width, turn.b * width};
  }

  // A step in the frame in which the letters stand upright.
  OfdPoint letters_step(OfdPoint step) const {
    return {letters_.a * step.x + letters_.b * step.y, letters_.c * step.x + letters_.d * step.y};
  }

  // `next` is 0 behind the last letter; `step` leads there.
  void take(char32_t c, char32_t next, double width, OfdPoint step) {
    if (is_blank(c)) return end_word();
    ++made_.characters;
    if (c == 0xA4) ++made_.nameless;
    const double gap = is_latin(c) && is_latin(next) ? latin_gap_ : kGap;
    const bool goes_on = next != 0 && std::abs(step.y) < 0.3 * size_ && step.x > 0.3 * width &&
                         step.x < width + gap * size_;
    const bool goes_down = next != 0 && std::abs(step.x) < 0.3 * size_ && step.y > 0.5 * size_ &&
                           step.y < kBelow * size_ && (word_.text.empty() || is_downwards_);
    const double reach = goes_on ? step.x : width;
    add_letter(c, {0, -kAscent * size_, reach, (kAscent + kDescent) * size_});
    if (goes_down) is_downwards_ = true;
    if (is_downwards_ ? !goes_down : !goes_on) end_word();
  }

  // `box` is around the letter's origin.
  void add_letter(char32_t c, const OfdBox& box) {
    const OfdPoint origin = letters_step(at_);
    const Box place =
        to_page_.apply({origin.x + box.left, origin.y + box.top, box.width, box.height});
    word_.box = word_.text.empty() ? place : unite(word_.box, place);
    append_utf8(word_.text, c < 0x20 || (c >= 0x7F && c < 0xA0) ? U'\uFFFD' : c);
  }

  void end_word() {
    const bool is_downwards = std::exchange(is_downwards_, false);
    if (word_.text.empty()) return;
    word_.size = static_cast<float>(points_);
    word_.rotation = (rotation_ + (is_downwards ? 1 : 0)) & 3;
    if (!made_.is_diagonal) made_.words.push_back(std::move(word_));
    word_ = {};
  }

  const OfdText& text_;
  OfdMatrix letters_, to_page_;
  double size_;
  double points_ = 0;  // the letters' size on the page
  double latin_gap_ = kGap;
  std::size_t letter_ = 0;  // over all codes
  int rotation_ = 0;
  OfdPoint at_;
  PrintedWord word_;
  bool is_downwards_ = false;
  OfdWords made_;
};

}  // namespace

OfdWords ofd_words(const OfdText& text, const OfdMatrix& to_page) {
  WordMaker maker(text, to_page);
  for (const OfdTextCode& code : text.codes) maker.add(code);
  return maker.take_words();
}

}  // namespace biaoshen
