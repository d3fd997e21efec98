#include "extractors/finders/text_fields.h"

#include <algorithm>
#include <variant>

#include "extractors/dates/date_grammar.h"
#include "extractors/finders/firmness.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostWrappedLines = 6;

struct PrintedLine {
  Glyphs glyphs;
  std::vector<LineField> fields;
  Box box;  // empty where the page has no geometry
};

PrintedLine printed_line(const Page& page, TextRange range, const LabelBook& book,
                         Separator separator) {
  PrintedLine line{glyphs_of(page, range.first, range.second), {}, {}};
  line.fields = fields_in_line(line.glyphs, book, separator);
  const Place place = page.place_of(range.first, range.second);
  if (const auto* at = std::get_if<OnPage>(&place)) line.box = at->box;
  return line;
}

TextRange bytes_of(const Glyphs& glyphs, std::size_t begin, std::size_t end) {
  if (begin >= end) return {0, 0};
  return {glyphs[begin].begin, glyphs[end - 1].end};
}

// （盖章） alone, or 一、基本信息: what stands below an empty field.
bool is_heading_or_hint(const Glyphs& glyphs) {
  if (skip_hint(glyphs, 0) == glyphs.size()) return true;
  const std::size_t begin = skip_numbering(glyphs, 0);
  if (begin == 0) return false;
  const char32_t last = glyphs[begin - 1].c;
  return last == U'、' || last == ')' || last == '.';
}

// Whether `below` can belong to what stands on `above`: no label of its own, and
// not far away.
bool may_continue(const PrintedLine& above, const PrintedLine& below) {
  if (below.glyphs.empty() || is_heading_or_hint(below.glyphs)) return false;
  for (const LineField& field : below.fields) {
    if (field.label_begin == 0 || skip_numbering(below.glyphs, 0) == field.label_begin)
      return false;
  }
  const float letter = height(above.box);
  return letter <= 0 || below.box.top - above.box.bottom < 2.5F * letter;
}

class LinesReader {
 public:
  LinesReader(const Page& page, const std::vector<TextRange>& ranges, const LabelBook& book)
      : page_(page) {
    for (const TextRange& range : ranges) {
      lines_.push_back(printed_line(page, range, book, Separator::any));
      right_ = std::max(right_, lines_.back().box.right);
    }
  }

