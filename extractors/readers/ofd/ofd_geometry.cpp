#include "extractors/readers/ofd/ofd_geometry.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace biaoshen {
namespace {

constexpr double kFarthest = 1e6;               // millimetres
constexpr std::size_t kMostNumbers = 200'000;   // of one object
constexpr std::size_t kMostSubpaths = 100'000;  // of one object

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',';
}

// The next piece between blanks; empty at the end.
std::string_view next_piece(std::string_view& text) {
  std::size_t begin = 0;
  while (begin < text.size() && is_blank(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < text.size() && !is_blank(text[end])) ++end;
  const std::string_view piece = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return piece;
}

std::optional<double> number_in(std::string_view piece) {
  if (piece.starts_with('+')) piece.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(piece.data(), piece.data() + piece.size(), number);
  if (error != std::errc() || end != piece.data() + piece.size()) return std::nullopt;
  // Written so that NaN is refused.
  return std::abs(number) < kFarthest ? std::optional(number) : std::nullopt;
}

// Numbers that a letter of a path takes, -1 where it is none.
int operands_of(std::string_view letter) {
  if (letter.size() != 1) return -1;
  switch (letter[0]) {
    case 'S':
    case 'M':
    case 'L':
      return 2;
    case 'Q':
      return 4;
    case 'B':
      return 6;
    case 'A':
      return 7;
    case 'C':
      return 0;
    default:
      return -1;
  }
}

void draw(char letter, const std::vector<double>& operands, std::vector<OfdSubpath>& path) {
  if (letter == 'C') {
    if (!path.empty() && path.back().points.size() > 2)
      path.back().points.push_back(path.back().points.front());
    return;
  }
  const OfdPoint to{operands[operands.size() - 2], operands.back()};
  if (letter == 'S' || letter == 'M' || path.empty()) path.emplace_back();
  path.back().points.push_back(to);
  if (letter == 'Q' || letter == 'B' || letter == 'A') path.back().is_straight = false;
}

}  // namespace

Box OfdMatrix::apply(const OfdBox& box) const {
  const double right = box.left + box.width, bottom = box.top + box.height;
  const OfdPoint first = apply(OfdPoint{box.left, box.top});
  double left = first.x, top = first.y, far_right = first.x, far_bottom = first.y;
  for (const OfdPoint corner :
       {OfdPoint{right, box.top}, OfdPoint{box.left, bottom}, OfdPoint{right, bottom}}) {
    const OfdPoint mapped = apply(corner);
    left = std::min(left, mapped.x), far_right = std::max(far_right, mapped.x);
    top = std::min(top, mapped.y), far_bottom = std::max(far_bottom, mapped.y);
  }
  return {static_cast<float>(left), static_cast<float>(top), static_cast<float>(far_right),
          static_cast<float>(far_bottom)};
}

OfdMatrix operator*(const OfdMatrix& outer, const OfdMatrix& inner) {
  return {outer.a * inner.a + outer.c * inner.b,
          outer.b * inner.a + outer.d * inner.b,
          outer.a * inner.c + outer.c * inner.d,
          outer.b * inner.c + outer.d * inner.d,
          outer.a * inner.e + outer.c * inner.f + outer.e,
          outer.b * inner.e + outer.d * inner.f + outer.f};
}

PixelMap pixel_map(const OfdMatrix& unit_square, double width, double height) {
  PixelMap map;
  map.m[0] = unit_square.a / width, map.m[1] = unit_square.c / height, map.m[2] = unit_square.e;
  map.m[3] = unit_square.b / width, map.m[4] = unit_square.d / height, map.m[5] = unit_square.f;
  return map;
}

std::vector<double> ofd_numbers(std::string_view text) {
  std::vector<double> numbers;
  while (numbers.size() < kMostNumbers) {
    const std::optional<double> number = number_in(next_piece(text));
    if (!number) break;
    numbers.push_back(*number);
  }
  return numbers;
}

std::optional<OfdBox> ofd_box(std::string_view text) {
  const std::vector<double> n = ofd_numbers(text);
  if (n.size() < 4 || n[2] < 0 || n[3] < 0) return std::nullopt;
  return OfdBox{n[0], n[1], n[2], n[3]};
}

std::optional<OfdBox> ofd_paper(std::string_view text) {
  const std::optional<OfdBox> box = ofd_box(text);
  return box && box->width > 0 && box->height > 0 ? box : std::nullopt;
}

std::optional<OfdMatrix> ofd_matrix(std::string_view text) {
  const std::vector<double> n = ofd_numbers(text);
  if (n.size() < 6) return std::nullopt;
  return OfdMatrix{n[0], n[1], n[2], n[3], n[4], n[5]};
}

std::vector<double> ofd_offsets(std::string_view text) {
  std::vector<double> offsets;
  for (std::string_view piece = next_piece(text); !piece.empty(); piece = next_piece(text)) {
    double times = 1;
    if (piece == "g") {
      times = number_in(next_piece(text)).value_or(0);
      piece = next_piece(text);
    }
    const std::optional<double> offset = number_in(piece);
    if (!offset || times < 0 || times > static_cast<double>(kMostNumbers - offsets.size())) break;
    offsets.insert(offsets.end(), static_cast<std::size_t>(times), *offset);
  }
  return offsets;
}

std::vector<OfdSubpath> ofd_path(std::string_view abbreviated) {
  std::vector<OfdSubpath> path;
  std::vector<double> operands;
  std::size_t points = 0;
  char letter = '\0';
  int wanted = 0;
  for (std::string_view piece = next_piece(abbreviated); !piece.empty();
       piece = next_piece(abbreviated)) {
    if (const int count = operands_of(piece); count >= 0) {
      letter = piece[0];
      wanted = count;
      operands.clear();
    } else if (const std::optional<double> number = number_in(piece); number && wanted > 0) {
      operands.push_back(*number);
    } else {
      break;
    }
    if (operands.size() < static_cast<std::size_t>(wanted)) continue;
    if (++points > kMostNumbers || path.size() > kMostSubpaths) break;
    draw(letter, operands, path);
    operands.clear();
    if (letter == 'C') wanted = 0;
  }
  return path;
}

}  // namespace biaoshen
