#include "tests/pictures/drawing.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace biaoshen {
namespace {

void put(Pix* pix, int x, int y, Ink ink) {
  if (x < 0 || y < 0 || x >= pixGetWidth(pix) || y >= pixGetHeight(pix)) return;
  if (pixGetDepth(pix) == 32)
    pixSetRGBPixel(pix, x, y, ink.red, ink.green, ink.blue);
  else
    pixSetPixel(pix, x, y, static_cast<l_uint32>((ink.red + ink.green + ink.blue) / 3));
}

void stamp(Pix* pix, int x, int y, Ink ink) {
  if (x < 0 || y < 0 || x >= pixGetWidth(pix) || y >= pixGetHeight(pix)) return;
  const Ink under = pixel(*pix, x, y);
  put(pix, x, y,
      {under.red * ink.red / 255, under.green * ink.green / 255, under.blue * ink.blue / 255});
}

std::string owned(l_uint8* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return bytes;
}

}  // namespace

PixPtr paper(int width, int height, Ink colour) {
  PixPtr pix(pixCreate(width, height, 32));
  fill(pix.get(), 0, 0, width, height, colour);
  return pix;
}

PixPtr grey_paper(int width, int height) {
  PixPtr pix(pixCreate(width, height, 8));
  pixSetAll(pix.get());
  return pix;
}

void fill(Pix* pix, int left, int top, int width, int height, Ink ink) {
  for (int y = top; y < top + height; ++y)
    for (int x = left; x < left + width; ++x) put(pix, x, y, ink);
}

void print_lines(Pix* pix, int left, int top, int width, int count, int letter_height, Ink ink) {
  const int stroke = std::max(1, letter_height / 10);
  unsigned state = 7;
  for (int line = 0; line < count; ++line) {
    const int y = top + line * letter_height * 2;
    const int end = left + width - (line % 3) * width / 5;
    for (int x = left; x + letter_height < end; x += letter_height * 11 / 10) {
      for (int i = 0; i < 3; ++i) {
        state = state * 1103515245u + 12345u;
        const int place = static_cast<int>(state >> 16) % (letter_height - stroke);
        if (i % 2 == 0)
          fill(pix, x, y + place, letter_height * 4 / 5, stroke, ink);
        else
          fill(pix, x + place * 4 / 5, y, stroke, letter_height, ink);
      }
    }
  }
}

void stamp_ring(Pix* pix, double x, double y, double across, double down, double line, Ink ink) {
  for (int py = static_cast<int>(y - down - 2); py <= y + down + 2; ++py)
    for (int px = static_cast<int>(x - across - 2); px <= x + across + 2; ++px) {
      const double outer = std::hypot((px + 0.5 - x) / across, (py + 0.5 - y) / down);
      const double inner =
          std::hypot((px + 0.5 - x) / (across - line), (py + 0.5 - y) / (down - line));
      if (outer <= 1 && inner >= 1) stamp(pix, px, py, ink);
    }
}

void stamp_blot(Pix* pix, double x, double y, double radius, Ink ink) {
  for (int py = static_cast<int>(y - radius); py <= y + radius; ++py)
    for (int px = static_cast<int>(x - radius); px <= x + radius; ++px)
      if (std::hypot(px + 0.5 - x, py + 0.5 - y) <= radius) stamp(pix, px, py, ink);
}

void fill_quad(Pix* pix, const double (&x)[4], const double (&y)[4], Ink ink) {
  for (int py = 0; py < pixGetHeight(pix); ++py)
    for (int px = 0; px < pixGetWidth(pix); ++px) {
      bool is_inside = true;
      for (int i = 0; i < 4; ++i) {
        const int j = (i + 1) % 4;
        is_inside =
            is_inside && (x[j] - x[i]) * (py + 0.5 - y[i]) - (y[j] - y[i]) * (px + 0.5 - x[i]) >= 0;
      }
      if (is_inside) put(pix, px, py, ink);
    }
}

void add_noise(Pix* pix, int strength) {
  unsigned state = 1;
  for (int y = 0; y < pixGetHeight(pix); ++y)
    for (int x = 0; x < pixGetWidth(pix); ++x) {
      state = state * 1664525u + 1013904223u;
      const int by = static_cast<int>(state >> 24) * 2 * strength / 255 - strength;
      const Ink old = pixel(*pix, x, y);
      const auto moved = [by](int v) { return std::clamp(v + by, 0, 255); };
      put(pix, x, y, {moved(old.red), moved(old.green), moved(old.blue)});
    }
}

PixPtr turned_by(const Pix& pix, double clockwise_degrees) {
  Pix* from = const_cast<Pix*>(&pix);
  return PixPtr(pixRotate(from, static_cast<float>(clockwise_degrees * std::numbers::pi / 180),
                          L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, pixGetWidth(from),
                          pixGetHeight(from)));
}

Ink pixel(const Pix& pix, int x, int y) {
  l_uint32 value = 0;
  pixGetPixel(const_cast<Pix*>(&pix), x, y, &value);
  if (pixGetDepth(const_cast<Pix*>(&pix)) != 32) {
    const int grey = static_cast<int>(value);
    return {grey, grey, grey};
  }
  return {static_cast<int>(value >> 24), static_cast<int>(value >> 16 & 255),
          static_cast<int>(value >> 8 & 255)};
}

std::string as_png(const Pix& pix) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMemPng(&data, &size, const_cast<Pix*>(&pix), 0);
  return owned(data, size);
}
std::string as_jpeg(const Pix& pix) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMemJpeg(&data, &size, const_cast<Pix*>(&pix), 92, 0);
  return owned(data, size);
}
std::string as_tiff(const Pix& pix, int compression) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMemTiff(&data, &size, const_cast<Pix*>(&pix), compression);
  return owned(data, size);
}

}  // namespace biaoshen
