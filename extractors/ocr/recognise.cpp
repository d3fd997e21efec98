#include "extractors/ocr/recognise.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/engine_files.h"
#include "extractors/ocr/line_crop.h"
#include "extractors/ocr/paddle_reader.h"
#include "extractors/ocr/tesseract_reader.h"
#include "extractors/ocr/upright.h"
#include "extractors/ocr/worth_second.h"
#include "extractors/pictures/seals.h"
#include "extractors/pictures/straighten.h"

namespace biaoshen {

namespace {

constexpr int kSmallest = 8;             // pixels of a side that can hold a character
constexpr double kMostPixels = 24e6;     // larger pictures are read smaller
constexpr unsigned kSureEnough = 88;     // mean per cent of a page that stands upright
constexpr std::size_t kTurnedLines = 5;  // read the other way round where in doubt
constexpr std::uint8_t kLeastLine = 50;  // per cent; below it is texture that looks like print

int width_of(const Pix& picture) {
  return pixGetWidth(const_cast<Pix*>(&picture));
}
int height_of(const Pix& picture) {
  return pixGetHeight(const_cast<Pix*>(&picture));
}

PixPtr clone(const Pix& picture) {
  return PixPtr(pixClone(const_cast<Pix*>(&picture)));
}

// The picture as it is worked on, and where its pixels come from.
struct Working {
  PixPtr pix;
  PixelMap to_original;
};

Working bounded(const Pix& picture) {
  const double area = static_cast<double>(width_of(picture)) * height_of(picture);
  if (area <= kMostPixels) return {clone(picture), {}};
  const auto factor = static_cast<float>(std::sqrt(kMostPixels / area));
  PixPtr small(pixScaleGeneral(const_cast<Pix*>(&picture), factor, factor, 0.0f, 0));
  if (small == nullptr) return {};
  const double x = static_cast<double>(width_of(picture)) / width_of(*small);
  const double y = static_cast<double>(height_of(picture)) / height_of(*small);
  return {std::move(small), {{x, 0, 0, 0, y, 0, 0, 0, 1}}};
}

void straighten(Working& page) {
  StraightPicture straight = biaoshen::straighten(*page.pix);
  if (straight.pix == nullptr) return;
  page.to_original = page.to_original * straight.to_original;
  page.pix = std::move(straight.pix);
}

void turn(Working& page, int quarter_turns) {
  PixPtr other = turned(*page.pix, quarter_turns);
  if (other == nullptr) return;
  page.to_original =
      page.to_original * from_turned(quarter_turns, width_of(*page.pix), height_of(*page.pix));
  page.pix = std::move(other);
}

// What is read of the lines found; `found` keeps those that say something.
std::vector<RecognisedLine> read_found(PaddleReader& reader, const Pix& print,
                                       std::vector<FoundLine>& found) {
  std::vector<RecognisedLine> lines;
  std::vector<FoundLine> kept;
  for (const FoundLine& one : found) {
    RecognisedLine line = reader.read(print, one);
    if (line.symbols.empty() || line.confidence < kLeastLine) continue;
    lines.push_back(std::move(line));
    kept.push_back(one);
  }
  found = std::move(kept);
  return lines;
}

unsigned mean_confidence(const std::vector<RecognisedLine>& lines) {
  std::size_t sum = 0, symbols = 0;
  for (const RecognisedLine& line : lines) {
    sum += line.confidence * line.symbols.size();
    symbols += line.symbols.size();
  }
  return symbols == 0 ? 0 : static_cast<unsigned>(sum / symbols);
}

// Where the page reads badly, its longest lines are read the other way round as well.
bool stands_on_its_head(PaddleReader& reader, const Pix& print, std::vector<FoundLine> found) {
  std::sort(found.begin(), found.end(),
            [](const FoundLine& a, const FoundLine& b) { return width(a.box) > width(b.box); });
  found.resize(std::min(found.size(), kTurnedLines));
  std::size_t as_is = 0, other = 0;
  for (const FoundLine& line : found) {
    const PixPtr crop = cut_line(print, line);
    const PixPtr back = crop != nullptr ? turned(*crop, 2) : nullptr;
    if (back == nullptr) continue;
    as_is += reader.read(*crop).confidence;
    other += reader.read(*back).confidence;
  }
  return other > as_is + 5 * found.size();
}

// Top to bottom, and left to right among those of one row.
void sort_lines(std::vector<RecognisedLine>& lines) {
  std::sort(lines.begin(), lines.end(), [](const RecognisedLine& a, const RecognisedLine& b) {
    return a.box.top + a.box.bottom < b.box.top + b.box.bottom;
  });
  for (auto first = lines.begin(); first != lines.end();) {
    auto last = first + 1;
    const float middle = (first->box.top + first->box.bottom) / 2;
    while (last != lines.end() && last->box.top < middle &&
           (last->box.top + last->box.bottom) / 2 < first->box.bottom)
      ++last;
    std::sort(first, last, [](const RecognisedLine& a, const RecognisedLine& b) {
      return a.box.left < b.box.left;
    });
    first = last;
  }
}

std::vector<Box> boxes_of(const std::vector<RecognisedLine>& lines) {
  std::vector<Box> boxes;
  for (const RecognisedLine& line : lines) boxes.push_back(line.box);
  return boxes;
}

}  // namespace

std::string text_of(const RecognisedLine& line) {
  std::string text;
  for (const RecognisedSymbol& symbol : line.symbols) text += symbol.text;
  return text;
}

struct Recogniser::Parts {
  std::filesystem::path models;
  bool loaded = false;
  std::unique_ptr<PaddleReader> paddle;
  std::unique_ptr<TesseractReader> tesseract;

