// The tags of a Word story that mean something to the reader; all others are transparent:
// what they contain is read as if they were not there. Tested by
// tests/readers/docx_reader_test.cpp.
#pragma once

#include "extractors/readers/xml_stream.h"

namespace biaoshen {

enum class DocxMark : std::uint8_t {
  none,
  // pieces
  paragraph,
  run,
  text,
  table,
  row,
  cell,
  box,
  // signs inside a run
  tab,
  line_break,
  no_break_hyphen,
  symbol,
  field,
  image,
  vml_image,
  word_art,
  rendered_break,
  form_check_box,
  form_checked,
  form_default,
  form_list,
  form_choice,
  form_entry,
  // properties
  letter_properties,
  letter_property,
  run_style,
  paragraph_style,
  paragraph_properties,
  paragraph_property,
  grid_before,
  grid_span,
  vertical_merge,
  section,
  control,
  control_unfilled,
  // revisions, comments, what is elsewhere
  inserted,
  removed,
  comment,
  object,
  ole_object,
  chart,
  diagram,
  // never content
  old_properties,
  ruby_text,
  alternatives,
  choice,
  fallback,
};

DocxMark mark_of(const XmlTag& tag);

}  // namespace biaoshen
