#include "extractors/readers/doc/doc_sections.h"

#include <string>

#include "extractors/readers/doc/doc_changes.h"

namespace biaoshen {
namespace {

constexpr std::size_t kDescriptor = 12;
constexpr std::size_t kMostSections = 10'000;
constexpr float kPoint = 20;  // units of lengths
constexpr std::uint32_t kGoesOn = 0;
constexpr std::uint32_t kNoChanges = 0xFFFFFFFF;

DocxSection section_of(const std::string& changes) {
  DocxSection section{612, 792, true};  // where the file does not say
  each_change(changes, [&](std::uint16_t code, std::string_view operand) {
    const std::uint32_t value = operand_number(operand, 2);
    if (code == doc_change::kPageWidth) section.width = static_cast<float>(value) / kPoint;
    if (code == doc_change::kPageHeight) section.height = static_cast<float>(value) / kPoint;
    if (code == doc_change::kSectionBegins)
      section.begins_page = operand_number(operand, 1) != kGoesOn;
  });
  return section;
}

}  // namespace

DocSections read_doc_sections(const DocBook& book) {
  DocSections sections;
  const std::string table = book.table(DocTable::sections);
  const auto number = [&](std::size_t at) {
    return static_cast<std::uint32_t>(number_at(table, at, 4, ByteOrder::little));
  };
  const std::size_t count = table.size() < 4 ? 0 : (table.size() - 4) / (4 + kDescriptor);
  for (std::size_t i = 0; i < count && i < kMostSections; ++i) {
    const std::uint32_t at = number((count + 1) * 4 + i * kDescriptor + 2);
    std::string changes;
    if (at != kNoChanges) {
      const std::string size = book.main().read(at, 2);
      changes = book.main().read(at + std::uint64_t{2}, number_at(size, 0, 2, ByteOrder::little));
    }
    sections.all.push_back(section_of(changes));
    sections.ends.insert(number((i + 1) * 4));
  }
  return sections;
}

}  // namespace biaoshen
