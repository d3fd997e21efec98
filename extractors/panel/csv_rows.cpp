#include "extractors/panel/csv_rows.h"

#include <algorithm>

namespace biaoshen {
namespace {

class Cursor {
 public:
  Cursor(std::string_view text, std::string_view separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }
  std::size_t at() const { return at_; }
  bool take(std::string_view what) {
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }

  std::string cell() {
    std::string value;
    if (take("\"")) value = quoted();
    const std::size_t end =
        std::min({text_.find(separator_, at_), text_.find('\n', at_), text_.size()});
    value += text_.substr(at_, end - at_);
    at_ = end;
    return value;
  }

 private:
  // Behind the opening quote; goes behind the closing one.
  std::string quoted() {
    std::string value;
    while (!at_end()) {
      const std::size_t end = std::min(text_.find('"', at_), text_.size());
      value += text_.substr(at_, end - at_);
      at_ = end;
      if (!take("\"")) break;
      if (!take("\"")) break;
      value += '"';
    }
    return value;
  }

  std::string_view text_, separator_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<CsvRow> csv_rows(std::string_view text, std::string_view separator) {
  std::vector<CsvRow> rows;
  Cursor cursor(text, separator);
  while (!cursor.at_end()) {
    CsvRow row;
    row.begin = cursor.at();
    row.cells.push_back(cursor.cell());
    while (cursor.take(separator)) row.cells.push_back(cursor.cell());
    row.end = cursor.at();
    cursor.take("\n");
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace biaoshen
