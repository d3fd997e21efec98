#include "extractors/readers/doc/doc_looks.h"

#include <algorithm>

#include "extractors/readers/doc/doc_changes.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostStyles = 4096;
constexpr std::size_t kDeepest = 32;
constexpr std::uint16_t kNoBase = 0x0FFF;
constexpr std::size_t kMostElsewhere = 64 << 10;

std::uint16_t u16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(number_at(bytes, at, 2, ByteOrder::little));
}

// 0 and 1 say it, 0x80 and 0x81 ask for what the style has, or the opposite.
bool switched(std::string_view operand, bool of_style) {
  const std::uint32_t value = operand_number(operand, 1);
  if (value == 0x80) return of_style;
  if (value == 0x81) return !of_style;
  return value != 0;
}

void take_change(std::uint16_t code, std::string_view operand, bool was_hidden, DocLook& look) {
  using namespace doc_change;
  const bool is_on = operand_number(operand, 1) != 0;
  switch (code) {
    case kHidden:
      look.is_hidden = switched(operand, was_hidden);
      break;
    case kRemoved:
      look.is_removed = is_on;
      break;
    case kInserted:
      look.is_inserted = is_on;
      break;
    case kIsData:
      look.is_data = is_on;
      break;
    case kIsSpecial:
      look.is_special = is_on;
      break;
    case kIsEmbedded:
      look.is_embedded = is_on;
      break;
    case kSize:
      look.size = static_cast<float>(operand_number(operand, 2)) / 2;
      break;
    case kFont:
      look.font = static_cast<std::uint16_t>(operand_number(operand, 2));
      break;
    case kPicture:
      look.has_picture = true;
      look.picture = operand_number(operand, 4);
      break;
    case kSymbol:
      look.symbol_font = u16(operand, 0);
      look.symbol = u16(operand, 2);
      break;
    default:
      break;
  }
}

}  // namespace

// A description of the sheet, with its length in front, then the styles, with theirs.
DocStyles::DocStyles(std::string_view table) {
  const std::string_view sheet = slice(table, 2, u16(table, 0));
  const std::size_t fixed = u16(sheet, 2);
  table.remove_prefix(std::min(table.size(), 2 + sheet.size()));
  while (table.size() >= 2 && styles_.size() < kMostStyles) {
    const std::size_t size = u16(table, 0);
    styles_.push_back(parsed(slice(table, 2, size), fixed));
    table.remove_prefix(std::min(table.size(), 2 + size));
  }
}

// kind and base | how many lists of changes | … | the name, counted and ended by zero | lists,
// counted, each on an even byte: for paragraphs first their own, then their letters'.
DocStyles::Style DocStyles::parsed(std::string_view bytes, std::size_t fixed) {
  Style style;
  style.base = kNoBase;
  if (bytes.size() < 10) return style;
  style.base = u16(bytes, 2) >> 4;
  const bool is_paragraph = (u16(bytes, 2) & 15) == 1;
  const std::size_t count = u16(bytes, 4) & 15;
  std::size_t at = fixed + 2 + u16(bytes, fixed) * std::size_t{2} + 2;
  for (std::size_t i = 0; i < count && i < 2; ++i) {
    at += at % 2;
    const std::size_t size = u16(bytes, at);
    const std::string_view list = slice(bytes, at + 2, size);
    if (is_paragraph && i == 0) {
      style.paragraph = list.size() > 2 ? list.substr(2) : std::string_view();
    } else if (i == (is_paragraph ? 1u : 0u)) {
      style.letters = list;
    }
    at += 2 + size;
  }
  return style;
}

std::vector<const DocStyles::Style*> DocStyles::line_of(std::uint16_t style) const {
  std::vector<const Style*> line;
  while (style < styles_.size() && line.size() < kDeepest) {
    line.insert(line.begin(), &styles_[style]);
    style = styles_[style].base;
  }
  return line;
}

DocLook DocStyles::letters(std::uint16_t style) const {
  DocLook look;
  for (const Style* one : line_of(style)) change(one->letters, look);
  return look;
}

DocParagraphLook DocStyles::paragraph(std::uint16_t style) const {
  DocParagraphLook look;
  for (const Style* one : line_of(style)) biaoshen::change(one->paragraph, nullptr, look);
  look.style = style;
  return look;
}

void DocStyles::change(std::string_view changes, DocLook& look) const {
  const bool was_hidden = look.is_hidden;
  each_change(changes, [&](std::uint16_t code, std::string_view operand) {
    if (code != doc_change::kLetterStyle) {
      take_change(code, operand, was_hidden, look);
      return;
    }
    for (const Style* one : line_of(u16(operand, 0))) {
      each_change(one->letters, [&](std::uint16_t inner, std::string_view value) {
        take_change(inner, value, was_hidden, look);
      });
    }
  });
}

void change(std::string_view changes, const ByteSource* data, DocParagraphLook& look) {
  using namespace doc_change;
  each_change(changes, [&](std::uint16_t code, std::string_view operand) {
    const bool is_on = operand_number(operand, 1) != 0;
    switch (code) {
      case kParagraphStyle:
        look.style = u16(operand, 0);
        break;
      case kList:
        look.list = u16(operand, 0);
        break;
      case kLevel:
        look.level = static_cast<std::uint8_t>(operand_number(operand, 1));
        break;
      case kInTable:
        look.in_table = is_on;
        break;
      case kEndsRow:
        look.ends_row = is_on;
        break;
      case kBreakBefore:
        look.breaks_before = is_on;
        break;
      case kCells:
        look.cells = operand.substr(2);
        break;
      case kElsewhere:
      case kElsewhereOld:
        if (data != nullptr) {
          const std::uint32_t at = operand_number(operand, 4);
          const std::size_t size = u16(data->read(at, 2), 0);
          // Once: what stands there lies nowhere else again.
          change(data->read(at + std::uint64_t{2}, std::min(size, kMostElsewhere)), nullptr, look);
        }
        break;
      default:
        break;
    }
  });
}

}  // namespace biaoshen
