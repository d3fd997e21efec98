#include "extractors/readers/ofd/ofd_content.h"

#include <algorithm>
#include <utility>

#include "extractors/readers/ofd/ofd_shapes.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr int kDeepestUnit = 4;
constexpr std::size_t kMostUnits = 500;        // of a page
constexpr std::size_t kMostTemplates = 16;     // of a page
constexpr std::size_t kMostImages = 5000;      // of a page
constexpr std::size_t kMostFills = 5000;       // of a page
constexpr std::size_t kMostText = 4 << 20;     // bytes of one element
constexpr std::size_t kMostLetters = 8 << 20;  // bytes of a page, with its templates
constexpr std::size_t kMostWhite = 20'000;     // words of a page
constexpr double kFaintest = 5;                // of 255; below nobody sees it
constexpr double kWhite = 250;                 // of 255
constexpr float kUsualPixels = 2;              // of a point; 144 to the inch

double number_in(const XmlTag& tag, std::string_view name, double otherwise) {
  const std::vector<double> numbers = ofd_numbers(tag.value(name).value_or(""));
  return numbers.empty() ? otherwise : numbers.front();
}

bool is_true(const XmlTag& tag, std::string_view name, bool otherwise) {
  const std::string stated = tag.value(name).value_or("");
  return stated.empty() ? otherwise : stated == "true" || stated == "1";
}

bool is_out_of_sight(const XmlTag& tag) {
  return !is_true(tag, "Visible", true) || number_in(tag, "Alpha", 255) < kFaintest;
}

bool is_object(std::string_view name) {
  return name == "TextObject" || name == "PathObject" || name == "ImageObject" ||
         name == "CompositeObject";
}

bool is_no_content(std::string_view name) {
  return name == "Clips" || name == "Actions" || name == "Border" || name == "Pattern" ||
         name == "AxialShd" || name == "RadialShd" || name == "GouraudShd" ||
         name == "LaGouraudShd";
}

// Line breaks among the letters are the markup's.
std::string without_breaks(std::string text) {
  std::erase_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return text;
}

OfdMatrix moved_by(const OfdBox& boundary) {
  return {1, 0, 0, 1, boundary.left, boundary.top};
}

}  // namespace

OfdContent::OfdContent(OfdResources& resources, OfdSheet& sheet, TakeResources take_resources)
    : resources_(resources), sheet_(sheet), take_resources_(std::move(take_resources)) {
  frames_.push_back({{kPointsPerMillimetre, 0, 0, kPointsPerMillimetre, 0, 0}});
}

OfdContent::OfdContent(OfdResources& resources, OfdSheet& sheet, std::string unit,
                       const Frame& frame, int nesting)
    : resources_(resources),
      sheet_(sheet),
      unit_(std::move(unit)),
      nesting_(nesting),
      frames_({frame}) {}

// --- elements ---

void OfdContent::start(const XmlTag& tag) {
  ++depth_;
  if (skip_depth_ != 0) return;
  const std::string_view name = tag.name();
  text_.clear();
  if (!unit_.empty() && unit_depth_ == 0) {
    if (name == "CompositeGraphicUnit" && tag.value("ID").value_or("") == unit_)
      unit_depth_ = depth_;
    return;
  }
  if (is_no_content(name)) {
    if (name != "Clips" && name != "Actions" && name != "Border") ++sheet_.walk.patterns;
    skip_depth_ = depth_;
  } else if (is_object(name)) {
    open_object(tag);
  } else if (name == "TextCode") {
    open_code(tag);
  } else if (name == "CGTransform") {
    take_glyphs(tag);
  } else if (name == "FillColor" || name == "StrokeColor") {
    take_colour(tag, name == "FillColor");
  } else if (name == "Annot") {
    push_frame(frames_.back().to_page, is_out_of_sight(tag),
               tag.value("Type").value_or("") == "Watermark");
  } else if (name == "Appearance") {
    const OfdBox boundary = ofd_box(tag.value("Boundary").value_or("")).value_or(OfdBox{});
    push_frame(frames_.back().to_page * moved_by(boundary), is_out_of_sight(tag), false);
  } else if (name == "Template" && sheet_.templates.size() < kMostTemplates) {
    sheet_.templates.push_back(tag.value("TemplateID").value_or(""));
  }
}

