// What the sheets of a workbook share: their order and names, the table of strings, the
// looks of number formats, the first day of its calendar, the pictures in cells.
//
// It refuses the phonetic spelling of strings: it is not what the cell says.
// Tested by tests/readers/xlsx_reader_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/readers/office/relations.h"
#include "extractors/readers/xlsx/xlsx_cell_images.h"
#include "extractors/readers/xlsx/xlsx_numbers.h"
#include "extractors/readers/xml_stream.h"

namespace biaoshen {

struct XlsxSheetName {
  std::string name, relation;
  bool is_hidden = false;
};

class XlsxOutline final : public XmlListener {  // workbook.xml
 public:
  const std::vector<XlsxSheetName>& sheets() const { return sheets_; }
  DayZero day_zero() const { return day_zero_; }

  void start(const XmlTag& tag) override;
  void end(const XmlTag&) override {}
  void text(std::string_view) override {}

 private:
  std::vector<XlsxSheetName> sheets_;
  DayZero day_zero_ = DayZero::in_1900;
};

class XlsxStrings final : public XmlListener {  // sharedStrings.xml
 public:
  std::size_t size() const { return ends_.size(); }
  std::string_view at(std::size_t index) const;  // index < size()

  void start(const XmlTag& tag) override;
  void end(const XmlTag& tag) override;
  void text(std::string_view piece) override;

 private:
  std::string all_;                // one after the other
  std::vector<std::size_t> ends_;  // where each ends in it
  int phonetic_ = 0;               // inside <rPh>
  bool in_text_ = false;
};

class XlsxLooks final : public XmlListener {  // styles.xml
 public:
  NumberLook at(std::size_t style) const {
    return style < looks_.size() ? looks_[style] : NumberLook::plain;
  }
  void start(const XmlTag& tag) override;
  void end(const XmlTag& tag) override;
  void text(std::string_view) override {}

 private:
  std::unordered_map<std::int64_t, NumberLook> custom_;
  std::vector<NumberLook> looks_;  // by cell style
  bool in_cell_styles_ = false;
};

struct XlsxBook {
  XlsxOutline outline;
  XlsxStrings strings;
  XlsxLooks looks;
  XlsxCellImages cell_images;
};

}  // namespace biaoshen
