// The fields of a Word 97–2003 story: a begin mark, an instruction, which is never content, mostly
// a separating mark and a result, which is, an end mark. Fields stand inside fields.
//
// Old form fields hold what they show in a record beside the text: a check box is □ or ☑, a
// list its chosen entry. Tested by tests/readers/doc_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

class DocFields {
 public:
  void begin();
  void separate();
  // What an old form field shows beside its result; mostly nothing.
  std::string end();
  bool is_content() const { return instructions_ == 0; }
  // The record of the innermost open field, at a byte of `data`.
  void take_form(const ByteSource& data, std::uint32_t at);

 private:
  struct Field {
    bool has_result = false;
    std::string shown;
  };
  std::vector<Field> open_;
  std::size_t instructions_ = 0;  // fields open before their separating mark
};

}  // namespace biaoshen
