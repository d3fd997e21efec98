#include "extractors/readers/pdf/pdf_pixels.h"

#include <leptonica/allheaders.h>
#include <poppler/GfxState.h>
#include <poppler/Stream.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "extractors/pictures/decode_picture.h"

namespace biaoshen {
namespace {

constexpr double kMostBits = 6e6;         // pixels of a one-bit picture that stays as it is
constexpr double kEnoughOfBits = 4e6;     // a page at 200 dpi
constexpr double kMostTones = 12e6;       // pixels of a picture with tones that stays as it is
constexpr double kEnoughOfTones = 8.7e6;  // a page at 300 dpi
constexpr double kMostAtOnce = 30e6;      // beyond, a picture is reduced while it is read
constexpr int kLightInk = 170;            // such ink on white would be lost

double area(const Pix* pix) {
  return double(pixGetWidth(pix)) * pixGetHeight(pix);
}

bool is_over(const Samples& image, const Limits& limits) {
  const auto width = static_cast<std::uint64_t>(image.width);
  const auto height = static_cast<std::uint64_t>(image.height);
  return width > limits.image_side || height > limits.image_side ||
         width * height > limits.megapixels * 1'000'000;
}

std::uint8_t byte_of(GfxColorComp component) {
  return colToByte(component);
}

bool is_one_bit(const Samples& image) {
  return image.colours == nullptr ||
         (image.colours->getBits() == 1 && image.colours->getNumPixelComps() == 1 &&
          image.transparent == nullptr);
}

// The two colours of a one-bit image, by sample.
std::array<Rgb, 2> colours_of_bits(const Samples& image) {
  if (image.colours == nullptr) {
    const int light = (image.ink[0] * 3 + image.ink[1] * 6 + image.ink[2]) / 10;
    const Rgb ink = light > kLightInk ? Rgb{0, 0, 0} : image.ink;
    const Rgb paper{255, 255, 255};
    return image.is_inverted ? std::array{paper, ink} : std::array{ink, paper};
  }
  std::array<Rgb, 2> colours{};
  for (unsigned char sample = 0; sample < 2; ++sample) {
    GfxRGB rgb{};
    image.colours->getRGB(&sample, &rgb);
    colours[sample] = {byte_of(rgb.r), byte_of(rgb.g), byte_of(rgb.b)};
  }
  return colours;
}

// Grey from black (0) to white (255) given the two colours it stands for.
PixPtr tinted(PixPtr grey, const Rgb& dark, const Rgb& light) {
  if (dark == Rgb{0, 0, 0} && light == Rgb{255, 255, 255}) return grey;
  const auto wide = pixGetWidth(grey.get()), high = pixGetHeight(grey.get());
  PixPtr colour(pixCreate(static_cast<l_int32>(wide), static_cast<l_int32>(high), 32));
  if (!colour) return nullptr;
  for (l_int32 y = 0; y < high; ++y) {
    const l_uint32* from = pixGetData(grey.get()) + std::ptrdiff_t{y} * pixGetWpl(grey.get());
    l_uint32* to = pixGetData(colour.get()) + std::ptrdiff_t{y} * pixGetWpl(colour.get());
    for (l_int32 x = 0; x < wide; ++x) {
      const int share = GET_DATA_BYTE(from, x);
      std::array<l_int32, 3> rgb{};
      for (std::size_t i = 0; i < 3; ++i) rgb[i] = dark[i] + (light[i] - dark[i]) * share / 255;
      composeRGBPixel(rgb[0], rgb[1], rgb[2], to + x);
    }
  }
  return colour;
}

PixPtr read_bits(const Samples& image) {
  std::array<Rgb, 2> colours = colours_of_bits(image);
  const auto sum = [](const Rgb& c) { return c[0] + c[1] + c[2]; };
  const unsigned char dark = sum(colours[0]) <= sum(colours[1]) ? 0 : 1;
  PixPtr bits(pixCreate(image.width, image.height, 1));
  if (!bits) return nullptr;
  ImageStream in(image.stream, image.width, 1, 1);
  in.reset();
  for (int y = 0; y < image.height; ++y) {
    const unsigned char* line = in.getLine();
    if (line == nullptr) break;
    l_uint32* to = pixGetData(bits.get()) + std::ptrdiff_t{y} * pixGetWpl(bits.get());
    for (int x = 0; x < image.width; ++x)
      if (line[x] == dark) SET_DATA_BIT(to, x);
  }
  in.close();
  const double size = area(bits.get());
  PixPtr grey(size > kMostBits
                  ? pixScaleToGray(bits.get(), static_cast<float>(std::sqrt(kEnoughOfBits / size)))
                  : pixConvert1To8(nullptr, bits.get(), 255, 0));
  if (!grey) return nullptr;
  return tinted(std::move(grey), colours[dark], colours[1 - dark]);
}

bool is_transparent(const unsigned char* sample, const int* ranges, int components) {
  for (int i = 0; i < components; ++i, ranges += 2)
    if (sample[i] < ranges[0] || sample[i] > ranges[1]) return false;
  return true;
}

// Rows of tones, `step` × `step` samples averaged to a pixel.
class ToneReader {
 public:
  explicit ToneReader(const Samples& image)
      : image_(image),
        components_(image.colours->getNumPixelComps()),
        is_grey_(image.colours->getColorSpace()->getMode() == csDeviceGray ||
                 image.colours->getColorSpace()->getMode() == csCalGray),
        step_(static_cast<int>(
            std::ceil(std::sqrt(double(image.width) * image.height / kMostAtOnce)))) {}

