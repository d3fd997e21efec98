#include "extractors/readers/docx/docx_blocks.h"

namespace biaoshen {
namespace {

// Shows `visit` every paragraph of the blocks, with its boxes and inner tables.
template <typename Visit>
void walk(const std::vector<DocxBlock>& blocks, const Visit& visit);

template <typename Visit>
void walk(const DocxRow& row, const Visit& visit) {
  for (const DocxCell& cell : row.cells) walk(cell.blocks, visit);
}

template <typename Visit>
void walk(const std::vector<DocxBlock>& blocks, const Visit& visit) {
  for (const DocxBlock& block : blocks) {
    if (const auto* paragraph = std::get_if<DocxParagraph>(&block.value)) {
      visit(*paragraph);
      walk(paragraph->boxes, visit);
    } else {
      for (const DocxRow& row : std::get<DocxTable>(block.value).rows) walk(row, visit);
    }
  }
}

}  // namespace

std::string plain_text(const DocxBlock& block) {
  std::string text;
  const auto add = [&](const DocxParagraph& paragraph) {
    text += paragraph.label + paragraph.text + '\n';
  };
  if (const auto* paragraph = std::get_if<DocxParagraph>(&block.value)) {
    add(*paragraph);
    walk(paragraph->boxes, add);
  } else {
    for (const DocxRow& row : std::get<DocxTable>(block.value).rows) walk(row, add);
  }
  return text;
}

std::size_t text_bytes(const DocxRow& row) {
  std::size_t bytes = row.cells.size() + 1;
  walk(row, [&](const DocxParagraph& paragraph) {
    bytes += paragraph.label.size() + paragraph.text.size() + 1;
  });
  return bytes;
}

}  // namespace biaoshen