  std::vector<Field> run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_head(i)) {
        read_head(i);
        continue;
      }
      for (const LineField& field : lines_[i].fields) read(i, field);
    }
    return std::move(fields_);
  }

 private:
  TextRange label_of(std::size_t i, const LineField& field) const {
    return bytes_of(lines_[i].glyphs, field.label_begin, field.label_end);
  }

  void read(std::size_t i, const LineField& field) {
    TextRange value = bytes_of(lines_[i].glyphs, field.value_begin, field.value_end);
    const bool last = &field == &lines_[i].fields.back();
    if (field.is_empty() && last && lines_[i].fields.size() == 1) {
      const bool alone = skip_numbering(lines_[i].glyphs, 0) >= field.label_begin;
      if (alone && i + 1 < lines_.size() && may_continue(lines_[i], lines_[i + 1])) {
        value = wrapped(i + 1, whole(i + 1), 0);
      }
    } else if (!field.is_empty() && last) {
      value = wrapped(i, value, field.label_end);
    }
    add_fields(fields_, field.wanted, label_of(i, field), value);
  }

  TextRange whole(std::size_t i) const {
    const PrintedLine& line = lines_[i];
    const std::size_t end = line.fields.empty() ? line.glyphs.size() : line.fields[0].label_begin;
    return bytes_of(line.glyphs, 0, end);
  }

  // Adds the lines that a value runs on to: lines that hang below the value, or
  // that follow a line filled up to the right edge. Needs geometry.
  TextRange wrapped(std::size_t i, TextRange value, std::size_t label_end) const {
    const Place place = page_.place_of(value.first, value.second);
    const auto* at = std::get_if<OnPage>(&place);
    if (at == nullptr) return value;
    for (std::size_t next = i + 1; next < lines_.size() && next - i <= kMostWrappedLines; ++next) {
      const PrintedLine& above = lines_[next - 1];
      const PrintedLine& below = lines_[next];
      const float letter = height(above.box);
      const bool full = above.box.right > right_ - 2 * letter;
      const bool hangs = label_end > 0 && below.box.left > at->box.left - letter;
      if (!may_continue(above, below) || !below.fields.empty() || !(full || hangs)) break;
      if (is_day(below) || is_page_number(below)) break;  // no part of the name above
      value.second = bytes_of(below.glyphs, 0, below.glyphs.size()).second;
    }
    return value;
  }

  bool is_day(const PrintedLine& line) const {
    const auto [begin, end] = bytes_of(line.glyphs, 0, line.glyphs.size());
    return parse_chinese_date(std::string_view(page_.text).substr(begin, end - begin)).has_value();
  }

  // 1, - 12 -, 第 3 页
  bool is_page_number(const PrintedLine& line) const {
    const auto [begin, end] = bytes_of(line.glyphs, 0, line.glyphs.size());
    std::string text = bare(std::string_view(page_.text).substr(begin, end - begin));
    for (const char* mark : {"-", "—", "第", "页"}) text = replace_all(std::move(text), mark, "");
    return !text.empty() && text.size() <= 3 &&
           text.find_first_not_of("0123456789") == std::string::npos;
  }

  // A line of column heads: several labels, and neither colons nor values.
  bool is_head(std::size_t i) const {
    const auto& fields = lines_[i].fields;
    return fields.size() > 1 && std::all_of(fields.begin(), fields.end(), [](const LineField& f) {
             return f.is_empty() && !f.colon;
           });
  }

  // Column by column: only where the next line has as many columns.
  void read_head(std::size_t i) {
    std::vector<TextRange> columns;
    if (i + 1 < lines_.size() && may_continue(lines_[i], lines_[i + 1])) {
      columns = columns_of(lines_[i + 1].glyphs);
    }
    const auto& fields = lines_[i].fields;
    if (columns.size() != fields.size()) columns.assign(fields.size(), {0, 0});
    for (std::size_t k = 0; k < fields.size(); ++k) {
      add_fields(fields_, fields[k].wanted, label_of(i, fields[k]), columns[k]);
    }
  }

  static std::vector<TextRange> columns_of(const Glyphs& glyphs) {
    std::vector<TextRange> columns;
    for (std::size_t at = 0; at < glyphs.size(); ++at) {
      if (at == 0 || glyphs[at].gap >= Gap::wide) columns.emplace_back(glyphs[at].begin, 0);
      columns.back().second = glyphs[at].end;
    }
    return columns;
  }

  const Page& page_;
  std::vector<PrintedLine> lines_;
  std::vector<Field> fields_;
  float right_ = 0;  // right edge of the text
};

}  // namespace

std::vector<Field> fields_in_lines(const Page& page, const std::vector<TextRange>& lines,
                                   const LabelBook& book) {
  return LinesReader(page, lines, book).run();
}

Separator separator_in_cells(const Page& page) {
  // The ruling between label and value may not have been seen in a picture.
  return has_recognised_words(page) ? Separator::any : Separator::colon;
}

std::vector<Field> fields_in_cell(const Page& page, const GridCell& cell, const LabelBook& book,
                                  Separator separator) {
  struct Open {
    std::vector<std::size_t> wanted;
    TextRange label, value;
  };
  std::vector<Open> open;
  for (const TextRange& range : lines_between(page, cell.begin, cell.end)) {
    const Glyphs glyphs = glyphs_of(page, range.first, range.second);
    if (glyphs.empty()) continue;
    auto fields = fields_in_line(glyphs, book, separator);
    if (auto label = fields.empty() ? whole_label(glyphs, book) : std::nullopt) {
      fields.push_back(
          {label->wanted, skip_numbering(glyphs, 0), label->end, label->end, label->end, false});
    }
    if (!open.empty() && (fields.empty() || fields[0].label_begin > skip_numbering(glyphs, 0))) {
      const std::size_t end = fields.empty() ? glyphs.size() : fields[0].label_begin;
      TextRange& value = open.back().value;
      if (value.first == value.second) value.first = glyphs[0].begin;
      value.second = glyphs[end - 1].end;
    }
    for (const LineField& field : fields) {
      open.push_back({field.wanted, bytes_of(glyphs, field.label_begin, field.label_end),
                      bytes_of(glyphs, field.value_begin, field.value_end)});
    }
  }
  std::vector<Field> found;
  for (const Open& field : open) add_fields(found, field.wanted, field.label, field.value);
  return found;
}

void add_fields(std::vector<Field>& fields, const std::vector<std::size_t>& wanted, TextRange label,
                TextRange value) {
  for (std::size_t piece = 0; piece < wanted.size(); ++piece) {
    if (wanted[piece] == kOtherLabel) continue;
    fields.push_back({wanted[piece], piece, wanted.size(), label.first, label.second, value.first,
                      value.second});
  }
}

}  // namespace biaoshen