void OfdContent::end(const XmlTag& tag) {
  const int depth = depth_--;
  if (skip_depth_ != 0) {
    if (depth == skip_depth_) skip_depth_ = 0;
    return;
  }
  const std::string_view name = tag.name();
  if (name == "TextCode" && object_.is_open && !object_.text.codes.empty()) {
    object_.text.codes.back().text = without_breaks(std::exchange(text_, {}));
  } else if (name == "AbbreviatedData" && object_.is_open) {
    object_.path = std::exchange(text_, {});
  } else if (is_object(name)) {
    close_object(name);
  } else if (name == "PhysicalBox" && !object_.is_open) {
    paper_ = ofd_paper(text_).value_or(paper_);
  } else if (name == "PageRes" && take_resources_) {
    take_resources_(trim(text_));
  }
  if (frames_.size() > 1 && frames_.back().depth == depth) frames_.pop_back();
  if (depth == unit_depth_) unit_depth_ = 0;
}

void OfdContent::text(std::string_view piece) {
  if (skip_depth_ != 0) return;
  if (text_.size() + piece.size() > kMostText) return miss("过长的文字");
  text_ += piece;
}

void OfdContent::push_frame(const OfdMatrix& to_page, bool is_hidden, bool is_watermark) {
  const Frame& around = frames_.back();
  frames_.push_back(
      {to_page, depth_, around.is_hidden || is_hidden, around.is_watermark || is_watermark});
}

void OfdContent::miss(std::string what) {
  if (sheet_.missing.empty()) sheet_.missing = std::move(what);
}

// --- objects ---

void OfdContent::open_object(const XmlTag& tag) {
  object_ = {};
  object_.is_open = true;
  const OfdBox boundary = ofd_box(tag.value("Boundary").value_or("")).value_or(OfdBox{});
  const Frame& frame = frames_.back();
  object_.boundary = frame.to_page.apply(boundary);
  object_.to_page = frame.to_page * moved_by(boundary);
  if (const auto matrix = ofd_matrix(tag.value("CTM").value_or(""))) {
    object_.to_page = object_.to_page * *matrix;
    object_.has_matrix = true;
  }
  object_.resource = tag.value("ResourceID").value_or("");
  object_.is_hidden = frame.is_hidden || is_out_of_sight(tag);
  object_.is_opaque = number_in(tag, "Alpha", 255) >= 255;
  const bool is_text = tag.name() == "TextObject";
  object_.is_filled = is_true(tag, "Fill", is_text);
  object_.is_stroked = is_true(tag, "Stroke", !is_text);
  if (is_text) open_text(tag);
}

void OfdContent::open_text(const XmlTag& tag) {
  OfdText& text = object_.text;
  text.size = number_in(tag, "Size", 0);
  text.stretch = std::clamp(number_in(tag, "HScale", 1), 0.1, 10.0);
  text.read_direction = static_cast<int>(number_in(tag, "ReadDirection", 0));
  text.letter_direction = static_cast<int>(number_in(tag, "CharDirection", 0));
}

void OfdContent::open_code(const XmlTag& tag) {
  if (!object_.is_open) return;
  OfdTextCode code;
  if (tag.value("X")) code.x = number_in(tag, "X", 0);
  if (tag.value("Y")) code.y = number_in(tag, "Y", 0);
  code.delta_x = ofd_offsets(tag.value("DeltaX").value_or(""));
  code.delta_y = ofd_offsets(tag.value("DeltaY").value_or(""));
  object_.text.codes.push_back(std::move(code));
}

void OfdContent::take_glyphs(const XmlTag& tag) {
  const auto count = [&](std::string_view name, double otherwise) {
    return static_cast<std::size_t>(std::clamp(number_in(tag, name, otherwise), 0.0, 1000.0));
  };
  if (!object_.is_open) return;
  const auto position = std::clamp(number_in(tag, "CodePosition", 0), 0.0, 1e6);
  object_.text.glyphs.push_back(
      {static_cast<std::size_t>(position), count("CodeCount", 1), count("GlyphCount", 1)});
}

void OfdContent::take_colour(const XmlTag& tag, bool is_fill) {
  if (!object_.is_open) return;
  const bool is_faint = number_in(tag, "Alpha", 255) < kFaintest;
  if (is_faint) (is_fill ? object_.is_filled : object_.is_stroked) = false;
  if (!is_fill) return;
  const std::vector<double> values = ofd_numbers(tag.value("Value").value_or(""));
  object_.is_white =
      (values.size() == 1 || values.size() == 3) &&
      std::all_of(values.begin(), values.end(), [](double v) { return v >= kWhite; });
}

