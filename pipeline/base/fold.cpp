// Folding: the part of text.h that needs Unicode's tables. See there for what it does.
#include "pipeline/base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "pipeline/base/unseen.h"

namespace biaoshen {
namespace {

bool is_dash(char32_t c) {
  switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE31:
    case 0xFE32:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D:
      return true;
    default:
      return false;
  }
}

bool is_slash(char32_t c) {
  return c == 0xFF0F || c == 0x2215 || c == 0x2044;
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == 0x00A0 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Most of a Chinese text; none of these has another form that folding knows.
bool is_unified_ideograph(char32_t c) {
  return c >= 0x4E00 && c <= 0x9FFF;
}

// Founder fonts without ToUnicode: the letter's GBK code is A0 xx, xx = ASCII + 0x80.
// These are the ideographs of GBK A0C1..A0DA and A0E1..A0FA, in order.
constexpr std::u32string_view kFounderUpper =
    U"犃犅犆犇犈犉犌犎犐犑犓犔犕犖犗犘犙犚犛犜犝犞犠犡犢犣";
constexpr std::u32string_view kFounderLower =
    U"犪犫犮犱犲犳犵犺犻犼犽犾犿狀狅狆狇狉狊狋狌狏狑狓狔狕";

char founder_letter(char32_t c) {
  if (c < 0x7280 || c > 0x7300) return 0;
  if (auto at = kFounderUpper.find(c); at != std::u32string_view::npos)
    return static_cast<char>('A' + at);
  if (auto at = kFounderLower.find(c); at != std::u32string_view::npos)
    return static_cast<char>('a' + at);
  return 0;
}

// Length of a <sup>, </sup>, <sub> or </sub> tag at `at`, or 0.
std::size_t markup_length(std::string_view text, std::size_t at) {
  for (std::string_view tag : {"<sup>", "</sup>", "<sub>", "</sub>"})
    if (text.substr(at, tag.size()) == tag) return tag.size();
  return 0;
}

const icu::Normalizer2& nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* instance = icu::Normalizer2::getNFKCInstance(status);
  return *instance;
}

class Folder {
 public:
  explicit Folder(std::string_view print) : print_(print) { folded_.text.reserve(print.size()); }

  Folded run() {
    for (std::size_t at = 0; at < print_.size();) at = step(at);
    folded_.print.push_back(static_cast<std::uint32_t>(print_.size()));
    return std::move(folded_);
  }

 private:
  std::size_t step(std::size_t at) {
    if (print_[at] == '<')
      if (std::size_t length = markup_length(print_, at)) return at + length;
    const std::size_t begin = at;
    const char32_t c = next_code_point(print_, at);
    if ((c < 0x80 && c > 0x20) || c == '\n') {
      put(c, begin);
    } else if (char letter = founder_letter(c)) {
      mark_repaired(letter, begin);
    } else if (is_unified_ideograph(c)) {
      put(c, begin);
    } else if (takes_no_room(c)) {
      // dropped
    } else if (is_dash(c)) {
      put('-', begin);
    } else if (is_slash(c)) {
      put('/', begin);
    } else if (is_blank(c)) {
      put(' ', begin);
    } else {
      put_normalised(c, begin);
    }
    return at;
  }

  void put(char32_t c, std::size_t begin) {
    const std::size_t before = folded_.text.size();
    append_utf8(folded_.text, c);
    folded_.print.insert(folded_.print.end(), folded_.text.size() - before,
                         static_cast<std::uint32_t>(begin));
  }

  void mark_repaired(char letter, std::size_t begin) {
    const auto at = static_cast<std::uint32_t>(folded_.text.size());
    put(static_cast<char32_t>(letter), begin);
    if (!folded_.repaired.empty() && folded_.repaired.back().second == at)
      folded_.repaired.back().second = at + 1;
    else
      folded_.repaired.emplace_back(at, at + 1);
  }

  // Code point by code point, so that the map stays exact; combining marks are
  // rare enough in this material to be left as they come.
  void put_normalised(char32_t c, std::size_t begin) {
    icu::UnicodeString decomposed;
    if (!nfkc().getDecomposition(static_cast<UChar32>(c), decomposed) || has_hangul(c)) {
      put(c < 0x20 ? U' ' : c, begin);
      return;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString normal =
        nfkc().normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
    for (std::int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
      const auto one = static_cast<char32_t>(normal.char32At(i));
      put(is_dash(one) ? U'-' : is_slash(one) ? U'/' : is_blank(one) ? U' ' : one, begin);
    }
  }

  static bool has_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

  std::string_view print_;
  Folded folded_;
};

// One code point of `squeeze`: NFKC, blanks as ' ', invisible ones as 0; dashes stay.
std::u32string squeezed_code_point(char32_t c) {
  if (c < 0x80) return std::u32string(1, c <= 0x20 ? U' ' : c);
  if (is_unified_ideograph(c)) return std::u32string(1, c);
  if (takes_no_room(c)) return {};
  if (is_blank(c)) return U" ";
  if (is_dash(c)) return std::u32string(1, c == 0xFF0D ? U'-' : c);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString normal =
      nfkc().normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  std::u32string out;
  for (std::int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1))
    out.push_back(static_cast<char32_t>(normal.char32At(i)));
  return out;
}

}  // namespace

std::pair<std::size_t, std::size_t> Folded::print_range(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {print[begin], print[begin]};
  // The print range ends where the next folded character of another origin begins.
  const std::uint32_t last = print[end - 1];
  std::size_t next = end;
  while (next < print.size() - 1 && print[next] == last) ++next;
  return {print[begin], print[next]};
}

bool Folded::is_repaired(std::size_t begin, std::size_t end) const {
  return std::any_of(repaired.begin(), repaired.end(),
                     [&](const auto& range) { return range.first < end && begin < range.second; });
}

Folded fold(std::string_view print) {
  return Folder(print).run();
}

std::string folded(std::string_view print) {
  return Folder(print).run().text;
}

std::string squeeze(std::string_view print) {
  std::u32string all;
  for (std::size_t at = 0; at < print.size();)
    all += squeezed_code_point(next_code_point(print, at));
  std::u32string kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] != U' ') {
      kept.push_back(all[i]);
      continue;
    }
    std::size_t next = i;
    while (next < all.size() && all[next] == U' ') ++next;
    const bool at_edge = kept.empty() || next == all.size();
    if (!at_edge && !is_han(kept.back()) && !is_han(all[next])) kept.push_back(U' ');
    i = next - 1;
  }
  std::string out;
  for (char32_t c : kept) append_utf8(out, c);
  return out;
}

std::string bare(std::string_view print) {
  std::string out;
  const std::string text = folded(print);
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != ' ' && c != '\n'; });
  return out;
}

}  // namespace biaoshen
