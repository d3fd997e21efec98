#include "extractors/readers/pictures/picture_page.h"

#include <algorithm>
#include <cmath>

#include "extractors/readers/pdf/pdf_layout.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// The layout works in points and its tolerances fit print of this size.
constexpr float kLetterPoints = 12;
constexpr float kLetterShare = 0.75f;  // of a recognised line's height
constexpr std::uint8_t kSurest = 99;   // per cent: no recognised word is certain
constexpr float kApart = 1.0f;         // letters: a gap this wide parts two words

enum class Script : unsigned char { blank, han, other };

Script script_of(const std::string& symbol) {
  std::size_t at = 0;
  const char32_t c = next_code_point(symbol, at);
  if (c <= U' ' || c == 0x3000) return Script::blank;
  // Ideographs and the punctuation among them, colons of any width; full-width letters are letters.
  const bool han = c == U':' || c == 0xFF1A || (c >= 0x2E80 && c <= 0x9FFF) ||
                   (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
  return han ? Script::han : Script::other;
}

// A recognised line cut into words: at blanks, where the script changes, at wide gaps, and
// where a ruling of a table runs through.
class WordCutter {
 public:
  WordCutter(const RecognisedPicture& picture, float scale) : picture_(picture), scale_(scale) {}

  void cut(std::size_t index) {
    const RecognisedLine& line = picture_.lines[index];
    line_ = index;
    letter_ = height(line.box) * kLetterShare;
    const RecognisedSymbol* last = nullptr;
    for (const RecognisedSymbol& symbol : line.symbols) {
      const Script script = script_of(symbol.text);
      if (script == Script::blank || last == nullptr || script != script_of(last->text) ||
          symbol.box.left - last->box.right > kApart * letter_ || is_ruled_off(*last, symbol, line))
        end_word();
      last = script == Script::blank ? nullptr : &symbol;
      if (last != nullptr) add(symbol, line);
    }
    end_word();
  }

  PageWalk walk;
  std::vector<std::uint8_t> confidence;  // of each word of the walk
  std::vector<std::size_t> line_of;      // recognised line of each word of the walk

 private:
  bool is_ruled_off(const RecognisedSymbol& left, const RecognisedSymbol& right,
                    const RecognisedLine& line) const {
    const float middle = (line.box.top + line.box.bottom) / 2;
    const float from = (left.box.left + left.box.right) / 2;
    const float to = (right.box.left + right.box.right) / 2;
    return std::any_of(picture_.rulings.begin(), picture_.rulings.end(), [&](const Stroke& stroke) {
      return !stroke.horizontal && stroke.from < middle && middle < stroke.to && from < stroke.at &&
             stroke.at < to;
    });
  }

  void add(const RecognisedSymbol& symbol, const RecognisedLine& line) {
    const Box box{symbol.box.left * scale_, line.box.top * scale_, symbol.box.right * scale_,
                  line.box.bottom * scale_};
    if (word_.text.empty()) {
      word_.box = box;
      word_.size = letter_ * scale_;
      lowest_ = symbol.confidence;
    }
    word_.text += symbol.text;
    word_.box = unite(word_.box, box);
    lowest_ = std::min(lowest_, symbol.confidence);
  }

  void end_word() {
    if (word_.text.empty()) return;
    walk.words.push_back(std::move(word_));
    confidence.push_back(lowest_);
    line_of.push_back(line_);
    word_ = {};
  }

  const RecognisedPicture& picture_;
  float scale_;
  std::size_t line_ = 0;
  float letter_ = 0;
  PrintedWord word_;
  std::uint8_t lowest_ = 100;
};

// Points of the layout for one pixel, by the usual height of the lines.
float layout_scale(const RecognisedPicture& picture) {
  std::vector<float> heights;
  for (const RecognisedLine& line : picture.lines) heights.push_back(height(line.box));
  if (heights.empty()) return 1;
  const auto middle = heights.begin() + static_cast<long>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle > 1 ? kLetterPoints / (*middle * kLetterShare) : 1;
}

Box scaled(const Box& box, float factor) {
  return {box.left * factor, box.top * factor, box.right * factor, box.bottom * factor};
}

// Second readings, each over the words of its line that stand together.
void add_second_readings(const RecognisedPicture& picture, const std::vector<std::size_t>& line_of,
                         Page& page) {
  for (std::size_t first = 0; first < page.words.size();) {
    std::size_t last = first + 1;
    while (last < page.words.size() && line_of[last] == line_of[first]) ++last;
    if (const auto& second = picture.lines[line_of[first]].second)
      page.second_readings.push_back({page.words[first].begin, page.words[last - 1].end, *second});
    first = last;
  }
}

// The picture laid out as a page of its own; places are boxes in its original pixels.
Page laid_out(const RecognisedPicture& picture) {
  const float scale = layout_scale(picture);
  WordCutter cutter(picture, scale);
  for (std::size_t i = 0; i < picture.lines.size(); ++i) cutter.cut(i);
  cutter.walk.width = picture.width * scale;
  cutter.walk.height = picture.height * scale;
  for (const Stroke& stroke : picture.rulings)
    cutter.walk.rulings.push_back(
        {stroke.horizontal, stroke.at * scale, stroke.from * scale, stroke.to * scale});
  Page page;
  const std::vector<std::size_t> source = lay_out(cutter.walk, Origin::ocr, 0, page);
  std::vector<std::size_t> line_of;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    Word& word = page.words[i];
    word.confidence = std::min(cutter.confidence[source[i]], kSurest);
    line_of.push_back(cutter.line_of[source[i]]);
    word.place =
        OnPage{picture.to_original.apply(scaled(std::get<OnPage>(word.place).box, 1 / scale))};
  }
  add_second_readings(picture, line_of, page);
  for (const RecognisedSeal& seal : picture.seals)
    page.seals.push_back({OnPage{picture.to_original.apply(seal.box)}, seal.name, seal.confidence});
  for (const Box& mark : picture.marks)
    page.marks.push_back(OnPage{picture.to_original.apply(mark)});
  page.is_grey_scan = picture.is_grey;
  return page;
}

