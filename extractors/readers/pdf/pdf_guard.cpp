#include "extractors/readers/pdf/pdf_guard.h"
#include "extractors/readers/pdf/pdf_pixels.h"

#include <poppler/JBIG2Stream.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/Stream.h>
#include <poppler/XRef.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>

#include "extractors/pictures/coded_size.h"
#include "extractors/pictures/jpeg_picture.h"

namespace biaoshen {
namespace {

constexpr int kDeepest = 12;                   // forms in forms
constexpr std::size_t kMostObjects = 200'000;  // looked at in a document
constexpr std::size_t kMostCodes = 16u << 20;  // bytes of one image that are looked through
constexpr std::size_t kHead = 4u << 10;        // of a JPEG, which begins with its size
constexpr std::size_t kLongHead = 256u << 10;  // where notes of a camera come first
constexpr CodedSize kEndless{std::numeric_limits<std::uint32_t>::max(),
                             std::numeric_limits<std::uint32_t>::max()};

bool is_codec(Stream& stream) {
  const StreamKind kind = stream.getKind();
  return kind == strDCT || kind == strJPX || kind == strJBIG2 || kind == strCCITTFax;
}

// The outermost of a chain of filters that makes pictures.
Stream* codec_of(Stream* stream) {
  while (stream != nullptr && !is_codec(*stream)) stream = stream->getNextStream();
  return stream;
}

CodedSize jbig2_size(Stream& codec, const std::string& codes) {
  const Object* shared = static_cast<JBIG2Stream&>(codec).getGlobalsStream();
  if (shared == nullptr || !shared->isStream()) return biaoshen::jbig2_size(codes);
  Stream* stream = shared->getStream();
  if (codec_of(stream) != nullptr) return kEndless;
  return larger(biaoshen::jbig2_size(raw_bytes(*stream, kMostCodes)), biaoshen::jbig2_size(codes));
}

// What its codes make of an image; zeros where they do not say.
CodedSize coded_size(Stream* image) {
  Stream* codec = codec_of(image);
  if (codec == nullptr || codec->getKind() == strCCITTFax) return {};
  Stream* within = codec->getNextStream();
  if (within == nullptr) return {};
  if (codec_of(within) != nullptr) return kEndless;  // a picture for the codes of a picture
  if (codec->getKind() == strJPX) return jp2_size(raw_bytes(*within, kMostCodes));
  if (codec->getKind() == strJBIG2) return jbig2_size(*codec, raw_bytes(*within, kMostCodes));
  JpegSize size = jpeg_size(raw_bytes(*within, kHead));
  if (size.width == 0) size = jpeg_size(raw_bytes(*within, kLongHead));
  return {size.width, size.height};
}

CodedSize stated_size(const Dict& dictionary) {
  const auto number = [&](const char* key) -> std::uint64_t {
    const Object value = dictionary.lookup(key);
    return value.isInt() && value.getInt() > 0 ? static_cast<std::uint64_t>(value.getInt()) : 0;
  };
  return {number("Width"), number("Height")};
}

// More than anything can hold, whatever its shape.
bool is_too_much(const CodedSize& size, const Limits& limits) {
  return size.height > 0 && size.width > limits.megapixels * 1'000'000 / size.height;
}

bool is_over(const CodedSize& size, const Limits& limits) {
  return size.width > limits.image_side || size.height > limits.image_side ||
         is_too_much(size, limits);
}

// The size that makes it an image over the limits, though its dictionary may say another.
std::optional<CodedSize> oversize(Stream* image, const Limits& limits) {
  const CodedSize own = coded_size(image);
  if (is_over(own, limits)) return own;
  for (const char* key : {"SMask", "Mask"}) {
    const Object mask = image->getDict()->lookup(key);
    if (!mask.isStream()) continue;
    const CodedSize size =
        larger(coded_size(mask.getStream()), stated_size(*mask.getStream()->getDict()));
    if (is_over(size, limits)) return size;
  }
  return std::nullopt;
}

Object emptied(Dict* dictionary) {
  static const char nothing[1] = {};
  Stream* stream = new MemStream(nothing, 0, 0, Object(dictionary));
  return Object(stream);
}

// An image that says what it is, without what it would be made of.
Object honest_image(const Dict& dictionary, const CodedSize& size, XRef& xref) {
  Dict* honest = dictionary.copy(&xref);
  for (const char* key : {"Filter", "DecodeParms", "SMask", "Mask", "Length"})
    honest->set(key, Object(objNull));
  const Object stencil = honest->lookup("ImageMask");
  if (!stencil.isBool() || !stencil.getBool()) {
    honest->set("ColorSpace", Object(objName, "DeviceGray"));
    honest->set("BitsPerComponent", Object(8));
  }
  honest->set("Width", Object(static_cast<int>(std::min<std::uint64_t>(size.width, 1u << 30))));
  honest->set("Height", Object(static_cast<int>(std::min<std::uint64_t>(size.height, 1u << 30))));
  return emptied(honest);
}

}  // namespace

bool PageGuard::look_at(int page) {
  ::Page* it = document_.getPage(page);
  if (it == nullptr) return false;
  const Object dictionary = document_.getXRef()->fetch(it->getRef());
  if (!dictionary.isDict()) return false;
  if (Dict* resources = it->getResourceDict())
    look_into(Object(resources->copy(document_.getXRef())), 0);
  const Object notes = dictionary.dictLookup("Annots");
  for (int i = 0; notes.isArray() && i < notes.arrayGetLength(); ++i) {
    const Object note = notes.arrayGet(i);
    const Object looks = note.isDict() ? note.dictLookup("AP") : Object(objNull);
    if (looks.isDict()) look_at_all(looks, 0);
  }
  return look_at_contents(dictionary);
}

bool PageGuard::look_at_contents(const Object& dictionary) {
  if (leave_out(dictionary.dictLookupNF("Contents"))) return true;
  const Object parts = dictionary.dictLookup("Contents");
  bool any = false;
  for (int i = 0; parts.isArray() && i < parts.arrayGetLength(); ++i)
    any = leave_out(parts.arrayGetNF(i)) || any;
  return any;
}

bool PageGuard::leave_out(const Object& content) {
  if (!content.isRef()) return false;
  XRef& xref = *document_.getXRef();
  const Object stream = xref.fetch(content.getRef());
  if (!stream.isStream() || !is_too_much(coded_size(stream.getStream()), limits_)) return false;
  const Object empty = emptied(new Dict(&xref));
  xref.setModifiedObject(&empty, content.getRef());
  return true;
}

// What can be painted: images, forms, patterns.
void PageGuard::look_into(const Object& resources, int depth) {
  if (!resources.isDict() || depth > kDeepest) return;
  for (const char* kind : {"XObject", "Pattern"}) {
    const Object& place = resources.dictLookupNF(kind);
    if (place.isRef() && !seen_.insert(place.getRefNum()).second) continue;
    const Object entries = resources.dictLookup(kind);
    if (entries.isDict()) look_at_all(entries, depth);
  }
}

void PageGuard::look_at_all(const Object& entries, int depth) {
  for (int i = 0; i < entries.dictGetLength(); ++i) {
    const Object& entry = entries.dictGetValNF(i);
    if (entry.isDict() && depth < kDeepest)  // the looks of a button, by its states
      look_at_all(entry, depth + 1);
    else
      look_at_stream(entry, depth);
  }
}

void PageGuard::look_at_stream(const Object& entry, int depth) {
  if (!entry.isRef() || seen_.size() >= kMostObjects || !seen_.insert(entry.getRefNum()).second)
    return;
  XRef& xref = *document_.getXRef();
  const Object it = xref.fetch(entry.getRef());
  if (it.isDict() && depth < kDeepest) look_at_all(it, depth + 1);
  if (!it.isStream()) return;
  Dict* dictionary = it.getStream()->getDict();
  if (!dictionary->lookup("Subtype").isName("Image"))
    return look_into(dictionary->lookup("Resources"), depth + 1);
  if (const std::optional<CodedSize> size = oversize(it.getStream(), limits_)) {
    const Object honest = honest_image(*dictionary, *size, xref);
    xref.setModifiedObject(&honest, entry.getRef());
  }
}

}  // namespace biaoshen
