#include "extractors/finders/normative_references.h"

#include <algorithm>

#include "extractors/numbers/number_grammar.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// 2规范性引用文件, 规范性引用文件, 2引用标准; not the entry of a table of contents.
bool is_heading(std::string_view bare) {
  while (!bare.empty() && (is_digit(bare.front()) || bare.front() == '.')) bare.remove_prefix(1);
  return bare == "规范性引用文件" || bare == "引用标准" || bare == "引用文件" ||
         bare == "规范性引用标准";
}

// The next clause: 3术语和定义, 术语和定义, 第三章 …, but not an item such as "3.1".
bool is_next_clause(std::string_view bare) {
  if (bare.starts_with("术语") || bare.starts_with("附录")) return true;
  std::size_t digits = 0;
  while (digits < bare.size() && is_digit(bare[digits])) ++digits;
  if (digits == 0 || digits > 2 || digits == bare.size() || bare.size() > 90) return false;
  std::size_t at = digits;
  return is_han(next_code_point(bare, at)) && bare.find("。") == std::string_view::npos;
}

// Blanks, list marks and brackets that may stand before the number of an item.
std::size_t item_begin(std::string_view print) {
  std::size_t at = 0;
  while (at < print.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(print, next);
    const bool mark = c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0 || c == U'—' || c == U'–' ||
                      c == '-' || c == U'·' || c == U'•' || c == '[' || c == U'《' || c == U'●';
    if (!mark) break;
    at = next;
  }
  return at;
}

class ListReader {
 public:
  // True while the list goes on.
  bool page(const Page& page) {
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      const std::string_view print = page.line_text(page.lines[i]);
      const std::string line = bare(print);
      if (!inside_) {
        inside_ = is_heading(line);
      } else if (is_next_clause(line)) {
        // A heading with nothing under it was the entry of a table of contents.
        if (!cited_.empty()) return false;
        inside_ = false;
      } else {
        // Running headers and page numbers are not items.
        const bool edge = i == 0 || i + 1 == page.lines.size();
        item(page, page.lines[i], print, edge);
      }
    }
    return true;
  }
  bool inside() const { return inside_; }
  std::vector<CitedNumber> take() { return std::move(cited_); }

 private:
  void item(const Page& page, const Line& line, std::string_view print, bool edge) {
    const std::vector<FoundNumber> numbers = find_numbers(print, NumberContext::citation);
    if (numbers.empty() || numbers.front().begin != item_begin(print)) return;
    if (edge && trim(print.substr(numbers.front().end)).empty()) return;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (i > 0 && !is_list_separator(
                       print.substr(numbers[i - 1].end, numbers[i].begin - numbers[i - 1].end)))
        break;
      StandardNumber number = numbers[i].number;
      number.role = NumberRole::cited;
      cited_.push_back(
          {std::move(number), &page, line.begin + numbers[i].begin, line.begin + numbers[i].end});
    }
  }

  static bool is_list_separator(std::string_view between) {
    const std::string text = bare(between);
    return text == "、" || text == "," || text == ";" || text == "和" || text == "及";
  }

  bool inside_ = false;
  std::vector<CitedNumber> cited_;
};

}  // namespace

std::vector<CitedNumber> find_normative_references(const Document& document,
                                                   std::uint32_t first_page,
                                                   std::uint32_t last_page) {
  ListReader reader;
  std::uint32_t pages_inside = 0;
  for (const Page& page : document.pages) {
    if (page.number < first_page || page.number > last_page) continue;
    if (!reader.page(page)) break;
    // A list without an end is a misreading after a few pages.
    if (reader.inside() && ++pages_inside > 5) break;
  }
  return reader.take();
}

}  // namespace biaoshen
