#include "extractors/ocr/paddle_reader.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include "extractors/ocr/ctc.h"
#include "extractors/ocr/glyph_gaps.h"
#include "extractors/ocr/line_crop.h"
#include "extractors/ocr/line_detector.h"
#include "extractors/ocr/pixel_floats.h"

namespace biaoshen {

namespace {

constexpr int kHeight = 48;
constexpr int kLeastWidth = 48, kWidest = 2560;  // pixels at that height
constexpr int kStep = 8;                         // pixels of one step of the net

// The net was trained with long lines pressed together, and reads them better so, and sooner.
constexpr float kShort = 10, kNarrowerEach = 0.025f, kNarrowest = 0.65f;
float narrowing(int width, int height) {
  const float shape = static_cast<float>(width) / static_cast<float>(height);
  return std::clamp(1 - (shape - kShort) * kNarrowerEach, kNarrowest, 1.0f);
}

const Normalising kNormalising = {{0.5f, 0.5f, 0.5f}, {0.5f, 0.5f, 0.5f}};

std::vector<std::string> read_alphabet(const std::filesystem::path& file) {
  std::vector<std::string> alphabet = {""};
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    while (!line.empty() && line.back() == '\r') line.pop_back();
    alphabet.push_back(line);
  }
  alphabet.push_back(" ");
  return alphabet;
}

std::uint8_t per_cent(float likelihood) {
  return static_cast<std::uint8_t>(std::lround(100 * std::clamp(likelihood, 0.0f, 1.0f)));
}

std::uint8_t mean_confidence(const std::vector<RecognisedSymbol>& symbols) {
  unsigned sum = 0;
  for (const RecognisedSymbol& symbol : symbols) sum += symbol.confidence;
  return symbols.empty() ? 0 : static_cast<std::uint8_t>(sum / symbols.size());
}

// Where a line too long for one pass may be cut: equal parts, moved to the nearest white.
std::vector<int> cuts_of(const Pix& crop) {
  Pix* source = const_cast<Pix*>(&crop);  // only read
  const int width = pixGetWidth(source), height = pixGetHeight(source);
  const int most =
      std::max(1, static_cast<int>(static_cast<std::int64_t>(height) * kWidest / kHeight));
  std::vector<int> cuts = {0};
  if (width > most) {
    const LineInk ink(crop);
    const int count = width / most + 1;
    for (int i = 1; i < count; ++i) {
      const int middle = static_cast<int>(static_cast<std::int64_t>(width) * i / count);
      int best = middle;
      for (int off = 0; off < 2 * height; ++off) {
        if (middle - off <= cuts.back() || middle + off >= width) break;
        if (!ink.in_column(best = middle - off) || !ink.in_column(best = middle + off)) break;
        best = middle;
      }
      cuts.push_back(best);
    }
  }
  cuts.push_back(width);
  return cuts;
}

}  // namespace

std::unique_ptr<PaddleReader> PaddleReader::load(const std::filesystem::path& models) {
  auto detector = OnnxModel::load(models, "det.onnx");
  auto recogniser = OnnxModel::load(models, "rec.onnx");
  std::vector<std::string> alphabet = read_alphabet(models / "keys.txt");
  if (detector == nullptr || recogniser == nullptr || alphabet.size() < 100) return nullptr;
  return std::unique_ptr<PaddleReader>(
      new PaddleReader(std::move(detector), std::move(recogniser), std::move(alphabet)));
}

PaddleReader::PaddleReader(std::unique_ptr<OnnxModel> detector,
                           std::unique_ptr<OnnxModel> recogniser, std::vector<std::string> alphabet)
    : detector_(std::move(detector)),
      recogniser_(std::move(recogniser)),
      alphabet_(std::move(alphabet)) {}

std::vector<FoundLine> PaddleReader::find(const Pix& picture) {
  Pix* source = const_cast<Pix*>(&picture);  // only read
  return find_lines(*detector_, picture,
                    detection_scale(pixGetWidth(source), pixGetHeight(source)));
}

RecognisedLine PaddleReader::read(const Pix& picture, const FoundLine& line) {
  const PixPtr crop = cut_line(picture, line);
  if (crop == nullptr) return {};
  RecognisedLine read = this->read(*crop);
  const float left = std::max(0.0f, std::floor(line.box.left));
  const float middle = (line.box.left + line.box.right) / 2;
  for (RecognisedSymbol& symbol : read.symbols) {
    const float right_by = (symbol.box.left + symbol.box.right) / 2 + left - middle;
    const float down = line.slope * right_by;
    symbol.box = {symbol.box.left + left, line.box.top + down, symbol.box.right + left,
                  line.box.bottom + down};
  }
  read.box = around(line);
  return read;
}

RecognisedLine PaddleReader::read(const Pix& crop) {
  RecognisedLine line;
  const std::vector<int> cuts = cuts_of(crop);
  const auto height = static_cast<float>(pixGetHeight(const_cast<Pix*>(&crop)));
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const auto left = static_cast<float>(cuts[i]), right = static_cast<float>(cuts[i + 1]);
    const PixPtr piece = cut_out(crop, {left, 0, right, height});
    if (piece == nullptr) continue;
    for (RecognisedSymbol& symbol : read_piece(*piece).symbols) {
      symbol.box.left += left;
      symbol.box.right += left;
      line.symbols.push_back(std::move(symbol));
    }
  }
  line.box = {0, 0, static_cast<float>(cuts.back()), height};
  line.confidence = mean_confidence(line.symbols);
  return line;
}

RecognisedLine PaddleReader::read_piece(const Pix& crop) {
  Pix* source = const_cast<Pix*>(&crop);  // only read
  const int width = pixGetWidth(source), height = pixGetHeight(source);
  const float scale =
      narrowing(width, height) * static_cast<float>(kHeight) / static_cast<float>(height);
  const int wide =
      std::clamp(static_cast<int>(std::lround(scale * static_cast<float>(width))), 8, kWidest);
  const int plane_wide = std::max(kLeastWidth, (wide + kStep - 1) / kStep * kStep);
  std::vector<float> values = pixel_floats(crop, wide, kHeight, plane_wide, kHeight, kNormalising);
  std::vector<ReadSymbol> read;
  recogniser_->run(values, {1, 3, kHeight, plane_wide},
                   [&](std::span<const float> likelihoods, const OnnxModel::Shape& shape) {
                     if (shape.size() != 3 || shape[1] <= 0 ||
                         static_cast<std::size_t>(shape[2]) != alphabet_.size())
                       return;
                     const float step =
                         static_cast<float>(plane_wide) / static_cast<float>(shape[1]) / scale;
                     bool blank = false;
                     for (const CtcSymbol& symbol : decode_ctc(likelihoods, alphabet_.size())) {
                       const std::string& text = alphabet_[symbol.character];
                       if (text != " " && text != "\u3000")
                         read.push_back({text, ((symbol.first + symbol.last) / 2 + 0.5f) * step,
                                         per_cent(symbol.likelihood), blank});
                       blank = text == " " || text == "\u3000";
                     }
                   });
  RecognisedLine line;
  line.symbols = place_symbols(read, LineInk(crop));
  return line;
}

}  // namespace biaoshen
