#include "extractors/readers/pdf_trust.h"

#include <iconv.h>

#include <algorithm>
#include <vector>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kFewCharacters = 20;
constexpr std::size_t kEnoughToJudge = 30;  // ideographs
constexpr double kScanCovers = 0.3;         // share of the page
constexpr double kAnyPicture = 0.05;
constexpr double kCommonEnough = 0.9;
constexpr double kMostSymbols = 0.35;  // share of the characters
constexpr std::size_t kOutlines = 60;  // filled paths; a page of text has hundreds

double covered_by_images(const PageWalk& walk) {
  const double page = double(walk.width) * walk.height;
  if (page <= 0) return 0;
  double sum = 0;
  for (const Image& image : walk.images) {
    const Box& b = image.box;
    const double across = std::min(b.right, walk.width) - std::max(b.left, 0.0f);
    const double down = std::min(b.bottom, walk.height) - std::max(b.top, 0.0f);
    if (across > 0 && down > 0) sum += across * down;
  }
  return std::min(1.0, sum / page);
}

// Letters that were mapped to ASCII punctuation read like !"#$%. Dots and dashes do
// not count: a table of contents is full of them.
bool is_symbol_soup(std::string_view text) {
  std::size_t symbols = 0, others = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c <= ' ') continue;
    const bool letter =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
    const bool leader = c == '.' || c == '-' || c == '_' || c == '=';
    if (letter)
      ++others;
    else if (!leader)
      ++symbols;
  }
  return symbols >= kFewCharacters && double(symbols) > kMostSymbols * double(symbols + others);
}

bool is_garbled(const PageWalk& walk, std::string_view text) {
  if (walk.characters < kFewCharacters) return false;
  if (walk.unexplained * 2 > walk.characters) return true;
  if (is_symbol_soup(text)) return true;
  // Founder letters are rare ideographs that folding repairs; they speak against nothing.
  return share_of_common_ideographs(text) < kCommonEnough &&
         share_of_common_ideographs(folded(text)) < kCommonEnough;
}

// One table for the whole process: which code points GB 2312 holds as ideographs.
const std::vector<bool>& gb2312_ideographs() {
  static const std::vector<bool> table = [] {
    std::vector<bool> known(0x10000);
    iconv_t converter = iconv_open("UTF-32LE", "GB2312");
    if (converter == iconv_t(-1)) return std::vector<bool>();
    for (int lead = 0xB0; lead <= 0xF7; ++lead)
      for (int trail = 0xA1; trail <= 0xFE; ++trail) {
        char in[2] = {static_cast<char>(lead), static_cast<char>(trail)};
        char32_t out = 0;
        char* from = in;
        char* to = reinterpret_cast<char*>(&out);
        std::size_t from_left = 2, to_left = sizeof out;
        if (iconv(converter, &from, &from_left, &to, &to_left) != std::size_t(-1) &&
            out < known.size())
          known[out] = true;
      }
    iconv_close(converter);
    return known;
  }();
  return table;
}

}  // namespace

double share_of_common_ideographs(std::string_view text) {
  const std::vector<bool>& common = gb2312_ideographs();
  if (common.empty()) return 1;
  std::size_t ideographs = 0, known = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool ideograph = (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
    const bool private_use = c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF);
    if (!ideograph && !private_use) continue;
    ++ideographs;
    if (ideograph && common[c]) ++known;
  }
  return ideographs < kEnoughToJudge ? 1.0 : double(known) / double(ideographs);
}

PageAccount account_for(const PageWalk& walk, std::string_view text) {
  const double covered = covered_by_images(walk);
  if (walk.characters == 0) {
    if (covered > kAnyPicture) return {Source::failed, "needs-ocr"};
    if (walk.filled_paths >= kOutlines) return {Source::failed, "outlined-glyphs"};
    if (!walk.images.empty()) return {Source::failed, "needs-ocr"};
    return {Source::blank, ""};
  }
  if (walk.characters < kFewCharacters && covered > kScanCovers)
    return {Source::failed, "needs-ocr"};
  if (is_garbled(walk, text)) return {Source::failed, "text-suspect"};
  return {Source::text, ""};
}

}  // namespace biaoshen
