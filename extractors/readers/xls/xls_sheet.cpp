#include "extractors/readers/xls/xls_sheet.h"

#include <array>
#include <bit>
#include <charconv>

#include "extractors/readers/xls/xls_strings.h"

namespace biaoshen {
namespace {

constexpr std::uint16_t kDrawing = 0x00EC;
constexpr std::string_view kAnchor("\x10\xF0\x12\x00\x00\x00", 6);  // of a shape: its head
constexpr std::uint64_t kMostDrawnText = 256 << 10;
constexpr std::size_t kHead = 6;  // row:u16 column:u16 style:u16

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count) {
  return static_cast<std::uint32_t>(number_at(bytes, at, count, ByteOrder::little));
}

double real(std::string_view bytes, std::size_t at) {
  return std::bit_cast<double>(number_at(bytes, at, 8, ByteOrder::little));
}

// Either 30 bits of a whole number or the upper 30 bits of a real one; maybe hundredths.
double packed(std::uint32_t bits) {
  const double value = (bits & 2) != 0
                           ? static_cast<double>(static_cast<std::int32_t>(bits) >> 2)
                           : std::bit_cast<double>(static_cast<std::uint64_t>(bits & ~3u) << 32);
  return (bits & 1) != 0 ? value / 100 : value;
}

std::string_view shown_error(std::uint32_t code) {
  switch (code) {
    case 0x00:
      return "#NULL!";
    case 0x07:
      return "#DIV/0!";
    case 0x0F:
      return "#VALUE!";
    case 0x17:
      return "#REF!";
    case 0x1D:
      return "#NAME?";
    case 0x24:
      return "#NUM!";
    default:
      return "#N/A";
  }
}

std::string_view shown_bool(std::uint32_t value) {
  return value == 0 ? "FALSE" : "TRUE";
}

}  // namespace

bool XlsSheet::read() {
  XlsRecord record;
  if (!records_.next(record) || record.kind != xls_record::kBegin) return false;
  int depth = 1;  // charts stand inside, from beginning to end
  while (records_.next(record)) {
    if (record.kind == xls_record::kBegin) ++depth;
    if (record.kind == xls_record::kEnd && --depth == 0) break;
    if (depth == 1) take(record);
  }
  pages_.end_row();
  return depth == 0;
}

void XlsSheet::take(const XlsRecord& record) {
  if (take_value(record)) return;
  switch (record.kind) {
    case xls_record::kFormula:
      take_formula(record);
      break;
    case xls_record::kFormulaText:
      if (!formula_.body.empty()) cell(formula_, book_.text(record.body));
      formula_.body.clear();
      break;
    case xls_record::kMulRk:
      take_many(record);
      break;
    case xls_record::kMerged:
      take_merged(record);
      break;
    case kDrawing:
      if (const std::size_t at = record.body.rfind(kAnchor); at != std::string::npos) {
        anchor_column_ = number(record.body, at + kAnchor.size() + 2, 2);
        anchor_row_ = number(record.body, at + kAnchor.size() + 6, 2);
      }
      break;
    case xls_record::kDrawnText:
      take_drawn_text(record);
      break;
    default:
      break;
  }
}

bool XlsSheet::take_value(const XlsRecord& record) {
  const std::string_view body = record.body;
  const std::uint32_t style = number(body, 4, 2);
  switch (record.kind) {
    case xls_record::kNumber:
      cell(record, shown(real(body, kHead), style));
      return true;
    case xls_record::kRk:
      cell(record, shown(packed(number(body, kHead, 4)), style));
      return true;
    case xls_record::kSharedText:
      if (const std::string* text = book_.string(number(body, kHead, 4))) {
        cell(record, *text);
      } else {
        has_bad_values_ = true;
      }
      return true;
    case xls_record::kText:
    case xls_record::kRichText:
      cell(record, book_.text(body.substr(std::min(body.size(), kHead))));
      return true;
    case xls_record::kBool:
      cell(record, number(body, 7, 1) != 0 ? shown_error(number(body, 6, 1))
                                           : shown_bool(number(body, 6, 1)));
      return true;
    default:
      return false;
  }
}

// Its last value: a number, or a mark for a text that follows, a truth or an error.
void XlsSheet::take_formula(const XlsRecord& record) {
  const std::string_view body = record.body;
  formula_.body.clear();
  if (number(body, kHead + 6, 2) != 0xFFFF) {
    cell(record, shown(real(body, kHead), number(body, 4, 2)));
    return;
  }
  const std::uint32_t kind = number(body, kHead, 1), value = number(body, kHead + 2, 1);
  if (kind == 0) formula_ = record;
  if (kind == 1) cell(record, shown_bool(value));
  if (kind == 2) cell(record, shown_error(value));
}

void XlsSheet::take_many(const XlsRecord& record) {
  const std::string_view body = record.body;
  const std::uint32_t row = number(body, 0, 2), first = number(body, 2, 2);
  for (std::uint32_t i = 0; 4 + (i + 1) * std::size_t{6} + 2 <= body.size(); ++i) {
    const std::size_t at = 4 + i * std::size_t{6};
    cell(row, first + i, shown(packed(number(body, at + 2, 4)), number(body, at, 2)));
  }
}

void XlsSheet::take_merged(const XlsRecord& record) {
  const std::string_view body = record.body;
  for (std::size_t at = 2; at + 8 <= body.size(); at += 8) {
    const XlsxRange range{number(body, at, 2), number(body, at + 4, 2), number(body, at + 2, 2),
                          number(body, at + 6, 2)};
    if (range.row <= range.last_row && range.column <= range.last_column) pages_.merge(range);
  }
}

void XlsSheet::take_drawn_text(const XlsRecord& record) {
  std::vector<std::string> bodies = records_.continued(kMostDrawnText);
  if (bodies.empty()) return;
  XlsTexts texts({}, std::move(bodies));
  const std::size_t letters = number(record.body, 10, 2);
  pages_.end_row();
  pages_.floating(anchor_row_, anchor_column_, texts.letters(letters, texts.number(1)));
}

void XlsSheet::cell(const XlsRecord& record, std::string_view text) {
  if (record.body.size() >= kHead) cell(number(record.body, 0, 2), number(record.body, 2, 2), text);
}

void XlsSheet::cell(std::uint32_t row, std::uint32_t column, std::string_view text) {
  if (row != row_) pages_.end_row();
  row_ = row;
  pages_.cell(row, column, text);
}

std::string XlsSheet::shown(double value, std::uint32_t style) const {
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
  return shown_number({text.data(), static_cast<std::size_t>(end.ptr - text.data())},
                      book_.look(style), book_.day_zero());
}

}  // namespace biaoshen
