#include "pipeline/base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace biaoshen {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_dash(char32_t c) {
  switch (c) {
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015:
    case 0x2212: case 0xFE31: case 0xFE32: case 0xFE58: case 0xFE63: case 0xFF0D:
      return true;
    default:
      return false;
  }
}

bool is_slash(char32_t c) { return c == 0xFF0F || c == 0x2215 || c == 0x2044; }

bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
         c == 0x00AD;
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == 0x00A0 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Founder fonts without ToUnicode: the letter's GBK code is A0 xx, xx = ASCII + 0x80.
// These are the ideographs of GBK A0C1..A0DA and A0E1..A0FA, in order.
constexpr std::u32string_view kFounderUpper = U"犃犅犆犇犈犉犌犎犐犑犓犔犕犖犗犘犙犚犛犜犝犞犠犡犢犣";
constexpr std::u32string_view kFounderLower = U"犪犫犮犱犲犳犵犺犻犼犽犾犿狀狅狆狇狉狊狋狌狏狑狓狔狕";

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
    if (c < 0x80 && c > 0x20) {
      put(c, begin);
    } else if (c == '\n') {
      put(c, begin);
    } else if (char letter = founder_letter(c)) {
      mark_repaired(letter, begin);
    } else if (is_invisible(c)) {
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
    const icu::UnicodeString normal = nfkc().normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
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
  if (is_invisible(c)) return {};
  if (is_blank(c)) return U" ";
  if (is_dash(c)) return std::u32string(1, c == 0xFF0D ? U'-' : c);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString normal = nfkc().normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
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

Folded fold(std::string_view print) { return Folder(print).run(); }

std::string folded(std::string_view print) { return Folder(print).run().text; }

std::string squeeze(std::string_view print) {
  std::u32string all;
  for (std::size_t at = 0; at < print.size();) all += squeezed_code_point(next_code_point(print, at));
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

std::string clean_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    char32_t c = next_code_point(bytes, at);
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    append_utf8(out, control ? kReplacement : c);
  }
  return out;
}

bool is_valid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c;
    U8_NEXT(data, at, length, c);
    if (c < 0) return false;
  }
  return true;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  if (const auto first = static_cast<unsigned char>(text[at]); first < 0x80) {
    ++at;
    return first;
  }
  // A code point has at most four bytes, so the window keeps ICU's 32-bit index small.
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data() + at);
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
  std::int32_t used = 0;
  UChar32 c;
  U8_NEXT(data, used, length, c);
  at += static_cast<std::size_t>(used);
  return c < 0 ? kReplacement : static_cast<char32_t>(c);
}

void append_utf8(std::string& out, char32_t code_point) {
  char buffer[4];
  std::int32_t length = 0;
  UBool error = false;
  U8_APPEND(reinterpret_cast<std::uint8_t*>(buffer), length, 4, static_cast<UChar32>(code_point), error);
  if (error) return append_utf8(out, kReplacement);
  out.append(buffer, static_cast<std::size_t>(length));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

bool is_han(char32_t c) {
  return c >= 0x2E80 && (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) ||
                         (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF65) ||
                         (c >= 0x2E80 && c <= 0x2FDF));
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_han(next_code_point(text, at))) return true;
  return false;
}

std::string_view trim(std::string_view text) {
  auto starts_blank = [](std::string_view t) -> std::size_t {
    if (t.starts_with("\xE3\x80\x80")) return 3;
    if (t.starts_with("\xC2\xA0")) return 2;
    return !t.empty() && (t.front() == ' ' || t.front() == '\t' || t.front() == '\n' || t.front() == '\r');
  };
  auto ends_blank = [](std::string_view t) -> std::size_t {
    if (t.ends_with("\xE3\x80\x80")) return 3;
    if (t.ends_with("\xC2\xA0")) return 2;
    return !t.empty() && (t.back() == ' ' || t.back() == '\t' || t.back() == '\n' || t.back() == '\r');
  };
  while (std::size_t n = starts_blank(text)) text.remove_prefix(n);
  while (std::size_t n = ends_blank(text)) text.remove_suffix(n);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  if (from.empty()) return text;
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  auto code_points = [](std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
    return out;
  };
  const std::u32string from = code_points(a), to = code_points(b);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t change = diagonal + (from[i - 1] != to[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[to.size()];
}

}  // namespace biaoshen
