#include "extractors/worker/wire_page.h"

#include <cmath>

#include "extractors/worker/wire_columns.h"
#include "pipeline/base/text.h"

namespace biaoshen::wire {
namespace {

constexpr std::size_t kLongestName = 4096;  // bytes of a title, a reason, a name
// A flow without page breaks is one page, however many tables it has.
constexpr int kMostGrids = 1 << 17;

// A place on the page or in a picture of it; others do not occur.
void put_spot(const Place& place, pb::Spot& out) {
  if (const auto* on = std::get_if<OnPage>(&place)) put(on->box, *out.mutable_box());
  if (const auto* in = std::get_if<InImage>(&place))
    put(in->box, *out.mutable_box()), out.set_image(in->image);
}

Place place_from(std::uint32_t image, const Box& box) {
  if (image > 0) return InImage{image, box};
  return OnPage{box};
}

bool place_from(const pb::Spot& untrusted, Place& place) {
  const Box box = box_from(untrusted.box());
  place = place_from(untrusted.image(), box);
  return is_sane(box);
}

// What recognition adds to a page.
bool recognition_from(const pb::Page& untrusted, Page& page) {
  std::uint32_t last_end = 0;
  for (const pb::SecondReading& second : untrusted.second_readings()) {
    if (!is_range(page.text, second.begin(), second.end()) || second.begin() < last_end)
      return false;
    last_end = second.end();
    page.second_readings.push_back({second.begin(), second.end(), clean_utf8(second.text())});
  }
  for (const pb::Seal& untrusted_seal : untrusted.seals()) {
    Seal seal;
    if (!place_from(untrusted_seal.spot(), seal.place) || untrusted_seal.confidence() > 100)
      return false;
    seal.name = short_text(untrusted_seal.name(), kLongestName);
    seal.confidence = static_cast<std::uint8_t>(untrusted_seal.confidence());
    page.seals.push_back(std::move(seal));
  }
  for (const pb::Spot& untrusted_mark : untrusted.marks()) {
    Place mark;
    if (!place_from(untrusted_mark, mark)) return false;
    page.marks.push_back(mark);
  }
  return true;
}

}  // namespace

std::string short_text(const std::string& untrusted, std::size_t most) {
  std::string text = clean_utf8(untrusted);
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  text.resize(most);
  return text;
}

void put(const Page& page, pb::Page& out) {
  out.set_number(page.number), out.set_width(page.width), out.set_height(page.height);
  out.set_source(static_cast<std::uint32_t>(page.source));
  out.set_reason(page.reason), out.set_title(page.title), out.set_text(page.text);
  put(page.words, *out.mutable_words());
  put(page.lines, *out.mutable_lines());
  for (const Grid& grid : page.grids) put(grid, *out.add_grids());
  for (const Image& image : page.images) {
    pb::Image& to = *out.add_images();
    put(image.box, *to.mutable_box());
    to.set_width(image.width), to.set_height(image.height), to.set_format(image.format);
    to.set_begin(image.begin), to.set_end(image.end);
  }
  for (const SecondReading& second : page.second_readings) {
    pb::SecondReading& to = *out.add_second_readings();
    to.set_begin(second.begin), to.set_end(second.end), to.set_text(second.text);
  }
  for (const Seal& seal : page.seals) {
    pb::Seal& to = *out.add_seals();
    put_spot(seal.place, *to.mutable_spot());
    to.set_name(seal.name), to.set_confidence(seal.confidence);
  }
  for (const Place& mark : page.marks) put_spot(mark, *out.add_marks());
  out.set_is_grey_scan(page.is_grey_scan);
}

bool page_from(const pb::Page& untrusted, const Limits& limits, Page& page) {
  if (untrusted.number() == 0 || untrusted.number() > limits.pages || untrusted.source() > 4)
    return false;
  if (untrusted.text().size() > limits.page_text * 2 || untrusted.grids_size() > kMostGrids)
    return false;
  page.number = untrusted.number();
  page.width = std::isfinite(untrusted.width()) ? untrusted.width() : 0;
  page.height = std::isfinite(untrusted.height()) ? untrusted.height() : 0;
  page.source = static_cast<Source>(untrusted.source());
  page.reason = short_text(untrusted.reason(), kLongestName);
  page.title = short_text(untrusted.title(), kLongestName);
  page.text = untrusted.text();
  if (clean_utf8(page.text) != page.text) return false;
  if (!words_from(untrusted.words(), page.text, page.words)) return false;
  std::uint32_t rows = 0;
  std::uint64_t bytes_of_cells = 0, bytes_of_images = 0;
  for (const pb::Grid& untrusted_grid : untrusted.grids()) {
    Grid grid;
    if (!grid_from(untrusted_grid, page.text, grid) || (rows += grid.rows) > kMostRows)
      return false;
    for (const GridCell& cell : grid.cells) bytes_of_cells += cell.end - cell.begin;
    if (bytes_of_cells > most_text_of_parts(page.text)) return false;
    page.grids.push_back(std::move(grid));
  }
  for (const pb::Image& image : untrusted.images()) {
    const Box box = box_from(image.box());
    page.images.push_back({is_sane(box) ? box : Box{}, image.width(), image.height(),
                           short_text(image.format(), 32)});
    if (!is_range(page.text, image.begin(), image.end()) ||
        (bytes_of_images += image.end() - image.begin()) > most_text_of_parts(page.text))
      return false;
    page.images.back().begin = image.begin(), page.images.back().end = image.end();
  }
  page.is_grey_scan = untrusted.is_grey_scan();
  return lines_from(untrusted.lines(), page.text, page.words.size(), page.lines) &&
         recognition_from(untrusted, page);
}

}  // namespace biaoshen::wire
