#include "extractors/finders/line_fields.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestUnknownLabel = 12;

// The space before glyph `at`; a line's start counts as a wide gap.
Gap gap_before(const Glyphs& line, std::size_t at) {
  return at == 0 ? Gap::line : at < line.size() ? line[at].gap : Gap::line;
}

// Whether a value may end before glyph `at` although no blank stands there:
// 2022年11月18日实施日期：, …；实施日期：
bool ends_value(char32_t c) {
  return std::u32string_view(U"日月号;,。，)》0123456789").find(c) != std::u32string_view::npos;
}

bool is_value_start(char32_t c) {
  return c < 0x80 && (c >= '0' && c <= '9' ? true : (c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

// A short Han text with a colon at the start of a column is somebody's label.
std::optional<LabelMatch> unknown_label(const Glyphs& line, std::size_t at) {
  const std::size_t stop = std::min(line.size(), at + kLongestUnknownLabel + 1);
  std::size_t end = at;
  while (end < stop && is_han(line[end].c)) ++end;
  const std::size_t colon = skip_hint(line, end);
  if (end < at + 2 || colon >= line.size() || !is_colon(line[colon].c)) return std::nullopt;
  return LabelMatch{{kOtherLabel}, colon};
}

class LineReader {
 public:
  LineReader(const Glyphs& line, const LabelBook& book, Separator separator)
      : line_(line), book_(book), separator_(separator) {}

  std::vector<LineField> run() {
    for (std::size_t at = 0; at < line_.size();) {
      auto field = field_at(at);
      if (!field) {
        ++at;
        continue;
      }
      if (!fields_.empty()) fields_.back().value_end = at;
      at = field->value_begin;
      fields_.push_back(std::move(*field));
    }
    if (!fields_.empty()) fields_.back().value_end = line_.size();
    return std::move(fields_);
  }

 private:
  std::optional<LineField> field_at(std::size_t at) const {
    const Gap gap = gap_before(line_, at);
    const bool column = gap >= Gap::wide;
    if (gap == Gap::none && !ends_value(line_[at - 1].c)) return std::nullopt;
    const std::size_t begin = gap == Gap::none ? at : skip_numbering(line_, at);
    auto match = book_.match(line_, begin);
    if (!match && column) match = unknown_label(line_, begin);
    if (!match) return std::nullopt;
    LineField field{match->wanted, begin, match->end, match->end, line_.size(), false};
    while (field.value_begin < line_.size() && is_colon(line_[field.value_begin].c)) {
      field.colon = true;
      ++field.value_begin;
    }
    if (!field.colon && !may_stand_without_colon(field, gap)) return std::nullopt;
    return field;
  }

  // Without a colon only the layout tells a label from a word of a sentence.
  bool may_stand_without_colon(const LineField& field, Gap before) const {
    if (separator_ == Separator::colon) return false;
    const bool listed = before == Gap::blank && !fields_.empty() && !fields_.back().colon;
    if (before < Gap::wide && !listed) return false;
    if (gap_before(line_, field.label_end) != Gap::none) return true;
    return is_value_start(line_[field.label_end].c);
  }

  const Glyphs& line_;
  const LabelBook& book_;
  Separator separator_;
  std::vector<LineField> fields_;
};

}  // namespace

std::vector<LineField> fields_in_line(const Glyphs& line, const LabelBook& book,
                                      Separator separator) {
  return LineReader(line, book, separator).run();
}

std::optional<LabelMatch> whole_label(const Glyphs& glyphs, const LabelBook& book) {
  const std::size_t begin = skip_numbering(glyphs, 0);
  if (begin >= glyphs.size()) return std::nullopt;
  auto match = book.match(glyphs, begin);
  if (!match) match = unknown_label(glyphs, begin);
  if (!match) return std::nullopt;
  std::size_t end = match->end;
  while (end < glyphs.size() && is_colon(glyphs[end].c)) ++end;
  if (end < glyphs.size()) return std::nullopt;
  match->end = end;
  return match;
}

}  // namespace biaoshen
