#include "extractors/worker/recognition_wire.h"

#include <cmath>

#include "pipeline/base/text.h"
#include "wire.pb.h"

namespace biaoshen::wire {
namespace {

void put(const Box& box, pb::Box& out) {
  out.set_left(box.left), out.set_top(box.top);
  out.set_right(box.right), out.set_bottom(box.bottom);
}

// No picture is larger, nor is what its map leads to. False for what is no number.
constexpr double kMostPixels = 1e6;
bool is_near(double pixels) {
  return std::abs(pixels) <= kMostPixels;
}

// False where the box is none.
bool take(const pb::Box& in, Box& box) {
  box = {in.left(), in.top(), in.right(), in.bottom()};
  return is_near(box.left) && is_near(box.top) && is_near(box.right) && is_near(box.bottom) &&
         box.left <= box.right && box.top <= box.bottom;
}

std::uint8_t per_cent(std::uint32_t value) {
  return static_cast<std::uint8_t>(std::min(value, 100u));
}

void put(const RecognisedLine& line, pb::RecognisedLine& out) {
  put(line.box, *out.mutable_box());
  for (const RecognisedSymbol& symbol : line.symbols) {
    pb::Symbol& to = *out.add_symbols();
    to.set_text(symbol.text), to.set_confidence(symbol.confidence);
    put(symbol.box, *to.mutable_box());
  }
  out.set_confidence(line.confidence);
  out.set_has_second(line.second.has_value());
  if (line.second) out.set_second(*line.second);
}

bool take(const pb::RecognisedLine& in, RecognisedLine& line) {
  if (!take(in.box(), line.box)) return false;
  for (const pb::Symbol& s : in.symbols()) {
    RecognisedSymbol symbol{clean_utf8(s.text()), {}, per_cent(s.confidence())};
    // Nothing at all, or the end of a line, is no character of one.
    const bool is_character =
        !symbol.text.empty() && symbol.text.find_first_of("\n\t") == std::string::npos;
    if (!is_character || !take(s.box(), symbol.box)) return false;
    line.symbols.push_back(std::move(symbol));
  }
  line.confidence = per_cent(in.confidence());
  if (in.has_second()) line.second = clean_utf8(in.second());
  return true;
}

bool take_boxes(const pb::Recognised& in, RecognisedPicture& out) {
  for (const pb::RecognisedSeal& s : in.seals()) {
    RecognisedSeal seal{{}, clean_utf8(s.name()), per_cent(s.confidence())};
    if (!take(s.box(), seal.box)) return false;
    out.seals.push_back(std::move(seal));
  }
  for (const pb::Box& m : in.marks()) {
    Box mark;
    if (!take(m, mark)) return false;
    out.marks.push_back(mark);
  }
  for (const pb::Stroke& s : in.rulings()) {
    if (!is_near(s.at()) || !is_near(s.from()) || !is_near(s.to())) return false;
    out.rulings.push_back({s.horizontal(), s.at(), s.from(), s.to()});
  }
  return true;
}

// Everything that was found, in one box; a point of the picture where nothing was.
Box all_of(const RecognisedPicture& picture) {
  Box all;
  for (const RecognisedLine& line : picture.lines) {
    all = unite(all, line.box);
    for (const RecognisedSymbol& symbol : line.symbols) all = unite(all, symbol.box);
  }
  for (const RecognisedSeal& seal : picture.seals) all = unite(all, seal.box);
  for (const Box& mark : picture.marks) all = unite(all, mark);
  return all;
}

// Whether all of it leads to pixels of the original: a map could lead it to infinity, and then the
// page of an honest reader would be no page. The horizon of the map must not cross the box; what
// the corners lead to then holds for all between them.
bool leads_back(const RecognisedPicture& picture) {
  const Box all = all_of(picture);
  const double* m = picture.to_original.m;
  int above = 0;
  for (const double x : {all.left, all.right})
    for (const double y : {all.top, all.bottom}) above += m[6] * x + m[7] * y + m[8] > 0 ? 1 : 0;
  const Box there = picture.to_original.apply(all);
  return (above == 0 || above == 4) && is_near(there.left) && is_near(there.top) &&
         is_near(there.right) && is_near(there.bottom);
}

}  // namespace

std::string encode(const RecognisedPicture& recognised) {
  pb::Recognised out;
  out.set_width(recognised.width), out.set_height(recognised.height);
  for (const double value : recognised.to_original.m) out.add_to_original(value);
  for (const RecognisedLine& line : recognised.lines) put(line, *out.add_lines());
  for (const Stroke& stroke : recognised.rulings) {
    pb::Stroke& to = *out.add_rulings();
    to.set_horizontal(stroke.horizontal), to.set_at(stroke.at);
    to.set_from(stroke.from), to.set_to(stroke.to);
  }
  for (const RecognisedSeal& seal : recognised.seals) {
    pb::RecognisedSeal& to = *out.add_seals();
    put(seal.box, *to.mutable_box());
    to.set_name(seal.name), to.set_confidence(seal.confidence);
  }
  for (const Box& mark : recognised.marks) put(mark, *out.add_marks());
  out.set_is_grey(recognised.is_grey), out.set_is_blank(recognised.is_blank);
  out.set_quarter_turns(recognised.quarter_turns);
  for (const std::string& engine : recognised.engines) out.add_engines(engine);
  return out.SerializeAsString();
}

std::optional<RecognisedPicture> decode_recognised(std::string_view untrusted) {
  pb::Recognised in;
  if (untrusted.empty() ||
      !in.ParseFromArray(untrusted.data(), static_cast<int>(untrusted.size())) ||
      in.to_original_size() != 9)
    return std::nullopt;
  RecognisedPicture out;
  out.width = in.width(), out.height = in.height();
  if (!is_near(out.width) || !is_near(out.height)) return std::nullopt;
  for (int i = 0; i < 9; ++i) {
    if (!std::isfinite(in.to_original(i))) return std::nullopt;
    out.to_original.m[i] = in.to_original(i);
  }
  for (const pb::RecognisedLine& l : in.lines()) {
    RecognisedLine line;
    if (!take(l, line)) return std::nullopt;
    out.lines.push_back(std::move(line));
  }
  if (!take_boxes(in, out) || !leads_back(out)) return std::nullopt;
  out.is_grey = in.is_grey(), out.is_blank = in.is_blank();
  out.quarter_turns = in.quarter_turns();
  for (const std::string& engine : in.engines()) out.engines.push_back(clean_utf8(engine));
  return out;
}

}  // namespace biaoshen::wire
