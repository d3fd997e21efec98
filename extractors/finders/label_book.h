// The labels a finder asks for, among all labels that forms of this trade use.
// The others matter as much as the wanted ones: where a field is empty, the next
// thing printed is another label, and must not become the value.
//
// A label is recognised with inner blanks (标 准 编 号), numbering before it
// (1. / （一） / *), hints in brackets behind it (（盖章）) and a colon. A hint
// that names another language makes another field: 标准名称（英文） is not 标准名称.
// Two labels in one cell are a compound: 发布日期/实施日期.
//
// In recognised print one character of a label of four or more may be wrong (标难编号),
// where no other label is as near: ?布日期 may be 发布日期 or 公布日期 and is neither.
//
// It refuses to look for labels in running sentences: who calls it says where one
// may begin.
//
// Tested by tests/finders/label_book_test.cpp.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/finders/glyphs.h"

namespace biaoshen {

struct LabelMatch {
  std::vector<std::size_t> wanted;  // indexes of the labels asked for; kOtherLabel for others
  std::size_t end = 0;              // glyph after label, hint and asterisk; before a colon
};
constexpr std::size_t kOtherLabel = static_cast<std::size_t>(-1);

enum class Spelling : unsigned char { exact, recognised };

class LabelBook {
 public:
  explicit LabelBook(std::span<const std::string_view> wanted, Spelling spelling = Spelling::exact);

  // The longest label (or compound of labels) that begins at glyph `at`.
  std::optional<LabelMatch> match(const Glyphs& glyphs, std::size_t at) const;

 private:
  struct Entry {
    std::u32string characters;
    std::size_t wanted;
  };
  void add(const std::u32string& label, std::size_t wanted);
  const Entry* longest(const Glyphs& glyphs, std::size_t at) const;
  const Entry* nearest(const Glyphs& glyphs, std::size_t at) const;

  Spelling spelling_;
  std::map<char32_t, std::vector<Entry>> by_first_;  // longest first
};

// Glyph after numbering and marks that begin at `at`: 1. 1.2 （一） 一、 ① * ★.
std::size_t skip_numbering(const Glyphs& glyphs, std::size_t at);

// Glyph after the bracketed hints that begin at `at`, or `at` itself.
std::size_t skip_hint(const Glyphs& glyphs, std::size_t at);

bool is_colon(char32_t c);

}  // namespace biaoshen
