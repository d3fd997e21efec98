#include "extractors/readers/rtf/rtf_story.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "extractors/readers/code_page.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kDeepest = 500;
constexpr std::size_t kMostCells = 250, kHiddenShown = 120;
constexpr std::uint16_t kJoinsLeft = 2, kJoinsAbove = 32, kTopmost = 96;

struct Sign {
  std::string_view word, shown;
};
constexpr Sign kSigns[] = {{"tab", "\t"},      {"line", "\n"},   {"emdash", "—"},
                           {"endash", "–"},    {"lquote", "‘"},  {"rquote", "’"},
                           {"bullet", "•"},    {"emspace", " "}, {"ldblquote", "“"},
                           {"rdblquote", "”"}, {"enspace", " "}, {"nestcell", "\n"}};
// Groups that begin so hold no content.
constexpr std::string_view kElsewhere[] = {
    "colortbl", "stylesheet", "info",      "fldinst",   "bkmkstart", "bkmkend",   "objdata",
    "sp",       "nonshppict", "listtable", "revtbl",    "rsidtbl",   "generator", "xe",
    "tc",       "annotation", "template",  "datafield", "filetbl",   "ftnsep",    "ftnsepc"};
// Groups that may be left out, and hold content all the same.
constexpr std::string_view kStarredContent[] = {"ud", "shpinst", "shptxt", "shppict", "cs"};

struct Charset {
  int charset;
  std::uint32_t code_page;
};
constexpr Charset kCharsets[] = {{134, 936}, {136, 950}, {128, 932}, {129, 949}, {204, 1251}};

template <std::size_t N>
bool is_in(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string little(int number) {
  const int kept = std::clamp(number, -32768, 32767);
  return {static_cast<char>(kept & 0xFF), static_cast<char>(kept >> 8 & 0xFF)};
}

}  // namespace

void RtfStory::read(std::string_view rest) {
  while (!rest.empty() && !seen_.is_cut) {
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == '{') {
      decode_bytes();
      if (groups_.size() > kDeepest) seen_.is_cut = true;
      groups_.push_back(group());
      to_skip_ = 0;
      is_beginning_ = true;
    } else if (c == '}') {
      decode_bytes();
      if (groups_.size() > 1) groups_.pop_back();
      to_skip_ = 0;
      is_starred_ = false;
    } else if (c == '\\') {
      take_control(rest);
    } else if (c != '\r' && c != '\n') {
      is_beginning_ = false;
      take_byte(c);
    }
  }
  end_paragraph();
  if (!blocks_.empty()) rows_.cell(std::exchange(blocks_, {}));
  rows_.finish(flow_);
}

