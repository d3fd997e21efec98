// Labels with their values inside one line: 标准编号：T/CAS 290—2017  发布日期：…
// Several pairs may stand on a line; a value ends where the next label begins.
//
//   标准编号：T/CAS 290—2017 实施日期：2018-01-01    two fields
//   实施日期 2018年07月01日                          one: label at the start, then a blank
//   应当注明发布日期和实施日期                        none: no label begins here
//
// It refuses to look at other lines; text_fields does that.
//
// Tested by tests/finders/line_fields_test.cpp.
#pragma once

#include <vector>

#include "extractors/finders/glyphs.h"
#include "extractors/finders/label_book.h"

namespace biaoshen {

// All places are indexes of glyphs. A field without value has value_begin == value_end.
struct LineField {
  std::vector<std::size_t> wanted;
  std::size_t label_begin = 0, label_end = 0;
  std::size_t value_begin = 0, value_end = 0;
  bool colon = false;

  bool is_empty() const { return value_begin == value_end; }
};

// What may stand between label and value.
enum class Separator : unsigned char { colon, any };

// Fields in the order of the line, those of labels nobody asked for included.
std::vector<LineField> fields_in_line(const Glyphs& line, const LabelBook& book,
                                      Separator separator);

// The label that is all of these glyphs, with or without a colon.
std::optional<LabelMatch> whole_label(const Glyphs& glyphs, const LabelBook& book);

}  // namespace biaoshen