  void load() {
    if (loaded) return;
    loaded = true;
    paddle = PaddleReader::load(models);
    tesseract = TesseractReader::load();
  }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    if (paddle != nullptr) all.push_back("PP-OCRv4");
    if (tesseract != nullptr) all.push_back(TesseractReader::name());
    return all;
  }
  void read_lines(Working& page, RecognisedPicture& out);
  void read_with_paddle(Working& page, RecognisedPicture& out);
  void read_again(const Pix& print, const std::vector<FoundLine>& found,
                  std::vector<RecognisedLine>& lines);
  void read_seals(const Pix& picture, RecognisedPicture& out);
};

namespace {

// What is read: the picture itself, or what is left of it without its seals.
PixPtr print_of(const Pix& picture) {
  if (!has_colour(picture)) return clone(picture);
  const std::vector<SeenSeal> seals = find_seals(picture);
  if (seals.empty()) return clone(picture);
  PixPtr grey = without_seals(picture, seals);
  return grey != nullptr ? std::move(grey) : clone(picture);
}

}  // namespace

void Recogniser::Parts::read_with_paddle(Working& page, RecognisedPicture& out) {
  PixPtr print = print_of(*page.pix);
  std::vector<FoundLine> found = paddle->find(*print);
  if (runs_along_columns(found)) {
    turn(page, 1);
    straighten(page);
    out.quarter_turns = 1;
    print = print_of(*page.pix);
    found = paddle->find(*print);
  }
  const std::vector<FoundLine> all = found;
  out.lines = read_found(*paddle, *print, found);
  if (mean_confidence(out.lines) < kSureEnough && stands_on_its_head(*paddle, *print, all)) {
    turn(page, 2);
    out.quarter_turns += 2;
    print = print_of(*page.pix);
    found = paddle->find(*print);
    out.lines = read_found(*paddle, *print, found);
  }
  if (tesseract != nullptr) read_again(*print, found, out.lines);
}

void Recogniser::Parts::read_again(const Pix& print, const std::vector<FoundLine>& found,
                                   std::vector<RecognisedLine>& lines) {
  for (const std::size_t i : worth_second(lines))
    if (const PixPtr crop = cut_line(print, found[i]))
      lines[i].second = tesseract->read_line(*crop);
}

void Recogniser::Parts::read_seals(const Pix& picture, RecognisedPicture& out) {
  if (out.is_grey) return;
  for (const SeenSeal& seal : find_seals(picture)) {
    RecognisedSeal read{seal.box, "", 0};
    const PixPtr strip = seal.is_round && paddle != nullptr ? unrolled(picture, seal) : nullptr;
    if (strip != nullptr) {
      const RecognisedLine name = paddle->read(*strip);
      read.name = text_of(name);
      read.confidence = name.confidence;
    }
    out.seals.push_back(std::move(read));
  }
}

void Recogniser::Parts::read_lines(Working& page, RecognisedPicture& out) {
  if (paddle != nullptr)
    read_with_paddle(page, out);
  else if (tesseract != nullptr)
    out.lines = tesseract->read_page(*print_of(*page.pix));
  sort_lines(out.lines);
}

Recogniser::Recogniser(std::filesystem::path models) : parts_(std::make_unique<Parts>()) {
  parts_->models = std::move(models);
}
Recogniser::~Recogniser() = default;

RecognisedPicture Recogniser::read(const Pix& picture) {
  RecognisedPicture out;
  out.width = static_cast<float>(width_of(picture));
  out.height = static_cast<float>(height_of(picture));
  out.is_blank = std::min(out.width, out.height) < kSmallest || is_blank(picture);
  Working page = out.is_blank ? Working{} : bounded(picture);
  if (page.pix == nullptr) return out;
  parts_->load();
  out.engines = parts_->names();
  out.is_grey = !has_colour(*page.pix);
  straighten(page);
  parts_->read_lines(page, out);
  parts_->read_seals(*page.pix, out);
  out.width = static_cast<float>(width_of(*page.pix));
  out.height = static_cast<float>(height_of(*page.pix));
  out.to_original = page.to_original;
  out.rulings = find_rulings(*page.pix);
  std::vector<Box> seals;
  for (const RecognisedSeal& seal : out.seals) seals.push_back(seal.box);
  out.marks = find_marks(*page.pix, boxes_of(out.lines), out.rulings, seals);
  return out;
}

std::vector<std::string> Recogniser::engines() {
  parts_->load();
  return parts_->names();
}

bool Recogniser::is_able() {
  return has_models(parts_->models) || !engines().empty();
}

std::string Recogniser::stamp() const {
  return engine_stamp(parts_->models);
}

Recogniser& recogniser() {
  static Recogniser one(std::filesystem::read_symlink("/proc/self/exe").parent_path() / "models");
  return one;
}

}  // namespace biaoshen
