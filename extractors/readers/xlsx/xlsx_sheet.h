// Listens to the XML of one worksheet and hands on its cells with what they show: shared and
// inline strings, values as last computed (never formulas), dates by number format.
//
// Cells in hidden rows and columns are read like others, and counted.
//
// It ignores the dimension a sheet states about itself and cells without value.
// Tested by tests/readers/xlsx_reader_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/xlsx/xlsx_book.h"
#include "extractors/readers/xlsx/xlsx_pages.h"

namespace biaoshen {

// "B12" as row 11, column 1; nothing where it is no cell of a sheet.
struct XlsxSpot {
  std::uint32_t row = 0, column = 0;  // from 0
};
std::optional<XlsxSpot> parse_spot(std::string_view text);

class XlsxSheet final : public XmlListener {
 public:
  XlsxSheet(const XlsxBook& book, XlsxPages& pages) : book_(book), pages_(pages) {}

  const std::string& drawing() const { return drawing_; }  // relation of its drawing; may be empty
  bool has_bad_values() const { return has_bad_values_; }
  std::size_t hidden_cells() const { return hidden_cells_; }  // with a value

  void start(const XmlTag& tag) override;
  void end(const XmlTag& tag) override;
  void text(std::string_view piece) override;
  void finish() { pages_.end_row(); }

 private:
  void start_row(const XmlTag& tag);
  void start_cell(const XmlTag& tag);
  void end_cell();
  void take_column(const XmlTag& tag);
  void take_merged(const XmlTag& tag);
  std::string shown(const std::string& value);
  std::string shared_string(const std::string& number);

  const XlsxBook& book_;
  XlsxPages& pages_;
  std::string drawing_;
  XlsxSpot next_;          // where a cell without a name stands
  XlsxSpot spot_;          // of the open cell
  std::string kind_;       // its t="…"
  std::size_t style_ = 0;  // its s="…"
  std::string value_;      // of its <v> or <is>
  int phonetic_ = 0;       // inside <rPh>
  bool takes_text_ = false, has_bad_values_ = false;
  bool is_row_hidden_ = false;
  std::vector<bool> hidden_columns_;  // empty where there is none
  std::size_t hidden_ranges_ = 0;
  std::size_t hidden_cells_ = 0;
};

}  // namespace biaoshen