  PixPtr read() {
    const int across = std::max(image_.width / step_, 1), down = std::max(image_.height / step_, 1);
    PixPtr pix(pixCreate(across, down, is_grey_ ? 8 : 32));
    if (!pix) return nullptr;
    pixSetBlackOrWhite(pix.get(), L_SET_WHITE);
    ImageStream in(image_.stream, image_.width, components_, image_.colours->getBits());
    in.reset();
    const std::size_t channels = is_grey_ ? 1 : 3;
    std::vector<unsigned char> line(channels * static_cast<std::size_t>(image_.width));
    std::vector<unsigned> sums(channels * static_cast<std::size_t>(across));
    for (int y = 0; y < down * step_ && y < image_.height; ++y) {
      unsigned char* samples = in.getLine();
      if (samples == nullptr) break;
      convert(samples, line);
      add(line, channels, sums);
      if (y % step_ != step_ - 1) continue;
      put(sums, channels, pixGetData(pix.get()) + std::ptrdiff_t{y / step_} * pixGetWpl(pix.get()));
      std::fill(sums.begin(), sums.end(), 0u);
    }
    in.close();
    return pix;
  }

 private:
  void convert(unsigned char* samples, std::vector<unsigned char>& line) const {
    std::vector<bool> hidden;
    if (image_.transparent != nullptr) {
      hidden.resize(static_cast<std::size_t>(image_.width));
      for (std::size_t x = 0; x < hidden.size(); ++x)
        hidden[x] = is_transparent(samples + x * static_cast<std::size_t>(components_),
                                   image_.transparent, components_);
    }
    if (is_grey_)
      image_.colours->getGrayLine(samples, line.data(), image_.width);
    else
      image_.colours->getRGBLine(samples, line.data(), image_.width);
    const std::size_t channels = is_grey_ ? 1 : 3;
    for (std::size_t x = 0; x < hidden.size(); ++x)
      if (hidden[x]) std::fill_n(line.begin() + static_cast<long>(x * channels), channels, 255);
  }

  void add(const std::vector<unsigned char>& line, std::size_t channels,
           std::vector<unsigned>& sums) const {
    const auto step = static_cast<std::size_t>(step_);
    const std::size_t pixels = std::min(sums.size() / channels * step, line.size() / channels);
    for (std::size_t x = 0; x < pixels; ++x)
      for (std::size_t i = 0; i < channels; ++i)
        sums[x / step * channels + i] += line[x * channels + i];
  }

  void put(const std::vector<unsigned>& sums, std::size_t channels, l_uint32* row) const {
    const auto share = static_cast<unsigned>(step_ * step_);
    for (std::size_t x = 0; x < sums.size() / channels; ++x) {
      const unsigned* sum = sums.data() + x * channels;
      if (channels == 1)
        SET_DATA_BYTE(row, x, sum[0] / share);
      else
        composeRGBPixel(static_cast<l_int32>(sum[0] / share), static_cast<l_int32>(sum[1] / share),
                        static_cast<l_int32>(sum[2] / share), row + x);
    }
  }

  const Samples& image_;
  int components_;
  bool is_grey_;
  int step_;
};

// Viewers take no notice of the orientation that a camera wrote into a JPEG inside a PDF.
std::string without_camera_notes(const std::string& jpeg) {
  constexpr std::size_t kMarker = 2, kHead = 4;
  constexpr unsigned char kNotes = 0xE1, kScan = 0xDA;
  std::string out = jpeg.substr(0, kMarker);
  std::size_t at = kMarker;
  while (at + kHead <= jpeg.size()) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(jpeg[at + i]); };
    if (byte(0) != 0xFF || byte(1) == kScan) break;
    const std::size_t length = kMarker + byte(2) * std::size_t{256} + byte(3);
    if (byte(1) != kNotes) out.append(jpeg, at, length);
    at += length;
  }
  if (at < jpeg.size()) out.append(jpeg, at);
  return out;
}

