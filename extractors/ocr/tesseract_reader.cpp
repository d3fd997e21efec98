#include "extractors/ocr/tesseract_reader.h"

#include <leptonica/allheaders.h>
#include <tesseract/capi.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/glyph_gaps.h"
#include "extractors/ocr/print_height.h"
#include "extractors/pictures/page_signs.h"

namespace biaoshen {

namespace {

constexpr float kCharacter = 30;      // pixels Tesseract reads best, of a page's characters
constexpr float kLineHeight = 40;     // pixels of a line's crop
constexpr float kBadgeEdge = 0.12f;   // of a crop's height, that may lie outside a badge
constexpr l_uint32 kContrast = 16;    // grey levels that print stands out by
constexpr int kBorder = 10;           // of paper around a crop
constexpr double kMostPixels = 16e6;  // of a page as Tesseract sees it

struct DeleteText {
  void operator()(const char* text) const { TessDeleteText(text); }
};
using Text = std::unique_ptr<char, DeleteText>;

struct DeleteResult {
  void operator()(TessResultIterator* at) const { TessResultIteratorDelete(at); }
};
using ResultPtr = std::unique_ptr<TessResultIterator, DeleteResult>;

// Blanks only between Latin letters, digits and their punctuation.
std::string without_outer_blanks(const std::string& text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_blank = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    if (!is_blank) {
      kept += text[i];
      continue;
    }
    const std::size_t next = text.find_first_not_of(" \n\t", i);
    if (kept.empty() || next == std::string::npos) continue;
    if (kept.back() != ' ' && may_be_apart({kept.back()}, {text[next]})) kept += ' ';
  }
  return kept;
}

PixPtr scaled(PixPtr pix, float factor) {
  if (pix == nullptr || std::abs(factor - 1) < 0.05f) return pix;
  return PixPtr(pixScale(pix.get(), factor, factor));
}

// Grey, with even paper: what shadows and tinted paper leave is print.
PixPtr normalised(const Pix& picture) {
  PixPtr grey(pixConvertTo8(const_cast<Pix*>(&picture), 0));
  if (grey == nullptr) return nullptr;
  PixPtr even(pixBackgroundNormSimple(grey.get(), nullptr, nullptr));
  return even != nullptr ? std::move(even) : std::move(grey);
}

// Print black, paper white, whatever their colours were; of a badge its ground alone, without the
// page around it. Null where nothing stands out.
PixPtr dark_on_light(PixPtr line) {
  Pix& grey = *line;
  l_uint32 darkest = 0, paper = 0, lightest = 0;
  pixGetRankValue(&grey, 1, 0.01f, &darkest);
  pixGetRankValue(&grey, 1, 0.5f, &paper);
  pixGetRankValue(&grey, 1, 0.99f, &lightest);
  if (lightest - darkest < kContrast) return nullptr;
  pixGammaTRC(&grey, &grey, 1.0f, static_cast<l_int32>(darkest), static_cast<l_int32>(lightest));
  if (2 * paper >= darkest + lightest) return line;
  pixInvert(&grey, &grey);
  const int edge = static_cast<int>(kBadgeEdge * static_cast<float>(pixGetHeight(&grey)));
  return PixPtr(pixRemoveBorder(&grey, edge));
}

// A table's cells beside each other are rows of their own, and its rulings are no print: there
// Tesseract has to find columns and rulings. Elsewhere it would tear rows apart.
tesseract::PageSegMode layout_of(const Pix& picture) {
  const std::vector<Stroke> rulings = find_rulings(picture);
  const auto upright = std::count_if(rulings.begin(), rulings.end(),
                                     [](const Stroke& ruling) { return !ruling.horizontal; });
  return upright >= 2 ? tesseract::PSM_SINGLE_COLUMN : tesseract::PSM_SINGLE_BLOCK;
}

// The line that the iterator is in, symbol by symbol; it moves on to the next.
RecognisedLine take_line(TessResultIterator* at, float scale, bool& more) {
  const TessPageIterator* where = TessResultIteratorGetPageIteratorConst(at);
  RecognisedLine line;
  unsigned sum = 0;
  do {
    const Text text(TessResultIteratorGetUTF8Text(at, tesseract::RIL_SYMBOL));
    int left = 0, top = 0, right = 0, bottom = 0;
    if (text == nullptr ||
        !TessPageIteratorBoundingBox(where, tesseract::RIL_SYMBOL, &left, &top, &right, &bottom))
      continue;
    const Box box{static_cast<float>(left) / scale, static_cast<float>(top) / scale,
                  static_cast<float>(right) / scale, static_cast<float>(bottom) / scale};
    const auto confidence = static_cast<std::uint8_t>(
        std::clamp(TessResultIteratorConfidence(at, tesseract::RIL_SYMBOL), 0.0f, 100.0f));
    if (!line.symbols.empty() && TessPageIteratorIsAtBeginningOf(where, tesseract::RIL_WORD)) {
      const RecognisedSymbol& before = line.symbols.back();
      if (may_be_apart(before.text, text.get()) && box.left > before.box.right)
        line.symbols.push_back({" ",
                                {before.box.right, box.top, box.left, box.bottom},
                                std::min(before.confidence, confidence)});
    }
    line.symbols.push_back({text.get(), box, confidence});
    line.box = line.symbols.size() == 1 ? box : unite(line.box, box);
    sum += confidence;
  } while ((more = TessResultIteratorNext(at, tesseract::RIL_SYMBOL) != 0) &&
           !TessPageIteratorIsAtBeginningOf(where, tesseract::RIL_TEXTLINE));
  if (!line.symbols.empty())
    line.confidence =
        static_cast<std::uint8_t>(std::min<std::size_t>(100, sum / line.symbols.size()));
  return line;
}

}  // namespace

