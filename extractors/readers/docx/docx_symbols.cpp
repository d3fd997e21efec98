#include "extractors/readers/docx/docx_symbols.h"

#include <cstdint>

namespace biaoshen {
namespace {

struct Symbol {
  std::string_view font;
  std::uint8_t code;
  char32_t shown;
};
constexpr Symbol kSymbols[] = {
    {"Wingdings", 0x6C, U'●'},   {"Wingdings", 0x6E, U'■'},   {"Wingdings", 0x6F, U'□'},
    {"Wingdings", 0xA1, U'○'},   {"Wingdings", 0xA8, U'□'},   {"Wingdings", 0xFB, U'✗'},
    {"Wingdings", 0xFC, U'✓'},   {"Wingdings", 0xFD, U'☒'},   {"Wingdings", 0xFE, U'☑'},
    {"Wingdings 2", 0x50, U'✓'}, {"Wingdings 2", 0x4F, U'✗'}, {"Wingdings 2", 0x51, U'☒'},
    {"Wingdings 2", 0x52, U'☑'}, {"Wingdings 2", 0x53, U'☒'}, {"Wingdings 2", 0x54, U'☒'},
    {"Wingdings 2", 0xA3, U'□'}, {"Symbol", 0x2D, U'−'},      {"Symbol", 0xA3, U'≤'},
    {"Symbol", 0xB0, U'°'},      {"Symbol", 0xB1, U'±'},      {"Symbol", 0xB3, U'≥'},
    {"Symbol", 0xB4, U'×'},      {"Symbol", 0xB7, U'•'},      {"Symbol", 0xB8, U'÷'},
};

}  // namespace

char32_t symbol_of(std::string_view font, char32_t code) {
  const bool is_private = code >= 0xE000 && code <= 0xF8FF;
  const char32_t low = is_private ? code & 0xFF : code;
  for (const Symbol& symbol : kSymbols) {
    if (symbol.font == font && symbol.code == low) return symbol.shown;
  }
  const bool is_character = code >= 0x20 && !(code >= 0xD800 && code <= 0xDFFF) && code < 0x110000;
  return is_private || !is_character ? U'\uFFFD' : code;
}

}  // namespace biaoshen
