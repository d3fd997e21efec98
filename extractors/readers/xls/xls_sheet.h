// Goes over the records of one worksheet of an Excel 5–2003 workbook and hands on its cells with
// what they show: strings, values as last computed (never formulas), dates by number format, the
// words in drawn shapes.
//
// It ignores the charts inside a sheet. Tested by tests/readers/xls_reader_test.cpp.
#pragma once

#include "extractors/readers/xls/xls_book.h"
#include "extractors/readers/xlsx/xlsx_pages.h"

namespace biaoshen {

class XlsSheet {
 public:
  XlsSheet(const XlsBook& book, XlsRecords& records, XlsxPages& pages)
      : book_(book), records_(records), pages_(pages) {}

  // The sheet that begins where `records` is. False where it breaks off.
  bool read();
  bool has_bad_values() const { return has_bad_values_; }

 private:
  void take(const XlsRecord& record);
  bool take_value(const XlsRecord& record);
  void take_formula(const XlsRecord& record);
  void take_many(const XlsRecord& record);
  void take_merged(const XlsRecord& record);
  void take_drawn_text(const XlsRecord& record);
  void cell(std::uint32_t row, std::uint32_t column, std::string_view text);
  void cell(const XlsRecord& record, std::string_view text);
  std::string shown(double value, std::uint32_t style) const;

  const XlsBook& book_;
  XlsRecords& records_;
  XlsxPages& pages_;
  std::uint32_t row_ = 0;                             // of the line being written
  XlsRecord formula_;                                 // that waits for its text
  std::uint32_t anchor_row_ = 0, anchor_column_ = 0;  // of the shape that comes next
  bool has_bad_values_ = false;
};

}  // namespace biaoshen