std::unique_ptr<TesseractReader> TesseractReader::load() {
  Api api(TessBaseAPICreate());
  if (!api || TessBaseAPIInit2(api.get(), nullptr, "HanS", tesseract::OEM_LSTM_ONLY) != 0)
    return nullptr;
  TessBaseAPISetVariable(api.get(), "debug_file", "/dev/null");
  return std::unique_ptr<TesseractReader>(new TesseractReader(std::move(api)));
}

void TesseractReader::Delete::operator()(tesseract::TessBaseAPI* api) const {
  TessBaseAPIDelete(api);
}

TesseractReader::TesseractReader(Api api) : api_(std::move(api)) {}
TesseractReader::~TesseractReader() = default;

std::string TesseractReader::name() {
  const char* version = TessVersion();
  return std::string("Tesseract ") + (version == nullptr ? "" : version) + " HanS";
}

std::string TesseractReader::read_line(const Pix& crop) {
  const int height = pixGetHeight(const_cast<Pix*>(&crop));
  PixPtr grey(pixConvertTo8(const_cast<Pix*>(&crop), 0));
  grey = scaled(std::move(grey), kLineHeight / static_cast<float>(std::max(1, height)));
  if (grey == nullptr) return "";
  grey = dark_on_light(std::move(grey));
  if (grey == nullptr) return "";
  const PixPtr framed(pixAddBorderGeneral(grey.get(), kBorder, kBorder, kBorder, kBorder, 255));
  if (framed == nullptr) return "";
  TessBaseAPISetPageSegMode(api_.get(), tesseract::PSM_SINGLE_LINE);
  TessBaseAPISetImage2(api_.get(), framed.get());
  TessBaseAPISetSourceResolution(api_.get(), 300);
  const Text text(TessBaseAPIGetUTF8Text(api_.get()));
  TessBaseAPIClear(api_.get());
  return text == nullptr ? "" : without_outer_blanks(text.get());
}

std::vector<RecognisedLine> TesseractReader::read_page(const Pix& picture) {
  PixPtr page = normalised(picture);
  if (page == nullptr) return {};
  const float letters = print_height(*page);
  const double area = static_cast<double>(pixGetWidth(page.get())) * pixGetHeight(page.get());
  float scale = letters > 0 ? std::clamp(kCharacter / letters, 0.25f, 3.0f) : 1.0f;
  scale = std::min(scale, static_cast<float>(std::sqrt(kMostPixels / area)));
  if (std::abs(scale - 1) < 0.05f) scale = 1;
  page = scaled(std::move(page), scale);
  if (page == nullptr) return {};
  TessBaseAPISetPageSegMode(api_.get(), layout_of(picture));
  TessBaseAPISetImage2(api_.get(), page.get());
  TessBaseAPISetSourceResolution(api_.get(), 300);
  std::vector<RecognisedLine> lines;
  if (TessBaseAPIRecognize(api_.get(), nullptr) == 0) {
    const ResultPtr at(TessBaseAPIGetIterator(api_.get()));
    for (bool more = at != nullptr; more;) {
      RecognisedLine line = take_line(at.get(), scale, more);
      if (!line.symbols.empty()) lines.push_back(std::move(line));
    }
  }
  TessBaseAPIClear(api_.get());
  return lines;
}

}  // namespace biaoshen
