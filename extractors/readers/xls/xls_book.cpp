#include "extractors/readers/xls/xls_book.h"

#include <algorithm>
#include <utility>

#include "extractors/readers/code_page.h"
#include "extractors/readers/xls/xls_strings.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostSheets = 10'000, kMostStyles = 65'536;
constexpr std::uint32_t kExcel5 = 0x0500, kExcel97 = 0x0600;
constexpr std::uint32_t kDrawings = 0x00EB;
constexpr std::string_view kListedPicture("\x07\xF0", 2);

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count) {
  return static_cast<std::uint32_t>(number_at(bytes, at, count, ByteOrder::little));
}

}  // namespace

XlsBook::XlsBook(XlsRecords& records, const Limits& limits) : budget_(limits.xml_part) {
  XlsRecord record;
  if (!records.next(record) || record.kind != xls_record::kBegin) return;
  const std::uint32_t version = number(record.body, 0, 2);
  is_unicode_ = version == kExcel97;
  is_known_ = is_unicode_ || version == kExcel5;
  while (is_known_ && !is_encrypted_ && records.next(record) && record.kind != xls_record::kEnd)
    take(record, records);
}

void XlsBook::take(const XlsRecord& record, XlsRecords& records) {
  switch (record.kind) {
    case xls_record::kFilePass:
      is_encrypted_ = true;
      break;
    case xls_record::kCodePage:
      code_page_ = number(record.body, 0, 2);
      break;
    case xls_record::kDateMode:
      if (number(record.body, 0, 2) != 0) day_zero_ = DayZero::in_1904;
      break;
    case xls_record::kSheet:
      take_sheet(record.body);
      break;
    case xls_record::kFormat:
    case xls_record::kOldFormat:
      take_format(record.body);
      break;
    case xls_record::kLook:
      if (styles_.size() < kMostStyles) styles_.push_back(number(record.body, 2, 2));
      break;
    case xls_record::kStrings:
      take_strings(record, records);
      break;
    case kDrawings:
      has_pictures_ = has_pictures_ || contains(record.body, kListedPicture);
      break;
    default:
      break;
  }
}

// at:u32 state:u8 kind:u8 name, with a byte for its length
void XlsBook::take_sheet(std::string_view body) {
  if (body.size() < 7 || sheets_.size() >= kMostSheets) return;
  XlsSheetPlace sheet;
  sheet.at = number(body, 0, 4);
  sheet.is_hidden = (number(body, 4, 1) & 3) != 0;
  sheet.has_cells = number(body, 5, 1) == 0;
  sheet.name = text(body.substr(6), 1);
  sheets_.push_back(std::move(sheet));
}

void XlsBook::take_format(std::string_view body) {
  if (body.size() < 3 || formats_.size() >= kMostStyles) return;
  formats_[number(body, 0, 2)] = look_of_code(text(body.substr(2), is_unicode_ ? 2 : 1));
}

void XlsBook::take_strings(const XlsRecord& record, XlsRecords& records) {
  XlsTexts texts(record.body, records.continued(budget_));
  texts.number(4);  // how often they are used
  const std::uint32_t count = texts.number(4);
  std::uint64_t held = 0;
  while (strings_.size() < count && !texts.is_over()) {
    strings_.push_back(texts.text());
    held += strings_.back().size() + sizeof(std::string);
    if (held > 2 * budget_) break;
  }
  is_cut_ = strings_.size() < count;
}

std::string XlsBook::text(std::string_view bytes, std::size_t count) const {
  const std::uint32_t letters = number(bytes, 0, count);
  if (is_unicode_) {
    XlsTexts texts(std::string(bytes.substr(std::min(bytes.size(), count))), {});
    return texts.letters(letters, texts.number(1));
  }
  std::string text;
  for (const char32_t c : decoded(slice(bytes, count, letters), encoding_of_code_page(code_page_)))
    append_utf8(text, c);
  return text;
}

NumberLook XlsBook::look(std::uint32_t style) const {
  if (style >= styles_.size()) return NumberLook::plain;
  const auto custom = formats_.find(styles_[style]);
  return custom == formats_.end() ? look_of_built_in(styles_[style]) : custom->second;
}

const std::string* XlsBook::string(std::uint32_t index) const {
  return index < strings_.size() ? &strings_[index] : nullptr;
}

}  // namespace biaoshen
