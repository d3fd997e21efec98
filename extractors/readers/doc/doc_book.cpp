#include "extractors/readers/doc/doc_book.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostTable = 64 << 20;
constexpr std::uint64_t kMostRun = 4096;  // characters
constexpr std::size_t kFontName = 40;     // byte of a font's description

}  // namespace

DocBook::DocBook(const CompoundFile& file, const ByteSource& main, DocHeader header)
    : main_(main),
      header_(std::move(header)),
      tables_(file.stream(header_.table_stream)),
      data_(file.stream("Data")),
      pieces_(table(DocTable::pieces)),
      letters_(main, table(DocTable::letter_pages), DocFormatOf::letters),
      paragraphs_(main, table(DocTable::paragraph_pages), DocFormatOf::paragraphs),
      styles_(table(DocTable::styles)) {
  read_fonts();
}

std::string DocBook::table(DocTable table) const {
  const DocHeader::Area area = header_.area(table);
  if (tables_ == nullptr || area.size == 0) return {};
  return tables_->read(area.at, std::min<std::size_t>(area.size, kMostTable));
}

std::string DocBook::table_and_more(DocTable table, std::size_t most) const {
  const DocHeader::Area area = header_.area(table);
  return tables_ == nullptr || area.size == 0 ? std::string() : tables_->read(area.at, most);
}

// Their number, then each with its length in front.
void DocBook::read_fonts() {
  const std::string all = table(DocTable::fonts);
  const std::size_t count = number_at(all, 0, 2, ByteOrder::little);
  std::size_t at = 4;
  while (fonts_.size() < count && at < all.size()) {
    const std::size_t size = number_at(all, at, 1, ByteOrder::little) + 1;
    std::string name;
    for (std::size_t i = kFontName; i + 2 <= size; i += 2) {
      const auto unit = static_cast<char16_t>(number_at(all, at + i, 2, ByteOrder::little));
      if (unit == 0) break;
      append_utf8(name, unit);
    }
    fonts_.push_back(std::move(name));
    at += size;
  }
}

std::string DocBook::font(std::uint16_t index) const {
  return index < fonts_.size() ? fonts_[index] : std::string();
}

const DocLook& DocBook::letters_of(std::uint16_t style) {
  const auto known = looks_.find(style);
  return known != looks_.end() ? known->second
                               : looks_.emplace(style, styles_.letters(style)).first->second;
}

DocRun DocBook::run(std::uint32_t first, std::uint32_t last) {
  DocRun run;
  const DocPiece* piece = first < last ? pieces_.at(first) : nullptr;
  if (piece == nullptr) return run;
  run.at = piece->byte_of(first);
  run.width = piece->width;
  const DocFormat& paragraph = paragraphs_.at(run.at);
  const DocFormat& letters = letters_.at(run.at);
  std::uint64_t count =
      std::min(kMostRun, std::uint64_t{std::min(last, piece->range.last) - first});
  for (const DocFormat* format : {&paragraph, &letters}) {
    if (format->end > run.at)
      count = std::min(count, (format->end - run.at + run.width - 1) / run.width);
  }
  run.look = letters_of(paragraph.style);
  styles_.change(letters.changes, run.look);
  styles_.change(piece->changes, run.look);

  const std::string bytes = main_.read(run.at, static_cast<std::size_t>(count * run.width));
  for (std::size_t i = 0; i + run.width <= bytes.size(); i += run.width) {
    run.text += run.width == 1 ? from_latin(static_cast<unsigned char>(bytes[i]))
                               : static_cast<char16_t>(number_at(bytes, i, 2, ByteOrder::little));
  }
  return run;
}

DocParagraphLook DocBook::paragraph(std::uint32_t character) {
  const DocPiece* piece = pieces_.at(character);
  if (piece == nullptr) return {};
  const DocFormat& format = paragraphs_.at(piece->byte_of(character));
  DocParagraphLook look = styles_.paragraph(format.style);
  change(format.changes, data(), look);
  change(piece->changes, data(), look);
  return look;
}

}  // namespace biaoshen
