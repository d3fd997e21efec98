#include "extractors/numbers/cursor.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostBlanks = 4;
constexpr std::size_t kMostIndent = 16;

}  // namespace

std::string capitals_of(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

bool Cursor::take(std::string_view what) {
  if (!sees(what)) return false;
  at += what.size();
  return true;
}

std::string_view Cursor::take_digits(std::size_t most) {
  const std::size_t begin = at;
  while (at - begin < most && is_digit(peek())) ++at;
  return text.substr(begin, at - begin);
}

std::string_view Cursor::take_capitals(std::size_t most) {
  const std::size_t begin = at;
  while (at - begin < most && is_capital(peek())) ++at;
  return text.substr(begin, at - begin);
}

std::string_view Cursor::take_blanks() {
  const std::size_t begin = at;
  while (at - begin < kMostBlanks && peek() == ' ') ++at;
  return text.substr(begin, at - begin);
}

NumberGap Cursor::take_gap() {
  NumberGap gap = take_blanks().empty() ? NumberGap::none : NumberGap::blank;
  if (peek() != '\n' && peek() != '|') return gap;
  ++at;
  for (std::size_t indent = 0; indent < kMostIndent && peek() == ' '; ++indent) ++at;
  return NumberGap::broken;
}

bool Cursor::take_slash() {
  const std::size_t begin = at;
  take_blanks();
  if (take("/")) {
    take_blanks();
    return true;
  }
  at = begin;
  return false;
}

Dash Cursor::take_dash() {
  if (take("-")) {
    while (take("-")) {
    }
    return Dash::plain;
  }
  if (take("一")) return Dash::han;
  if (take("~") || take("\u301C")) return Dash::tilde;
  if (take("_")) return Dash::underscore;
  return Dash::none;
}

}  // namespace biaoshen