// A JPEG that says of its colours all there is to say.
bool is_plain_jpeg(const Samples& image) {
  if (image.stream->getKind() != strDCT || image.colours == nullptr || image.transparent != nullptr)
    return false;
  if (double(image.width) * image.height > kMostAtOnce || image.colours->getBits() != 8)
    return false;
  const int components = image.colours->getNumPixelComps();
  const GfxColorSpaceMode mode = image.colours->getColorSpace()->getMode();
  const bool known = mode == csDeviceGray || mode == csCalGray || mode == csDeviceRGB ||
                     mode == csCalRGB || (mode == csICCBased && components != 4);
  if (!known || (components != 1 && components != 3)) return false;
  for (int i = 0; i < components; ++i)
    if (image.colours->getDecodeLow(i) != 0 || image.colours->getDecodeHigh(i) != 1) return false;
  const Object parameters = image.stream->getDict() == nullptr
                                ? Object(objNull)
                                : image.stream->getDict()->lookup("DecodeParms");
  return parameters.isNull();
}

Pixels read_jpeg(const Samples& image, const Limits& limits) {
  Stream* raw = image.stream->getNextStream();
  if (raw == nullptr) return {};
  DecodedPicture decoded =
      decode_picture(without_camera_notes(raw_bytes(*raw, limits.unpacked_bytes)), 1, limits);
  return {std::move(decoded.pix), decoded.problem};
}

Pixels read_samples(const Samples& image, const Limits& limits) {
  if (is_over(image, limits)) return {nullptr, "image-limit"};
  if (is_plain_jpeg(image)) {
    Pixels jpeg = read_jpeg(image, limits);
    if (jpeg.pix || jpeg.problem == "image-limit") return jpeg;
  }
  PixPtr pix = is_one_bit(image) ? read_bits(image) : ToneReader(image).read();
  if (!pix) return {nullptr, "damaged-image"};
  return {std::move(pix), ""};
}

PixPtr resized(PixPtr pix, l_int32 width, l_int32 height) {
  if (pixGetWidth(pix.get()) == width && pixGetHeight(pix.get()) == height) return pix;
  return PixPtr(pixScaleToSize(pix.get(), width, height));
}

// `pix` where `mask` (grey) is white, paper where it is black. Both get the larger size of the
// two: a coarse picture seen through a fine mask is how some scanners write letters.
PixPtr on_white(PixPtr pix, PixPtr mask) {
  const l_int32 width = std::max(pixGetWidth(pix.get()), pixGetWidth(mask.get()));
  const l_int32 height = std::max(pixGetHeight(pix.get()), pixGetHeight(mask.get()));
  pix = resized(std::move(pix), width, height);
  mask = resized(std::move(mask), width, height);
  if (!pix || !mask) return nullptr;
  const bool is_grey = pixGetDepth(pix.get()) == 8;
  for (l_int32 y = 0; y < height; ++y) {
    l_uint32* row = pixGetData(pix.get()) + std::ptrdiff_t{y} * pixGetWpl(pix.get());
    l_uint32* cover = pixGetData(mask.get()) + std::ptrdiff_t{y} * pixGetWpl(mask.get());
    for (l_int32 x = 0; x < width; ++x) {
      const int share = GET_DATA_BYTE(cover, x);
      const auto mixed = [&](int value) { return 255 + (value - 255) * share / 255; };
      if (is_grey) {
        SET_DATA_BYTE(row, x, mixed(GET_DATA_BYTE(row, x)));
      } else {
        l_int32 red = 0, green = 0, blue = 0;
        extractRGBValues(row[x], &red, &green, &blue);
        composeRGBPixel(mixed(red), mixed(green), mixed(blue), row + x);
      }
    }
  }
  return pix;
}

}  // namespace

std::string raw_bytes(Stream& stream, std::uint64_t most) {
  std::string bytes;
  stream.reset();
  std::array<unsigned char, 16384> piece{};
  while (bytes.size() < most) {
    const int got = stream.doGetChars(static_cast<int>(piece.size()), piece.data());
    if (got <= 0) break;
    bytes.append(reinterpret_cast<const char*>(piece.data()), static_cast<std::size_t>(got));
  }
  stream.close();
  return bytes;
}

PixPtr reduced(PixPtr pix) {
  if (!pix || area(pix.get()) <= kMostTones) return pix;
  const auto factor = static_cast<float>(std::sqrt(kEnoughOfTones / area(pix.get())));
  return PixPtr(pixScaleGeneral(pix.get(), factor, factor, 0, 0));
}

Pixels pixels_of(const Samples& image, const Samples& mask, const Limits& limits) {
  Pixels pixels = read_samples(image, limits);
  if (!pixels.pix || mask.stream == nullptr) {
    pixels.pix = reduced(std::move(pixels.pix));
    return pixels;
  }
  Pixels cover = read_samples(mask, limits);
  if (!cover.pix) return {nullptr, cover.problem};
  PixPtr shares(pixConvertTo8(cover.pix.get(), 0));
  // A one-bit mask comes as ink on paper; ink is where the image shows.
  if (shares && mask.colours == nullptr) pixInvert(shares.get(), shares.get());
  if (!shares) return {nullptr, "damaged-image"};
  return {reduced(on_white(std::move(pixels.pix), std::move(shares))), pixels.problem};
}

}  // namespace biaoshen