// Rewrites every place of a laid-out picture.
template <typename ToPlace>
void place_all(Page& page, ToPlace to_place) {
  const auto place = [&](Place& one) { one = to_place(std::get<OnPage>(one).box); };
  for (Word& word : page.words) place(word.place);
  for (Seal& seal : page.seals) place(seal.place);
  for (Place& mark : page.marks) place(mark);
}

// Puts `more` behind what `page` has.
void append(Page more, Page& page) {
  const auto text = static_cast<std::uint32_t>(page.text.size());
  const auto words = static_cast<std::uint32_t>(page.words.size());
  page.text += more.text;
  for (Word& word : more.words) word.begin += text, word.end += text, page.words.push_back(word);
  for (Line& line : more.lines) {
    line.first += words, line.last += words, line.begin += text, line.end += text;
    page.lines.push_back(line);
  }
  for (Grid& grid : more.grids) {
    for (GridCell& cell : grid.cells) cell.begin += text, cell.end += text;
    page.grids.push_back(std::move(grid));
  }
  for (SecondReading& second : more.second_readings) {
    second.begin += text, second.end += text;
    page.second_readings.push_back(std::move(second));
  }
  std::move(more.seals.begin(), more.seals.end(), std::back_inserter(page.seals));
  std::move(more.marks.begin(), more.marks.end(), std::back_inserter(page.marks));
  page.is_grey_scan = page.is_grey_scan || more.is_grey_scan;
}

}  // namespace

void put_as_page(const RecognisedPicture& recognised, float picture_width, float picture_height,
                 Page& page) {
  Page read = laid_out(recognised);
  const float across = picture_width > 0 ? page.width / picture_width : 1;
  const float down = picture_height > 0 ? page.height / picture_height : 1;
  place_all(read, [&](const Box& box) {
    return OnPage{{box.left * across, box.top * down, box.right * across, box.bottom * down}};
  });
  append(std::move(read), page);
  page.source = !recognised.lines.empty() ? Source::ocr
                : recognised.is_blank     ? Source::blank
                                          : Source::failed;
}

void append_image(const RecognisedPicture& recognised, std::uint32_t image, const PixelMap* to_page,
                  Page& page) {
  if (image >= page.images.size()) return;
  Page read = laid_out(recognised);
  place_all(read, [&](const Box& box) -> Place {
    if (to_page != nullptr) return OnPage{to_page->apply(box)};
    return InImage{image + 1, box};
  });
  page.images[image].begin = static_cast<std::uint32_t>(page.text.size());
  append(std::move(read), page);
  page.images[image].end = static_cast<std::uint32_t>(page.text.size());
}

void EngineReport::add(const RecognisedPicture& recognised) {
  for (const std::string& engine : recognised.engines) {
    if (std::find(told_.begin(), told_.end(), engine) != told_.end()) continue;
    told_.push_back(engine);
    sink_.engine(engine);
  }
}

}  // namespace biaoshen