void RtfStory::take_control(std::string_view& rest) {
  if (rest.empty()) return;
  const char c = rest.front();
  if (c == '\'') {
    unsigned char byte = 0;
    const std::string_view digits = rest.substr(1, 2);
    std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
    rest.remove_prefix(std::min<std::size_t>(rest.size(), 3));
    take_byte(static_cast<char>(byte));
    return;
  }
  if (!is_letter(c)) {
    rest.remove_prefix(1);
    if (c == '*') is_starred_ = is_beginning_;
    if (c == '\r' || c == '\n') end_paragraph();
    if (c == '~') append(" ");
    if (c == '_') append("-");
    if (c == '\\' || c == '{' || c == '}') take_byte(c);
    return;
  }
  std::size_t size = 0;
  while (size < rest.size() && is_letter(rest[size])) ++size;
  const std::string_view word = rest.substr(0, size);
  rest.remove_prefix(size);
  int number = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  const bool has_number = error == std::errc();
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  if (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  take_word(word, has_number, number, rest);
}

void RtfStory::take_word(std::string_view word, bool has_number, int number,
                         std::string_view& rest) {
  const bool is_on = !has_number || number != 0;
  is_beginning_ = false;
  if (word == "u") {
    decode_bytes();
    take_unit(number);
    to_skip_ = group().stand_ins;
    return;
  }
  decode_bytes();
  to_skip_ = 0;
  if (take_place(word) || take_sign(word) || take_table_word(word, number)) return;
  if (word == "bin") {
    rest.remove_prefix(std::min(rest.size(), static_cast<std::size_t>(std::max(number, 0))));
  } else if (word == "uc") {
    group().stand_ins = std::clamp(number, 0, 16);
  } else if (word == "ansicpg" && number > 0) {
    code_page_ = static_cast<std::uint32_t>(number);
  } else if (word == "f") {
    group().font = number;
  } else if (word == "fcharset" && group().place == Place::fonts) {
    for (const Charset& known : kCharsets) {
      if (known.charset == number && fonts_.size() < 10'000) fonts_[group().font] = known.code_page;
    }
  } else if (word == "v") {
    group().is_hidden = is_on;
  } else if (word == "deleted") {
    group().is_removed = is_on;
  } else if (word == "plain") {
    group().is_hidden = group().is_removed = false;
  }
}

// What begins a group of its own kind.
bool RtfStory::take_place(std::string_view word) {
  const bool was_starred = std::exchange(is_starred_, false);
  if (word == "pict") seen_.has_pictures = seen_.has_pictures || group().place == Place::text;
  if (word == "fonttbl") {
    group().place = Place::fonts;
  } else if (word == "pict" || is_in(word, kElsewhere) ||
             (was_starred && !is_in(word, kStarredContent))) {
    group().place = Place::nowhere;
  } else {
    return false;
  }
  return true;
}

bool RtfStory::take_sign(std::string_view word) {
  for (const Sign& sign : kSigns) {
    if (sign.word != word) continue;
    append(sign.shown);
    return true;
  }
  if (group().place != Place::text) return false;
  if (word == "par") {
    end_paragraph();
  } else if (word == "cell") {
    end_cell();
  } else if (word == "row") {
    end_row();
  } else if (word == "page" || word == "sect") {
    end_paragraph();
    if (in_table_) {
      rows_.break_page();
    } else {
      flow_.break_page();
    }
  } else {
    return false;
  }
  return true;
}

bool RtfStory::take_table_word(std::string_view word, int number) {
  if (word == "pard") {
    in_table_ = false;
  } else if (word == "intbl") {
    in_table_ = true;
  } else if (word == "trowd") {
    edges_ = {0};
    looks_.clear();
    look_ = 0;
  } else if (word == "trleft" && edges_.size() == 1) {
    edges_[0] = number;
  } else if (word == "cellx") {
    if (edges_.empty()) edges_ = {0};
    if (looks_.size() < kMostCells) {
      edges_.push_back(number);
      looks_.push_back(std::exchange(look_, std::uint16_t{0}));
    }
  } else if (word == "clmrg") {
    look_ |= kJoinsLeft;
  } else if (word == "clvmgf") {
    look_ |= kTopmost;
  } else if (word == "clvmrg") {
    look_ |= kJoinsAbove;
  } else {
    return false;
  }
  return true;
}

// --- text ---

void RtfStory::take_byte(char byte) {
  if (to_skip_ > 0) {
    --to_skip_;
  } else if (group().place == Place::text) {
    bytes_ += byte;
  }
}

void RtfStory::take_unit(int unit) {
  const auto c = static_cast<char16_t>(unit);  // written as a signed number of 16 bits
  std::string text;
  if (c >= 0xD800 && c < 0xDC00) {
    lead_ = c;
    return;
  }
  if (c >= 0xDC00 && c < 0xE000) {
    append_utf8(text,
                lead_ == 0 ? U'\uFFFD' : 0x10000u + ((lead_ - 0xD800u) << 10) + (c - 0xDC00u));
    lead_ = 0;
  } else {
    append_utf8(text, c);
  }
  append(text);
}

void RtfStory::decode_bytes() {
  if (bytes_.empty()) return;
  const auto font = fonts_.find(group().font);
  const std::uint32_t code_page = font == fonts_.end() ? code_page_ : font->second;
  std::string text;
  for (const char32_t c : decoded(std::exchange(bytes_, {}), encoding_of_code_page(code_page)))
    append_utf8(text, c);
  append(text);
}

void RtfStory::append(std::string_view text) {
  decode_bytes();
  if (group().place != Place::text || text.empty()) return;
  if (group().is_removed && !was_removed_) ++seen_.revisions;
  was_removed_ = group().is_removed;
  if (group().is_removed) return;
  if (group().is_hidden) {
    if (seen_.hidden.size() < kHiddenShown) seen_.hidden += text;
    return;
  }
  held_ += text.size();
  if (held_ > most_text_) {
    seen_.is_cut = true;
    return;
  }
  paragraph_.text += text;
}

// --- paragraphs, cells, rows ---

void RtfStory::end_paragraph() {
  decode_bytes();
  DocxParagraph done = std::exchange(paragraph_, {});
  done.number = flow_.next_paragraph();
  if (!in_table_) {
    if (rows_.is_open()) rows_.finish(flow_);
    held_ = 0;
  }
  if (trim(done.text).empty()) return;
  if (in_table_) {
    blocks_.push_back({std::move(done)});
  } else {
    flow_.paragraph(std::move(done));
  }
}

void RtfStory::end_cell() {
  in_table_ = true;
  end_paragraph();
  rows_.cell(std::exchange(blocks_, {}));
}

// The list of the row's cells is made as Word's own files have it.
void RtfStory::end_row() {
  decode_bytes();
  std::string list(1, static_cast<char>(looks_.size()));
  for (const int edge : edges_) list += little(edge);
  for (const std::uint16_t look : looks_) list += little(look) + std::string(18, '\0');
  rows_.end_row(list, flow_);
  held_ = 0;
}

}  // namespace biaoshen
