// Pictures drawn for tests: paper, lines of bars that look like print, seals, noise.
#pragma once

#include <string>

#include "extractors/pictures/picture.h"

namespace biaoshen {

struct Ink {
  int red = 0, green = 0, blue = 0;
};

PixPtr paper(int width, int height, Ink colour = {255, 255, 255});  // 32 bits
PixPtr grey_paper(int width, int height);                           // 8 bits
void fill(Pix* pix, int left, int top, int width, int height, Ink ink = {});
// Rows of words of different lengths; each letter a few strokes. From `top` downwards.
void print_lines(Pix* pix, int left, int top, int width, int count, int letter_height,
                 Ink ink = {});
// Multiplies into what is there, as a stamp on print does.
void stamp_ring(Pix* pix, double x, double y, double across, double down, double line, Ink ink);
void stamp_blot(Pix* pix, double x, double y, double radius, Ink ink);
void fill_quad(Pix* pix, const double (&x)[4], const double (&y)[4], Ink ink);
// The same numbers every time.
void add_noise(Pix* pix, int strength);
PixPtr turned_by(const Pix& pix, double clockwise_degrees);

Ink pixel(const Pix& pix, int x, int y);
std::string as_png(const Pix& pix);
std::string as_jpeg(const Pix& pix);
std::string as_tiff(const Pix& pix, int compression);

}  // namespace biaoshen