void OfdContent::close_object(std::string_view name) {
  if (!std::exchange(object_.is_open, false)) return;
  if (name == "TextObject") {
    close_text();
  } else if (!object_.is_hidden) {
    if (name == "PathObject") close_path();
    if (name == "ImageObject") close_image();
    if (name == "CompositeObject") close_unit();
  }
  object_ = {};
}

void OfdContent::close_text() {
  for (const OfdTextCode& code : object_.text.codes) sheet_.text_bytes += code.text.size();
  if (sheet_.text_bytes > kMostLetters) return miss("过长的文字");
  OfdWords made = ofd_words(object_.text, object_.to_page);
  PageWalk& walk = sheet_.walk;
  if (object_.is_hidden || (!object_.is_filled && !object_.is_stroked)) {
    walk.hidden_characters += made.characters;
    std::move(made.words.begin(), made.words.end(), std::back_inserter(sheet_.hidden_words));
  } else if (frames_.back().is_watermark || made.is_diagonal) {
    sheet_.watermarks += made.characters;
  } else if (object_.is_white && !object_.is_stroked) {
    for (PrintedWord& word : made.words) add_white(std::move(word));
  } else {
    walk.characters += made.characters;
    walk.unexplained += made.nameless;
    std::move(made.words.begin(), made.words.end(), std::back_inserter(walk.words));
  }
}

void OfdContent::add_white(PrintedWord word) {
  const std::size_t characters = count_code_points(word.text);
  if (sheet_.white_words.size() < kMostWhite) {
    sheet_.white_words.push_back({std::move(word), characters});
  } else {  // a flood that nobody could see
    sheet_.walk.hidden_characters += characters;
    sheet_.hidden_words.push_back(std::move(word));
  }
}

void OfdContent::close_path() {
  OfdShape shape{object_.to_page, object_.is_filled, object_.is_stroked, object_.is_white};
  // Frames around a watermark are no tables.
  if (frames_.back().is_watermark) shape.is_stroked = false;
  ofd_draw(object_.path, shape, sheet_);
}

void OfdContent::close_image() {
  if (sheet_.walk.images.size() >= kMostImages) return miss("过多的图像");
  const OfdPicture* known = resources_.image(object_.resource);
  if (known == nullptr) return miss("图像 " + object_.resource);
  DrawnImage drawn;
  drawn.image = known->image;
  drawn.is_opaque = object_.is_opaque && known->is_opaque;
  const Box& b = object_.boundary;
  const OfdMatrix unit =
      object_.has_matrix ? object_.to_page : OfdMatrix{width(b), 0, 0, height(b), b.left, b.top};
  drawn.image.box = unit.apply(OfdBox{0, 0, 1, 1});
  const Box& box = drawn.image.box;
  // A picture that does not tell its size counts as drawn at the usual fineness.
  const bool has_size = drawn.image.width > 0 && drawn.image.height > 0;
  drawn.to_page = has_size ? pixel_map(unit, drawn.image.width, drawn.image.height)
                           : pixel_map(unit, std::max(1.0f, width(box) * kUsualPixels),
                                       std::max(1.0f, height(box) * kUsualPixels));
  drawn.shown = {std::max(box.left, b.left), std::max(box.top, b.top), std::min(box.right, b.right),
                 std::min(box.bottom, b.bottom)};
  if (!(drawn.shown.left < drawn.shown.right && drawn.shown.top < drawn.shown.bottom))
    drawn.shown = {};
  if (sheet_.fills.size() < kMostFills) sheet_.fills.push_back(drawn.shown);
  sheet_.walk.images.push_back(std::move(drawn));
  sheet_.parts.push_back(known->part);
  sheet_.under.push_back(sheet_.walk.characters);
}

void OfdContent::close_unit() {
  const std::string part = resources_.unit_part(object_.resource);
  if (part.empty()) return miss("图元 " + object_.resource);
  if (nesting_ >= kDeepestUnit || sheet_.units >= kMostUnits)
    return miss("嵌套或重复过多的图元 " + object_.resource);
  ++sheet_.units;
  const Frame& around = frames_.back();
  OfdContent unit(resources_, sheet_, object_.resource,
                  {object_.to_page, 0, around.is_hidden, around.is_watermark}, nesting_ + 1);
  read_xml(resources_.package(), part, unit);
}

}  // namespace biaoshen
