#include "extractors/readers/xlsx/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::uint32_t kMostRows = 1'048'576, kMostColumns = 16'384;

// Spreadsheets write characters that XML cannot hold as _xHHHH_; of these only the line end
// and the escaped underscore are met in practice.
std::string unescaped(std::string text) {
  if (text.find("_x") == std::string::npos) return text;
  return replace_all(replace_all(std::move(text), "_x000D_", ""), "_x005F_", "_");
}

bool is_hidden(const XmlTag& tag) {
  const std::string hidden = tag.value("hidden").value_or("0");
  return hidden == "1" || hidden == "true";
}

// A date that is stored as text, 2024-05-01T00:00:00.
std::string shown_date(std::string value) {
  if (value.ends_with("T00:00:00") || value.ends_with("T00:00:00Z")) value.resize(value.find('T'));
  return value;
}

}  // namespace

std::optional<XlsxSpot> parse_spot(std::string_view text) {
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; at < text.size() && at < 4 && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
    column = column * 26 + static_cast<std::uint32_t>(text[at] - 'A' + 1);
  }
  std::uint32_t row = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), row);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (row == 0 || row > kMostRows || column == 0 || column > kMostColumns) return std::nullopt;
  return XlsxSpot{row - 1, column - 1};
}

void XlsxSheet::start(const XmlTag& tag) {
  takes_text_ = false;
  if (tag.vocabulary() != Vocabulary::sheet) return;
  const std::string_view name = tag.name();
  if (name == "c") {
    start_cell(tag);
  } else if (name == "v" || name == "t") {
    takes_text_ = phonetic_ == 0;
  } else if (name == "row") {
    start_row(tag);
  } else if (name == "col") {
    take_column(tag);
  } else if (name == "rPh") {
    ++phonetic_;
  } else if (name == "mergeCell") {
    take_merged(tag);
  } else if (name == "drawing") {
    drawing_ = tag.value(Vocabulary::relations, "id").value_or("");
  }
}

void XlsxSheet::end(const XmlTag& tag) {
  takes_text_ = false;
  if (tag.vocabulary() != Vocabulary::sheet) return;
  if (tag.name() == "c") end_cell();
  if (tag.name() == "rPh") --phonetic_;
  if (tag.name() == "row") {
    pages_.end_row();
    ++next_.row;
  }
}

void XlsxSheet::text(std::string_view piece) {
  if (takes_text_) value_ += piece;
}

void XlsxSheet::start_row(const XmlTag& tag) {
  const std::int64_t row = number_of(tag.value("r"), 0);
  if (row >= 1 && row <= kMostRows) next_.row = static_cast<std::uint32_t>(row - 1);
  next_.column = 0;
  is_row_hidden_ = is_hidden(tag);
}

void XlsxSheet::take_column(const XmlTag& tag) {
  if (!is_hidden(tag) || ++hidden_ranges_ > kMostColumns) return;
  hidden_columns_.resize(kMostColumns);
  const std::int64_t last = std::min<std::int64_t>(number_of(tag.value("max"), 0), kMostColumns);
  for (std::int64_t i = std::max<std::int64_t>(number_of(tag.value("min"), 1), 1); i <= last; ++i) {
    hidden_columns_[static_cast<std::size_t>(i - 1)] = true;
  }
}

void XlsxSheet::start_cell(const XmlTag& tag) {
  spot_ = parse_spot(tag.value("r").value_or("")).value_or(next_);
  next_ = {spot_.row, std::min(spot_.column + 1, kMostColumns - 1)};
  kind_ = tag.value("t").value_or("n");
  style_ = static_cast<std::size_t>(std::max<std::int64_t>(number_of(tag.value("s"), 0), 0));
  value_.clear();
}

void XlsxSheet::end_cell() {
  const std::string value = std::exchange(value_, {});
  if (value.empty()) return;
  const bool is_column_hidden = !hidden_columns_.empty() && hidden_columns_[spot_.column];
  if (is_row_hidden_ || is_column_hidden) ++hidden_cells_;
  if (const PackageImage* image = book_.cell_images.shown_by(value)) {
    if (image->part.empty())
      has_bad_values_ = true;
    else
      pages_.image(*image);
  } else {
    pages_.cell(spot_.row, spot_.column, shown(value));
  }
}

std::string XlsxSheet::shown(const std::string& value) {
  if (kind_ == "s") return unescaped(shared_string(value));
  if (kind_ == "n") return shown_number(value, book_.looks.at(style_), book_.outline.day_zero());
  if (kind_ == "b") return value == "0" ? "FALSE" : "TRUE";
  if (kind_ == "d") return shown_date(value);
  return unescaped(value);  // str, inlineStr, e
}

std::string XlsxSheet::shared_string(const std::string& number) {
  std::size_t index = 0;
  const char* last = number.data() + number.size();
  const auto [end, error] = std::from_chars(number.data(), last, index);
  if (error != std::errc() || end != last || index >= book_.strings.size()) {
    has_bad_values_ = true;
    return {};
  }
  return std::string(book_.strings.at(index));
}

void XlsxSheet::take_merged(const XmlTag& tag) {
  const std::string range = tag.value("ref").value_or("");
  const std::vector<std::string_view> corners = split(range, ':');
  if (corners.size() != 2) return;
  const auto first = parse_spot(corners[0]), last = parse_spot(corners[1]);
  if (!first || !last || last->row < first->row || last->column < first->column) return;
  pages_.merge({first->row, first->column, last->row, last->column});
}

}  // namespace biaoshen
