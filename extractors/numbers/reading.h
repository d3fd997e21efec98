// A standard number while it is being read, and the parts that all classes have
// in common: sequence, year and suffix.
// Tested through tests/numbers/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extractors/numbers/cursor.h"
#include "extractors/numbers/number_grammar.h"
#include "pipeline/model/standard_number.h"

namespace biaoshen {

struct Reading {
  StandardNumber number;
  std::string head;             // what stands before the sequence: GB/T, DB11/, T/CAS
  std::string joint = " ";      // between head and sequence
  std::string edition;          // suffix that belongs to the key, as in the key
  std::string edition_display;  // the same for people
  std::size_t begin = 0, head_end = 0, end = 0;
  bool colon = false;        // the year follows a colon
  bool weak = false;         // counts only where a standard is named
  bool is_template = false;  // its year is a placeholder: no number at all
};

void mark_uncertain(Reading& reading, std::string_view doubt);
void mark_repaired(Reading& reading, std::string_view doubt);

// What a sequence may hold besides digits with dots.
struct SequenceShape {
  bool lead_letters = false;  // F20, T7001
  bool trail_letter = false;  // 0001S
  bool hyphens = false;       // 15-30
  bool slash = false;         // F80/1
};

// Reads sequence, year and suffix after the head and ends the reading; false where there is no
// number.
bool read_tail(Cursor& cursor, Reading& reading, const SequenceShape& shape, NumberContext context);

// The pieces of read_tail.
bool read_sequence(Cursor& cursor, std::string& sequence, const SequenceShape& shape);
void read_year(Cursor& cursor, Reading& reading, NumberContext context);
void read_suffix(Cursor& cursor, Reading& reading);

// A year that a standard can have.
bool is_likely_year(std::string_view digits);

// Sets display and key from the parts.
void compose(Reading& reading);

}  // namespace biaoshen
