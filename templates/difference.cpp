#include "templates/difference.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using Kind = Piece::Kind;
constexpr std::size_t kLongest = 400;  // code points compared pair by pair

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
  return out;
}

void append(std::vector<Piece>& pieces, Kind kind, std::u32string_view text) {
  if (text.empty() && kind != Kind::missing) return;
  if (pieces.empty() || pieces.back().kind != kind) pieces.push_back({kind, {}});
  for (const char32_t c : text) append_utf8(pieces.back().text, c);
}

// table[i][j]: length of the longest common subsequence of base from i and reading from j.
std::vector<std::vector<std::uint16_t>> common_lengths(std::u32string_view base,
                                                       std::u32string_view reading) {
  std::vector table(base.size() + 1, std::vector<std::uint16_t>(reading.size() + 1));
  for (std::size_t i = base.size(); i-- > 0;)
    for (std::size_t j = reading.size(); j-- > 0;)
      table[i][j] = base[i] == reading[j] ? static_cast<std::uint16_t>(table[i + 1][j + 1] + 1)
                                          : std::max(table[i + 1][j], table[i][j + 1]);
  return table;
}

// Of equal length: exchanged characters, not moved ones. 012 read as 021 differs in 21.
void append_by_place(std::vector<Piece>& pieces, std::u32string_view base,
                     std::u32string_view reading) {
  for (std::size_t i = 0; i < reading.size(); ++i)
    append(pieces, base[i] == reading[i] ? Kind::same : Kind::differs, reading.substr(i, 1));
}

void append_middle(std::vector<Piece>& pieces, std::u32string_view base,
                   std::u32string_view reading) {
  if (base.size() == reading.size()) return append_by_place(pieces, base, reading);
  if (base.size() > kLongest || reading.size() > kLongest) {
    append(pieces, reading.empty() ? Kind::missing : Kind::differs, reading);
    return;
  }
  const auto table = common_lengths(base, reading);
  std::size_t i = 0, j = 0;
  bool dropped = false;  // characters of the base passed over since the last equal one
  const auto close_gap = [&] {
    if (dropped && (pieces.empty() || pieces.back().kind == Kind::same))
      append(pieces, Kind::missing, {});
    dropped = false;
  };
  while (i < base.size() || j < reading.size()) {
    if (i < base.size() && j < reading.size() && base[i] == reading[j]) {
      close_gap();
      append(pieces, Kind::same, reading.substr(j, 1));
      ++i, ++j;
    } else if (j == reading.size() || (i < base.size() && table[i + 1][j] >= table[i][j + 1])) {
      dropped = true;
      ++i;
    } else {
      append(pieces, Kind::differs, reading.substr(j++, 1));
    }
  }
  close_gap();
}

// With less than half in common, scattered equal characters say nothing to a reader.
bool is_another_text(const std::vector<Piece>& pieces, std::size_t longer) {
  std::size_t same = 0;
  for (const Piece& piece : pieces)
    if (piece.kind == Kind::same) same += count_code_points(piece.text);
  return same * 2 < longer;
}

}  // namespace

std::vector<Piece> difference(std::string_view base_text, std::string_view reading_text) {
  const std::u32string base = code_points(base_text), reading = code_points(reading_text);
  std::vector<Piece> pieces;
  const std::size_t shorter = std::min(base.size(), reading.size());
  std::size_t head = 0, tail = 0;
  while (head < shorter && base[head] == reading[head]) ++head;
  while (tail < shorter - head &&
         base[base.size() - 1 - tail] == reading[reading.size() - 1 - tail])
    ++tail;
  const std::u32string_view base_view = base, view = reading;
  append(pieces, Kind::same, view.substr(0, head));
  append_middle(pieces, base_view.substr(head, base.size() - head - tail),
                view.substr(head, reading.size() - head - tail));
  append(pieces, Kind::same, view.substr(reading.size() - tail));
  return is_another_text(pieces, std::max(base.size(), reading.size()))
             ? std::vector<Piece>{{Kind::differs, std::string(reading_text)}}
             : pieces;
}

}  // namespace biaoshen
