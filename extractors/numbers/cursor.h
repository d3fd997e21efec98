// A place in folded text, and the few things the grammar can take from there.
// Every step is bounded, so that a hostile text costs no more than its length.
// Tested through tests/numbers/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace biaoshen {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// `text` with its small Latin letters as capitals; same bytes otherwise.
std::string capitals_of(std::string_view text);

enum class NumberGap {
  none,
  blank,
  broken,  // a line end or the border of a cell
};

enum class Dash {
  none,
  plain,
  han,  // 一 as OCR reads the em dash
  tilde,
  underscore,  // in names of files
};

struct Cursor {
  std::string_view text;  // folded, Latin letters in capitals
  std::size_t at = 0;

  char peek(std::size_t ahead = 0) const {
    return at + ahead < text.size() ? text[at + ahead] : '\0';
  }
  bool sees(std::string_view what) const { return text.substr(at, what.size()) == what; }
  bool take(std::string_view what);
  std::string_view take_digits(std::size_t most);
  std::string_view take_capitals(std::size_t most);
  std::string_view take_blanks();  // on the line, few
  NumberGap take_gap();            // blanks with at most one line end or cell border among them
  bool take_slash();               // with blanks around it
  Dash take_dash();                // one or several; without blanks
};

}  // namespace biaoshen
