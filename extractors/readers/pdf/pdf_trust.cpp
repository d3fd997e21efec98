#include "extractors/readers/pdf/pdf_trust.h"

#include <iconv.h>

#include <algorithm>
#include <bitset>
#include <map>
#include <vector>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kFewCharacters = 20;
constexpr std::size_t kEnoughToJudge = 30;  // ideographs
constexpr double kScanCovers = 0.3;         // share of the page
constexpr double kAnyPicture = 0.05;
constexpr double kCommonEnough = 0.9;
constexpr std::size_t kManyScripts = 6;
constexpr double kMostSymbols = 0.35;  // share of the characters
constexpr double kMostInRuns = 0.05;   // share of the characters
constexpr std::size_t kOutlines = 60;  // drawn shapes; a page of text has hundreds
constexpr std::size_t kManyOutlines = 1000;
constexpr double kHeaderOnly = 0.03;         // share of the page; less is no page of text
constexpr std::size_t kUnexplained = 10;     // letters that may be only bullets
constexpr double kMostUnexplained = 0.1;     // share; numbers alone are more
constexpr std::size_t kWatermarkBytes = 12;  // four ideographs
constexpr int kWatermarkTimes = 3;

double covered_by_images(const PageWalk& walk) {
  const double page = double(walk.width) * walk.height;
  if (page <= 0) return 0;
  double sum = 0;
  for (const DrawnImage& drawn : walk.images)
    sum += double(width(drawn.shown)) * height(drawn.shown);
  return std::min(1.0, sum / page);
}

bool is_ascii_letter(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// ASCII punctuation in a row. Real text has brackets and commas one or two at a time; letters that
// were mapped to punctuation read like !"#$%&.
class SymbolRuns {
 public:
  void add(char32_t c) {
    // Dots and dashes do not count: a table of contents is full of them.
    if (c == '.' || c == '-' || c == '_' || c == '=') return;
    if (c > '~' || is_ascii_letter(c)) return end();
    ++length_;
    kinds_.set(static_cast<std::size_t>(c));
  }
  void end() {
    if (length_ >= kRun && kinds_.count() >= kKinds) in_runs_ += length_;
    length_ = 0;
    kinds_.reset();
  }
  std::size_t in_runs() const { return in_runs_; }

 private:
  static constexpr std::size_t kRun = 6, kKinds = 5;
  std::size_t length_ = 0, in_runs_ = 0;
  std::bitset<128> kinds_;
};

bool is_symbol_soup(std::string_view text) {
  std::size_t symbols = 0, others = 0;
  SymbolRuns runs;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c <= ' ') continue;
    runs.add(c);
    const bool leader = c == '.' || c == '-' || c == '_' || c == '=';
    if (is_ascii_letter(c) || c >= 0x80)
      ++others;
    else if (!leader)
      ++symbols;
  }
  runs.end();
  const double all = double(symbols + others);
  return symbols >= kFewCharacters &&
         (double(symbols) > kMostSymbols * all || double(runs.in_runs()) > kMostInRuns * all);
}

// Letters of scripts that do not stand among Chinese: accented Latin, Hebrew to Mongolian, Yi,
// Hangul. A few are names and pinyin.
bool is_out_of_place(char32_t c) {
  if (c >= 0xC0 && c < 0x250) return c != 0xD7 && c != 0xF7;
  return (c >= 0x590 && c < 0x1E00) || (c >= 0xA000 && c < 0xD7B0) || (c >= 0xFB1D && c < 0xFE00);
}

// Rows of 256 code points; the large scripts by 4096.
std::size_t script_of(char32_t c) {
  return c < 0x2000 ? c >> 8 : 0x80 + (c >> 12);
}

bool is_ideograph(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
}

bool is_chinese_sign(char32_t c) {
  return is_ideograph(c) || (c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFFF0);
}

bool is_garbled(const PageWalk& walk, std::string_view text) {
  if (walk.characters < kFewCharacters) return false;
  if (walk.unexplained >= kUnexplained &&
      double(walk.unexplained) > kMostUnexplained * double(walk.characters))
    return true;
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
  std::size_t ideographs = 0, known = 0, out_of_place = 0, chinese = 0;
  std::bitset<256> scripts;  // of the letters out of place, roughly
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_chinese_sign(c)) ++chinese;
    if (is_out_of_place(c)) ++out_of_place, scripts.set(script_of(c));
    const bool private_use = c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF);
    if (!is_ideograph(c) && !private_use) continue;
    ++ideographs;
    if (!private_use && common[c]) ++known;
  }
  // A page in another language has one script or two.
  if (chinese >= kFewCharacters || scripts.count() >= kManyScripts) ideographs += out_of_place;
  return ideographs < kEnoughToJudge ? 1.0 : double(known) / double(ideographs);
}

double covered_by_words(const PageWalk& walk) {
  const double page = double(walk.width) * walk.height;
  if (page <= 0) return 0;
  std::map<std::string_view, int> times;
  double sum = 0;
  for (const PrintedWord& word : walk.words) {
    if (word.text.size() >= kWatermarkBytes && ++times[word.text] > kWatermarkTimes) continue;
    sum += double(width(word.box)) * height(word.box);
  }
  return std::min(1.0, sum / page);
}

PageAccount account_for(const PageWalk& walk, std::string_view text) {
  const double covered = covered_by_images(walk);
  if (walk.characters == 0) {
    if (walk.hidden_characters > 0) return {Source::failed, "hidden-text-only"};
    if (covered > kAnyPicture) return {Source::failed, "needs-ocr"};
    if (walk.outlines + walk.strokes >= kOutlines) return {Source::failed, "outlined-glyphs"};
    if (!walk.images.empty() || walk.patterns > 0) return {Source::failed, "needs-ocr"};
    return {Source::blank, ""};
  }
  if (is_under_picture(walk)) return {Source::failed, "hidden-text-only"};
  if (walk.characters < kFewCharacters && covered > kScanCovers)
    return {Source::failed, "needs-ocr"};
  if (is_garbled(walk, text)) return {Source::failed, "text-suspect"};
  const bool is_drawn = walk.characters < kFewCharacters && walk.outlines >= kOutlines;
  if (is_drawn || (walk.outlines >= kManyOutlines && covered_by_words(walk) < kHeaderOnly))
    return {Source::failed, "outlined-glyphs"};
  return {Source::text, ""};
}

}  // namespace biaoshen
