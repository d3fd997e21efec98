#include "extractors/finders/option_marks.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace biaoshen {
namespace {

constexpr std::u32string_view kTicks = U"☑✓✔√■●☒⊠⊙◉▣\uF052\uF0FE\uF0FC";
constexpr std::u32string_view kBoxes = U"□○☐◯▢〇囗\uF0A8\uF0A3\uF06F";
constexpr std::u32string_view kCrosses = U"xX×";

enum class Kind : unsigned char { option, tick, box };
struct Token {
  Kind kind;
  std::size_t option;  // index
  std::size_t begin, end;
  bool is_option() const { return kind == Kind::option; }
};

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

// (√), [x], ( ): a bracket with a mark or nothing in it.
std::optional<Token> bracketed(const Glyphs& glyphs, std::size_t at) {
  if (at + 1 >= glyphs.size() || !is_any_of(glyphs[at].c, U"([【")) return std::nullopt;
  if (is_any_of(glyphs[at + 1].c, U")]】")) return Token{Kind::box, 0, at, at + 2};
  if (at + 2 >= glyphs.size() || !is_any_of(glyphs[at + 2].c, U")]】")) return std::nullopt;
  const char32_t inside = glyphs[at + 1].c;
  if (is_any_of(inside, kTicks) || is_any_of(inside, kCrosses))
    return Token{Kind::tick, 0, at, at + 3};
  if (is_any_of(inside, kBoxes)) return Token{Kind::box, 0, at, at + 3};
  return std::nullopt;
}

std::optional<Token> token_at(const Glyphs& glyphs, std::size_t at,
                              std::span<const std::u32string> options) {
  std::optional<Token> longest;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (!stands_at(glyphs, at, options[i])) continue;
    if (!longest || at + options[i].size() > longest->end)
      longest = Token{Kind::option, i, at, at + options[i].size()};
  }
  if (longest) return longest;
  if (auto mark = bracketed(glyphs, at)) return mark;
  if (is_any_of(glyphs[at].c, kTicks)) return Token{Kind::tick, 0, at, at + 1};
  if (is_any_of(glyphs[at].c, kBoxes)) return Token{Kind::box, 0, at, at + 1};
  return std::nullopt;
}

// Recognition reads a box as 口; 出口 has none.
bool is_box_as_letter(const Glyphs& glyphs, std::size_t at, const std::vector<Token>& before) {
  if (glyphs[at].c != U'口') return false;
  return at == 0 || glyphs[at].gap != Gap::none || (!before.empty() && before.back().end == at);
}

std::vector<Token> tokens_of(const Glyphs& glyphs, std::span<const std::u32string> options) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < glyphs.size();) {
    auto token = token_at(glyphs, at, options);
    if (!token && is_box_as_letter(glyphs, at, tokens)) token = Token{Kind::box, 0, at, at + 1};
    if (token) tokens.push_back(*token);
    at = token ? token->end : at + 1;
  }
  return tokens;
}

// Where the marks of a print stand.
enum class Side : unsigned char { before, behind, unknown };

bool take_turns(const std::vector<Token>& tokens) {
  if (tokens.size() % 2 != 0) return false;
  for (std::size_t i = 1; i < tokens.size(); ++i)
    if (tokens[i].is_option() == tokens[i - 1].is_option()) return false;
  return true;
}

// ☑试点 □示范 and □试点☑示范□其他: before. 试点（√） 示范（ ）: behind.
Side side_of_marks(const Glyphs& glyphs, const std::vector<Token>& tokens) {
  const bool first = !tokens.front().is_option(), last = !tokens.back().is_option();
  if (take_turns(tokens)) return first ? Side::before : Side::behind;
  const bool at_begin = first && tokens.front().begin == 0;
  const bool at_end = last && tokens.back().end == glyphs.size();
  if (at_begin == at_end) return Side::unknown;
  return at_begin ? Side::before : Side::behind;
}

// How far a mark is from an option beside it: other characters between them, then the gap.
int distance(const Glyphs& glyphs, const Token& left, const Token& right) {
  const auto between = static_cast<int>(std::min<std::size_t>(right.begin - left.end, 1000));
  return 4 * between + static_cast<int>(glyphs[right.begin].gap);
}

// The option that the tick at `i` marks. None where it stands at none, and not sure where
// two are as near.
std::optional<std::size_t> marked_by(const Glyphs& glyphs, const std::vector<Token>& tokens,
                                     std::size_t i, Side side, bool& is_sure) {
  constexpr int kFar = 4 * 7;  // characters
  const bool left = side != Side::before && i > 0 && tokens[i - 1].is_option();
  const bool right = side != Side::behind && i + 1 < tokens.size() && tokens[i + 1].is_option();
  const int before = left ? std::min(kFar, distance(glyphs, tokens[i - 1], tokens[i])) : kFar;
  const int behind = right ? std::min(kFar, distance(glyphs, tokens[i], tokens[i + 1])) : kFar;
  if (before == behind) {
    is_sure = is_sure && before == kFar;
    return std::nullopt;
  }
  return before < behind ? i - 1 : i + 1;
}

// An option that is printed or marked twice is one.
void choose(Choice& choice, const Token& option, const Token& mark) {
  const auto same = [&](const ChosenOption& one) { return one.option == option.option; };
  if (std::any_of(choice.chosen.begin(), choice.chosen.end(), same)) return;
  choice.chosen.push_back(
      {option.option, std::min(option.begin, mark.begin), std::max(option.end, mark.end)});
}

// 区域类 □单位类: all have boxes but one. Its tick may be a sign that could not be read.
void choose_unmarked(Choice& choice, const std::vector<Token>& tokens) {
  const auto is_option = [](const Token& token) { return token.is_option(); };
  const auto options = std::count_if(tokens.begin(), tokens.end(), is_option);
  const bool ticked = std::any_of(tokens.begin(), tokens.end(),
                                  [](const Token& token) { return token.kind == Kind::tick; });
  if (ticked || 2 * options - 1 != static_cast<std::ptrdiff_t>(tokens.size())) return;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_option() || (i > 0 && !tokens[i - 1].is_option())) continue;
    choose(choice, tokens[i], tokens[i]);
  }
  choice.is_sure = false;
}

}  // namespace

Choice choice_in(const Glyphs& glyphs, std::span<const std::u32string> options) {
  const std::vector<Token> tokens = tokens_of(glyphs, options);
  Choice choice;
  const auto is_option = [](const Token& token) { return token.is_option(); };
  choice.has_options = std::any_of(tokens.begin(), tokens.end(), is_option);
  if (!choice.has_options) return choice;
  if (std::all_of(tokens.begin(), tokens.end(), is_option)) {  // no marks: what is printed
    for (const Token& token : tokens) choose(choice, token, token);
  } else {
    const Side side = side_of_marks(glyphs, tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind != Kind::tick) continue;
      if (const auto option = marked_by(glyphs, tokens, i, side, choice.is_sure))
        choose(choice, tokens[*option], tokens[i]);
    }
  }
  if (choice.chosen.empty()) choose_unmarked(choice, tokens);
  choice.is_sure = choice.is_sure && choice.chosen.size() < 2;
  return choice;
}

}  // namespace biaoshen
