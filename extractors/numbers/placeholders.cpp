// Places of a template that were never filled in:
//   GB/T XXXXX—XXXX   T/CSAE xx—20xx   T/CSAE 012—202X   T/CSAEXXXX—XXXX   DB5101/ XXX 2020
//   Q/LB.□XXXXX-XXXX
// Not one: T/XX, GB X 8 (a single mark), and numbers with all their parts.
#include <algorithm>
#include <string>

#include "extractors/numbers/cursor.h"
#include "extractors/numbers/number_grammar.h"
#include "pipeline/base/text.h"
#include "pipeline/model/number_codes.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestTail = 40;
constexpr std::string_view kMarks[] = {"X", "×", "□", "Y", "*", "○", "△"};

bool take_mark(Cursor& cursor) {
  for (std::string_view mark : kMarks)
    if (cursor.take(mark)) return true;
  return false;
}

// T/ABC, Q/LB., DB11/T, DB5101/, GB/T. The body's code ends before its placeholder, if it has one.
bool take_head(Cursor& cursor) {
  const std::size_t begin = cursor.at;
  if (cursor.take("T") || cursor.take("Q")) {
    if (!cursor.take_slash()) return false;
    for (std::size_t length = 0; length < 24; ++length) {
      const bool marks = cursor.peek() == 'X' && cursor.peek(1) == 'X';
      if (marks || !(is_capital(cursor.peek()) || is_digit(cursor.peek()) || cursor.peek() == '.'))
        break;
      ++cursor.at;
    }
    return true;
  }
  const std::string_view code = cursor.take_capitals(5);
  if (code == "DB")
    cursor.take_digits(6);
  else if (!find_number_code(code))
    return false;
  if (cursor.take_slash() && !cursor.take("T")) cursor.take("Z");
  return cursor.at > begin;
}

// Marks, digits and dashes with at least two marks in a row, or one in a year; ends after the last
// of them.
bool take_tail(Cursor& cursor) {
  const std::size_t begin = cursor.at;
  std::size_t end = begin;
  int marks = 0, most = 0;
  while (cursor.at - begin < kLongestTail) {
    if (take_mark(cursor)) {
      most = std::max(most, ++marks);
      end = cursor.at;
      continue;
    }
    marks = 0;
    const std::string_view digits = cursor.take_digits(4);
    if (!digits.empty()) end = cursor.at;
    if (digits.size() == 3 && digits.starts_with("20") && take_mark(cursor)) {
      end = cursor.at;
      most = 2;  // 202X is a year that is left open
    }
    if (!digits.empty()) continue;
    if (cursor.peek() == ' ' || cursor.peek() == '-' || cursor.peek() == '.')
      ++cursor.at;
    else
      break;
  }
  cursor.at = end;
  return most >= 2 && !is_capital(cursor.peek());
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> find_number_placeholders(std::string_view print) {
  const Folded text = fold(print);
  const std::string capitals = capitals_of(text.text);
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t at = 0; at < capitals.size(); ++at) {
    const bool inside = at > 0 && (is_capital(capitals[at - 1]) || is_digit(capitals[at - 1]) ||
                                   capitals[at - 1] == '/');
    if (inside || !is_capital(capitals[at])) continue;
    Cursor cursor{capitals, at};
    if (!take_head(cursor) || !take_tail(cursor)) continue;
    found.push_back(text.print_range(at, cursor.at));
    at = cursor.at - 1;
  }
  return found;
}

}  // namespace biaoshen
