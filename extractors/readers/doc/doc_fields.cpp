#include "extractors/readers/doc/doc_fields.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostOpen = 1000;
constexpr std::size_t kMostRecord = 64 << 10;
constexpr std::uint64_t kFormField = 0xFFFFFFFF;
constexpr std::uint64_t kCheckBox = 1, kList = 2;
constexpr std::uint64_t kByDefault = 25;  // instead of a choice

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t count) {
  return number_at(bytes, at, count, ByteOrder::little);
}

// Past a text: its number of characters, these, and a zero.
std::size_t after_text(std::string_view bytes, std::size_t at) {
  return at + 2 + number(bytes, at, 2) * 2 + 2;
}

// Entries: a mark, their number, bytes beside each, then each with its number of characters.
std::string entry_of(std::string_view bytes, std::size_t at, std::uint64_t choice) {
  if (number(bytes, at, 2) != 0xFFFF) return {};
  const std::uint64_t count = number(bytes, at + 2, 2);
  if (choice >= count) return {};
  at += 6;
  for (std::uint64_t i = 0; i < choice && at < bytes.size(); ++i)
    at += 2 + number(bytes, at, 2) * 2;
  std::string entry;
  const std::uint64_t letters = number(bytes, at, 2);
  for (std::uint64_t i = 0; i < letters && at + 4 + i * 2 <= bytes.size(); ++i)
    append_utf8(entry, static_cast<char32_t>(number(bytes, at + 2 + i * 2, 2)));
  return entry;
}

// Form fields begin with a mark, links do not.
// mark:u32 bits:u16 (kind 2 bits, choice 5) letters:u16 size:u16 name default:u16
// format, help, status, macros (2) entries
std::string shown_by(std::string_view record) {
  if (number(record, 0, 4) != kFormField) return {};
  const std::uint64_t bits = number(record, 4, 2), kind = bits & 3;
  std::uint64_t choice = bits >> 2 & 31;
  std::size_t at = after_text(record, 10);
  if (kind != kCheckBox && kind != kList) return {};
  if (choice == kByDefault) choice = number(record, at, 2);
  if (kind == kCheckBox) return choice == 1 ? "☑" : "□";
  at += 2;
  for (int text = 0; text < 5; ++text) at = after_text(record, at);
  return entry_of(record, at, choice);
}

}  // namespace

void DocFields::begin() {
  if (open_.size() == kMostOpen) return;
  open_.emplace_back();
  ++instructions_;
}

void DocFields::separate() {
  if (open_.empty() || std::exchange(open_.back().has_result, true)) return;
  --instructions_;
}

std::string DocFields::end() {
  if (open_.empty()) return {};
  separate();
  std::string shown = std::move(open_.back().shown);
  open_.pop_back();
  return is_content() ? shown : std::string();
}

void DocFields::take_form(const ByteSource& data, std::uint32_t at) {
  if (open_.empty()) return;
  const std::string head = data.read(at, 6);
  const std::size_t size = std::min<std::size_t>(number(head, 0, 4), kMostRecord);
  const std::size_t skip = number(head, 4, 2);
  if (size > skip) open_.back().shown = shown_by(data.read(at + skip, size - skip));
}

}  // namespace biaoshen
