// The fields of a Word story: an instruction, which is never content, then a result, which is.
// Fields stand inside fields, so a text is content only where no instruction is open.
//
// Old form fields are drawn by Word from their properties: a check box is □ or ☑, a list is
// its chosen entry; no run holds that text. Tested by tests/readers/docx_reader_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "extractors/readers/docx/docx_tags.h"

namespace biaoshen {

class DocxFields {
 public:
  bool take(DocxMark mark, const XmlTag& tag);  // false where the mark is none of a field's
  bool is_content() const { return instructions_ == 0; }
  // What an old form field shows, at the end of the tag that described it; mostly nothing.
  std::string take_shown();
  // At the end of a paragraph. A field may go on, but not its instruction: where a result never
  // begins, the file is sloppy and the text after it must not vanish.
  void clear();

 private:
  enum class Form : std::uint8_t { none, check_box, list };
  void take_mark(const XmlTag& tag);

  std::vector<bool> open_;        // whether the result has begun
  std::size_t instructions_ = 0;  // open fields whose result has not
  Form form_ = Form::none;
  bool is_checked_ = false;
  std::int64_t choice_ = 0;
  std::vector<std::string> entries_;
};

}  // namespace biaoshen
