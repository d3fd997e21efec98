// What the sheets of an Excel 5–2003 workbook share: their names and places in the stream, the
// table of strings, the looks of number formats, the first day of its calendar.
//
// It refuses more strings than a budget. Tested by tests/readers/xls_reader_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/xls/xls_records.h"
#include "extractors/readers/xlsx/xlsx_numbers.h"
#include "pipeline/contracts.h"

namespace biaoshen {

struct XlsSheetPlace {
  std::string name;
  std::uint32_t at = 0;  // byte of the stream
  bool is_hidden = false;
  bool has_cells = true;  // no chart and no program
};

class XlsBook {
 public:
  XlsBook(XlsRecords& records, const Limits& limits);

  bool is_known() const { return is_known_; }  // Excel 5 or later
  bool is_encrypted() const { return is_encrypted_; }
  bool is_cut() const { return is_cut_; }  // strings over the budget
  bool has_pictures() const { return has_pictures_; }
  const std::vector<XlsSheetPlace>& sheets() const { return sheets_; }
  DayZero day_zero() const { return day_zero_; }
  NumberLook look(std::uint32_t style) const;
  // Null where there is no such string.
  const std::string* string(std::uint32_t index) const;
  // A text with its head, of which the first number has `count` bytes.
  std::string text(std::string_view bytes, std::size_t count = 2) const;

 private:
  void take(const XlsRecord& record, XlsRecords& records);
  void take_strings(const XlsRecord& record, XlsRecords& records);
  void take_sheet(std::string_view body);
  void take_format(std::string_view body);

  std::uint64_t budget_;
  bool is_known_ = false, is_unicode_ = false, is_encrypted_ = false, is_cut_ = false;
  bool has_pictures_ = false;
  std::uint32_t code_page_ = 1252;
  DayZero day_zero_ = DayZero::in_1900;
  std::vector<XlsSheetPlace> sheets_;
  std::vector<std::string> strings_;
  std::map<std::uint32_t, NumberLook> formats_;
  std::vector<std::uint32_t> styles_;  // the format of each
};

}  // namespace biaoshen
