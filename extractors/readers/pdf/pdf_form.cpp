#include "extractors/readers/pdf/pdf_form.h"

#include <poppler/Annot.h>
#include <poppler/Catalog.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "extractors/readers/pdf/pdf_strings.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

constexpr int kMostParents = 16;
constexpr std::size_t kMostFields = 5000;                  // of a page
constexpr std::size_t kLongestValue = 100'000;             // bytes
constexpr int kPassword = 1 << 13, kPushButton = 1 << 16;  // field flags
constexpr float kSmallest = 4, kLargest = 12;  // points, where the size is left to the viewer

// A key of a field, or of one of the fields that it belongs to.
Object inherited(const Object& widget, const char* key) {
  Object field = widget.copy();
  for (int level = 0; field.isDict() && level < kMostParents; ++level) {
    Object found = field.dictLookup(key);
    if (!found.isNull()) return found;
    field = field.dictLookup("Parent");
  }
  return Object(objNull);
}

bool has_appearance(const Object& widget) {
  const Object appearances = widget.dictLookup("AP");
  if (!appearances.isDict()) return false;
  const Object normal = appearances.dictLookup("N");
  return normal.isStream() || normal.isDict();
}

// The name under which an appearance shows the box ticked.
std::string name_of_tick(const Object& widget) {
  const Object appearances = widget.dictLookup("AP");
  const Object normal = appearances.isDict() ? appearances.dictLookup("N") : Object(objNull);
  if (!normal.isDict()) return {};
  for (int i = 0; i < normal.dictGetLength(); ++i)
    if (normal.dictGetKey(i) != "Off"sv) return normal.dictGetKey(i);
  return {};
}

bool is_ticked(const Object& widget) {
  const Object state = widget.dictLookup("AS");
  if (state.isName()) return state.getName() != "Off"sv;
  const Object value = inherited(widget, "V");
  const std::string said = text_in(value), tick = name_of_tick(widget);
  return tick.empty() ? !said.empty() && said != "Off" && said != "No" : said == tick;
}

// What an option is called on the page, where its value is only a code.
std::string name_of_option(const Object& options, const std::string& value) {
  if (!options.isArray()) return value;
  for (int i = 0; i < options.arrayGetLength(); ++i) {
    const Object option = options.arrayGet(i);
    if (!option.isArray() || option.arrayGetLength() < 2) continue;
    if (text_in(option.arrayGet(0)) == value) return text_in(option.arrayGet(1));
  }
  return value;
}

std::string value_of(const Object& widget, bool is_choice) {
  const Object value = inherited(widget, "V");
  const Object options = is_choice ? inherited(widget, "Opt") : Object(objNull);
  if (value.isStream()) {  // a long text
    Stream* stream = value.getStream();
    std::string bytes;
    stream->reset();
    for (int c; bytes.size() < kLongestValue && (c = stream->getChar()) != EOF;)
      bytes += static_cast<char>(c);
    return text_string(bytes);
  }
  if (!value.isArray()) return name_of_option(options, text_in(value));
  std::string text;
  for (int i = 0; i < value.arrayGetLength() && text.size() < kLongestValue; ++i)
    text += (i > 0 ? "\n" : "") + name_of_option(options, text_in(value.arrayGet(i)));
  return text;
}

// "/Helv 10 Tf 0 g" says 10.
float size_in(const std::string& appearance) {
  const std::size_t operation = appearance.find(" Tf");
  if (operation == std::string::npos || operation == 0) return 0;
  const std::size_t blank = appearance.rfind(' ', operation - 1);
  if (blank == std::string::npos) return 0;
  const float size = std::strtof(appearance.c_str() + blank, nullptr);
  return size >= kSmallest && size <= 100 ? size : 0;
}

}  // namespace

PageFields::PageFields(PDFDoc& document, int page) {
  ::Page* it = document.getPage(page);
  if (it != nullptr) it->getDefaultCTM(to_page_, 72, 72, 0, false, true);
  const Object* form = document.getCatalog()->getAcroForm();
  if (form == nullptr || !form->isDict()) return;
  const Object anew = form->dictLookup("NeedAppearances");
  is_drawn_anew_ = anew.isBool() && anew.getBool();
}

bool PageFields::shows(Annot& annotation) {
  if ((annotation.getFlags() & (Annot::flagHidden | Annot::flagNoView)) != 0) return false;
  const Object& dictionary = annotation.getAnnotObj();
  if (!dictionary.isDict()) return true;
  if (dictionary.dictLookup("Subtype").isName("Watermark")) {
    watermarks_.insert(text_in(dictionary.dictLookup("Contents")));
    return false;
  }
  if (annotation.getType() != Annot::typeWidget) return true;
  return shows_field(dictionary, on_page(annotation));
}

