// What is filled into the fields of a page's form. A field that the page draws is read from the
// page like any print; here are the others: values without an appearance of their own, or with one
// that every viewer draws anew, and the boxes to be ticked, whose ticks are mere drawings.
//
// Fields that a viewer hides have no value here, nor have passwords. Text of a watermark annotation
// is no content. Tested by tests/readers/pdf_form_test.cpp.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "extractors/readers/pdf/pdf_walk.h"

class Annot;
class Object;

namespace biaoshen {

struct FieldValue {
  Box box;           // of the field on the page
  std::string text;  // ☑ or ☐ for a box to be ticked
  float size = 0;    // of its letters in points; 0: as large as fits
  bool is_mark = false;
};

class PageFields {
 public:
  PageFields(PDFDoc& document, int page);

  // Whether the annotation is to be drawn with the page. Asked once for each.
  bool shows(Annot& annotation);

  const std::vector<FieldValue>& values() const { return values_; }
  const std::set<std::string>& watermarks() const { return watermarks_; }  // words, may be empty

 private:
  bool shows_field(const Object& widget, const Box& box);
  Box on_page(const Annot& annotation) const;

  bool is_drawn_anew_ = false;  // NeedAppearances
  double to_page_[6] = {1, 0, 0, 1, 0, 0};
  std::vector<FieldValue> values_;
  std::set<std::string> watermarks_;
};

// The values that the letters of the page do not show, as words within their boxes. A printed box
// under one to be ticked gives way to it: its fate is `replaced`.
std::vector<PrintedWord> words_of(const std::vector<FieldValue>& values,
                                  std::vector<PrintedGlyph>& glyphs);

}  // namespace biaoshen
