#include "extractors/finders/quote.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <variant>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// Drops blanks and line ends from both ends of the range.
std::pair<std::size_t, std::size_t> without_blanks(std::string_view text, std::size_t begin,
                                                   std::size_t end) {
  end = std::min(end, text.size());
  begin = std::min(begin, end);
  while (begin < end && kBlanks.find(text[begin]) != std::string_view::npos) ++begin;
  while (end > begin && kBlanks.find(text[end - 1]) != std::string_view::npos) --end;
  return {begin, end};
}

}  // namespace

Quote quote_of(const File& file, const Page& page, std::size_t begin, std::size_t end) {
  std::tie(begin, end) = without_blanks(page.text, begin, end);
  Quote quote;
  quote.file = file.id;
  quote.page = page.number;
  quote.text = page.text.substr(begin, end - begin);
  quote.place = page.place_of(begin, end);
  if (const auto* cell = std::get_if<InCell>(&quote.place)) {
    quote.cell = page.title + "!" + cell_reference(*cell);
  }
  const auto [first, last] = page.words_in(begin, end);
  for (std::size_t i = first; i < last; ++i) {
    const Word& word = page.words[i];
    if (i == first || word.origin == Origin::ocr) quote.origin = word.origin;
    quote.confidence = std::min(quote.confidence, word.confidence);
  }
  return quote;
}

std::string doubt_of(const Page& page, std::size_t begin, std::size_t end) {
  if (page.is_suspect()) return "text-suspect";
  const auto [first, last] = page.words_in(begin, end);
  for (std::size_t i = first; i < last; ++i) {
    if (page.words[i].origin == Origin::ocr) return "ocr";
  }
  return {};
}

const File& file_of(const Dossier& dossier, const Part& part) {
  return dossier.files[part.file];
}

std::vector<const Page*> pages_of(const Dossier& dossier, const Part& part) {
  std::vector<const Page*> pages;
  for (const Page& page : file_of(dossier, part).document.pages) {
    if (page.number >= part.first_page && page.number <= part.last_page) pages.push_back(&page);
  }
  return pages;
}

std::string cell_reference(const InCell& cell) {
  std::string letters;
  for (std::uint32_t column = cell.column; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters + std::to_string(cell.row);
}

}  // namespace biaoshen