bool PageFields::shows_field(const Object& widget, const Box& box) {
  if (values_.size() >= kMostFields || !(width(box) > 1) || !(height(box) > 1)) return true;
  const Object type = inherited(widget, "FT"), flag = inherited(widget, "Ff");
  const int flags = flag.isInt() ? flag.getInt() : 0;
  if (type.isName("Btn")) {
    if ((flags & kPushButton) != 0) return true;
    values_.push_back({box, is_ticked(widget) ? "☑" : "☐", 0, true});
    return false;
  }
  const bool is_text = type.isName("Tx"), is_choice = type.isName("Ch");
  if ((!is_text && !is_choice) || (is_text && (flags & kPassword) != 0)) return true;
  std::string text = value_of(widget, is_choice);
  if (trim(text).empty()) return true;
  const bool is_drawn = has_appearance(widget) && !is_drawn_anew_;
  values_.push_back({box, std::move(text), size_in(text_in(inherited(widget, "DA"))), false});
  return is_drawn;
}

Box PageFields::on_page(const Annot& annotation) const {
  double x0, y0, x1, y1;
  annotation.getRect(&x0, &y0, &x1, &y1);
  const double* m = to_page_;
  const auto x = [m](double a, double b) { return static_cast<float>(m[0] * a + m[2] * b + m[4]); };
  const auto y = [m](double a, double b) { return static_cast<float>(m[1] * a + m[3] * b + m[5]); };
  const Box box{std::min(x(x0, y0), x(x1, y1)), std::min(y(x0, y0), y(x1, y1)),
                std::max(x(x0, y0), x(x1, y1)), std::max(y(x0, y0), y(x1, y1))};
  const bool is_sane = std::isfinite(box.left) && std::isfinite(box.top) &&
                       std::isfinite(box.right) && std::isfinite(box.bottom);
  return is_sane ? box : Box{};
}

namespace {

bool is_in(const PrintedGlyph& glyph, const Box& box, float margin) {
  return glyph.x > box.left - margin && glyph.x < box.right + margin &&
         glyph.y > box.top - margin && glyph.y < box.bottom + margin;
}

// A value counts as shown where most of its letters stand in its box. Viewers write dates and
// amounts in their own way.
bool is_shown(const FieldValue& value, const std::vector<PrintedGlyph>& glyphs) {
  std::map<char32_t, int> shown;
  for (const PrintedGlyph& glyph : glyphs)
    if (!glyph.is_blank && glyph.fate != Fate::watermark && is_in(glyph, value.box, 1))
      ++shown[glyph.letter];
  std::size_t letters = 0, found = 0;
  for (std::size_t at = 0; at < value.text.size();) {
    const char32_t c = next_code_point(value.text, at);
    if (c <= ' ' || c == 0x3000) continue;
    ++letters;
    if (shown[c]-- > 0) ++found;
  }
  return 2 * found >= letters;
}

bool is_box_or_tick(char32_t c) {
  constexpr std::u32string_view kSigns =
      U"□○☐◯▢〇囗☑✓✔√■●☒⊠⊙◉▣\uF0A8\uF0A3\uF06F\uF052\uF0FE\uF0FC";
  return kSigns.find(c) != kSigns.npos;
}

void give_way(const FieldValue& mark, std::vector<PrintedGlyph>& glyphs) {
  constexpr float kMargin = 2;  // points
  for (PrintedGlyph& glyph : glyphs)
    if (glyph.fate == Fate::shown && is_box_or_tick(glyph.letter) &&
        is_in(glyph, mark.box, kMargin))
      glyph.fate = Fate::replaced;
}

void add_words(const FieldValue& value, std::vector<PrintedWord>& words) {
  const std::vector<std::string_view> lines = split(value.text, '\n');
  const auto count = static_cast<float>(lines.size());
  const float fits = std::clamp(0.8f * height(value.box) / count, 1.0f, kLargest);
  const float size = value.size > 0 ? std::min(value.size, std::max(fits, kSmallest)) : fits;
  // One line stands in the middle of its box, several begin at the top.
  float top = count > 1 ? value.box.top : (value.box.top + value.box.bottom - size) / 2;
  for (const std::string_view line : lines) {
    const auto letters = static_cast<float>(std::max<std::size_t>(count_code_points(line), 1));
    const float step = std::min(size, width(value.box) / letters);
    float left = value.box.left;
    for (const std::string_view piece : split(line, ' ')) {
      const float right = left + step * static_cast<float>(count_code_points(piece));
      if (!trim(piece).empty())
        words.push_back({std::string(trim(piece)), {left, top, right, top + size}, size, 0});
      left = right + step;
    }
    top += size * 1.2f;
  }
}

}  // namespace

std::vector<PrintedWord> words_of(const std::vector<FieldValue>& values,
                                  std::vector<PrintedGlyph>& glyphs) {
  std::vector<PrintedWord> words;
  for (const FieldValue& value : values) {
    if (value.is_mark) give_way(value, glyphs);
    if (value.is_mark || !is_shown(value, glyphs)) add_words(value, words);
  }
  return words;
}

}  // namespace biaoshen
