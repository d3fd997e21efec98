#include "extractors/readers/xlsx/xlsx_drawing.h"

#include <algorithm>

namespace biaoshen {
namespace {

constexpr std::size_t kMostWords = 64 << 10;  // bytes of one shape
constexpr std::int64_t kMostRows = 1'048'576, kMostColumns = 16'384;

std::uint32_t clamped(const std::string& number, std::int64_t most) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(number_of(number, 0), 0, most - 1));
}

}  // namespace

void XlsxDrawing::start(const XmlTag& tag) {
  takes_ = Takes::nothing;
  if (tag.vocabulary() == Vocabulary::drawing) {
    if (tag.name() == "t") takes_ = Takes::words;
    if (tag.name() == "blip") {
      const auto image =
          images_.look_at(relations_, tag.value(Vocabulary::relations, "embed").value_or(""));
      if (image) pages_.image(*image);
    }
    return;
  }
  if (tag.is(Vocabulary::other, "chart")) take_drawn(tag, "id");
  if (tag.is(Vocabulary::other, "relIds")) take_drawn(tag, "dm");
  if (tag.vocabulary() != Vocabulary::sheet_drawing) return;
  if (tag.name() == "from") in_from_ = true;
  if (in_from_ && tag.name() == "row") takes_ = Takes::row;
  if (in_from_ && tag.name() == "col") takes_ = Takes::column;
  number_.clear();
}

void XlsxDrawing::take_drawn(const XmlTag& tag, std::string_view relation) {
  const auto id = tag.value(Vocabulary::relations, relation);
  if (!id) return;
  for (const std::string& line : drawn_text_.lines(relations_, *id)) {
    pages_.floating(row_, column_, line);
  }
}

void XlsxDrawing::end(const XmlTag& tag) {
  if (takes_ == Takes::row) row_ = clamped(number_, kMostRows);
  if (takes_ == Takes::column) column_ = clamped(number_, kMostColumns);
  takes_ = Takes::nothing;
  if (tag.is(Vocabulary::drawing, "p") && !words_.empty()) words_ += ' ';
  if (tag.is(Vocabulary::sheet_drawing, "from")) in_from_ = false;
  if (tag.is(Vocabulary::sheet_drawing, "sp")) {
    pages_.floating(row_, column_, words_);
    words_.clear();
  }
}

void XlsxDrawing::text(std::string_view piece) {
  if (takes_ == Takes::words && words_.size() + piece.size() <= kMostWords) words_ += piece;
  if (takes_ != Takes::words && takes_ != Takes::nothing && number_.size() < 16) number_ += piece;
}

}  // namespace biaoshen
