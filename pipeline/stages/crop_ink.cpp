#include "pipeline/stages/crop_ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "pipeline/base/personal_data.h"
#include "pipeline/base/text.h"
#include "pipeline/stages/png_writer.h"

namespace biaoshen {
namespace {

using Ink = std::array<unsigned char, 3>;
constexpr Ink kCover{150, 150, 150};

struct PixelBox {
  long left, top, right, bottom;  // the last ones included
};

// Grown by `margin` pixels; boxes from outside may lie anywhere and end at the crop's edge.
PixelBox in_pixels(const Crop& crop, const Box& around, const Box& box, long margin) {
  const double scale = crop.width / static_cast<double>(width(around));
  const auto to_pixel = [&](float at, float origin, long most) {
    const double pixel = (at - origin) * scale;
    return pixel > 0 ? std::lround(std::min(pixel, static_cast<double>(most))) : 0;
  };
  const long wide = crop.width, high = crop.height;
  return {to_pixel(box.left, around.left, wide) - margin,
          to_pixel(box.top, around.top, high) - margin,
          to_pixel(box.right, around.left, wide) + margin,
          to_pixel(box.bottom, around.top, high) + margin};
}

void dot(Crop& crop, long x, long y, const Ink& ink) {
  if (x < 0 || y < 0 || x >= static_cast<long>(crop.width) || y >= static_cast<long>(crop.height))
    return;
  const auto at = 3 * (static_cast<std::size_t>(y) * crop.width + static_cast<std::size_t>(x));
  for (std::size_t i = 0; i < 3; ++i) crop.rgb[at + i] = static_cast<char>(ink[i]);
}

// Where the word lies on the page (0) or in that picture.
std::optional<Box> box_of(const Word& word, std::uint32_t image) {
  const auto* on = std::get_if<OnPage>(&word.place);
  if (on != nullptr && image == 0) return on->box;
  const auto* in = std::get_if<InImage>(&word.place);
  if (in != nullptr && image == in->image && image > 0) return in->box;
  return std::nullopt;
}

// The part of a word's box that its bytes [begin, end) take: its characters share it evenly.
Box part_of(const Box& box, std::string_view word, std::size_t begin, std::size_t end) {
  const auto share = [&](std::size_t byte) {
    return static_cast<float>(count_code_points(word.substr(0, byte))) /
           static_cast<float>(std::max<std::size_t>(1, count_code_points(word)));
  };
  return {box.left + share(begin) * width(box), box.top, box.left + share(end) * width(box),
          box.bottom};
}

}  // namespace

void draw_frame(Crop& crop, const Box& around, const Box& words) {
  if (!(width(around) > 0)) return;
  const PixelBox box = in_pixels(crop, around, words, 3);
  for (long thick = 0; thick < 2; ++thick) {
    for (long x = box.left; x <= box.right; ++x) {
      dot(crop, x, box.top + thick, kFrameInk);
      dot(crop, x, box.bottom - thick, kFrameInk);
    }
    for (long y = box.top; y <= box.bottom; ++y) {
      dot(crop, box.left + thick, y, kFrameInk);
      dot(crop, box.right - thick, y, kFrameInk);
    }
  }
}

void draw_cover(Crop& crop, const Box& around, const Box& hidden) {
  const bool is_seen = width(around) > 0 && hidden.right > around.left &&
                       hidden.left < around.right && hidden.bottom > around.top &&
                       hidden.top < around.bottom;
  if (!is_seen) return;
  const PixelBox box = in_pixels(crop, around, hidden, 1);
  for (long y = box.top; y <= box.bottom; ++y)
    for (long x = box.left; x <= box.right; ++x) dot(crop, x, y, kCover);
}

std::vector<Box> hidden_places(const Page& page, std::uint32_t image) {
  std::vector<Box> out;
  for (const HiddenBytes& hidden : personal_data(page.text)) {
    const auto [first, last] = page.words_in(hidden.begin, hidden.end);
    for (std::size_t i = first; i < last; ++i) {
      const Word& word = page.words[i];
      const auto box = box_of(word, image);
      if (!box) continue;
      const std::string_view text =
          std::string_view(page.text).substr(word.begin, word.end - word.begin);
      const std::size_t begin = std::max<std::size_t>(hidden.begin, word.begin) - word.begin;
      const std::size_t end = std::min<std::size_t>(hidden.end, word.end) - word.begin;
      out.push_back(part_of(*box, text, begin, end));
    }
  }
  return out;
}

}  // namespace biaoshen
