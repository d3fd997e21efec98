#include "extractors/readers/doc/doc_drawings.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "extractors/readers/pictures/image_header.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr int kDeepest = 32;
constexpr std::size_t kMostShapes = 100'000;
constexpr std::size_t kAnchor = 26, kBox = 22;  // bytes beside the character
constexpr std::size_t kListEntry = 36;          // bytes before a picture that stands in the list
constexpr std::size_t kPictureHead = 8;         // of the record around it

enum RecordKind : std::uint16_t {
  kPictureList = 0xF001,
  kGroup = 0xF003,
  kShape = 0xF004,
  kListed = 0xF007,
  kNumber = 0xF00A,
  kLooks = 0xF00B,
  kFirstPicture = 0xF01A,
  kLastPicture = 0xF029,
  kOtherPicture = 0xF02A,
};
constexpr std::uint32_t kShownPicture = 0x104;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count = 4) {
  return static_cast<std::uint32_t>(number_at(bytes, at, count, ByteOrder::little));
}

struct Record {
  std::uint16_t instance = 0, kind = 0;
  bool is_tree = false;
  std::string_view body;
};

// The record that begins `rest`, which is advanced past it; nothing where it is cut.
std::optional<Record> next_record(std::string_view& rest) {
  if (rest.size() < kPictureHead) return std::nullopt;
  Record record;
  const std::uint32_t head = number(rest, 0, 2);
  record.instance = static_cast<std::uint16_t>(head >> 4);
  record.is_tree = (head & 15) == 15;
  record.kind = static_cast<std::uint16_t>(number(rest, 2, 2));
  record.body = slice(rest, kPictureHead, number(rest, 4));
  rest.remove_prefix(std::min(rest.size(), kPictureHead + record.body.size()));
  return record;
}

bool is_picture(std::uint16_t kind) {
  return (kind >= kFirstPicture && kind <= kLastPicture) || kind == kOtherPicture;
}

// Bytes of another source, as if they were all.
class PartOfBytes final : public ByteSource {
 public:
  PartOfBytes(const ByteSource& bytes, std::uint64_t at, std::uint64_t size)
      : bytes_(bytes), at_(at), size_(at < bytes.size() ? std::min(size, bytes.size() - at) : 0) {}
  std::uint64_t size() const override { return size_; }
  std::string read(std::uint64_t offset, std::size_t count) const override {
    if (offset >= size_) return {};
    return bytes_.read(at_ + offset,
                       static_cast<std::size_t>(std::min<std::uint64_t>(count, size_ - offset)));
  }

 private:
  const ByteSource& bytes_;
  std::uint64_t at_, size_;
};

// Before a picture's own bytes stand one or two digests and a mark; where it is a drawing, how
// large it is shown, in units of which a pixel of 96 to the inch has 9525.
std::optional<PackageImage> picture_at(const ByteSource& bytes, std::string_view stream,
                                       std::uint64_t at) {
  const std::string head = bytes.read(at, 80);
  const std::uint16_t kind = static_cast<std::uint16_t>(number(head, 2, 2));
  const std::uint64_t end = at + kPictureHead + number(head, 4);
  if (!is_picture(kind)) return std::nullopt;
  PackageImage made;
  const bool has_two = (number(head, 0, 2) >> 4 & 1) != 0;
  const std::size_t before = kPictureHead + (has_two ? 32 : 16);
  if (kind <= 0xF01C) {
    made.image.format = kind == 0xF01A ? "emf" : "wmf";
    made.image.width = number(head, before + 20) / 9525;
    made.image.height = number(head, before + 24) / 9525;
  }
  std::uint64_t begin = at + before + 1;
  if (begin > end) return std::nullopt;
  if (made.image.format.empty()) {
    const ImageHeader header = read_image_header(PartOfBytes(bytes, begin, end - begin));
    if (header.format.empty()) return std::nullopt;
    made.image.format = header.format;
    if (!header.pages.empty()) {
      made.image.width = header.pages[0].width;
      made.image.height = header.pages[0].height;
    }
  }
  made.part = std::string(stream) + "/" + std::to_string(begin) + "/" + std::to_string(end - begin);
  return made;
}

}  // namespace

DocDrawings::DocDrawings(const DocBook& book) : book_(book) {
  const std::string drawings = book.table(DocTable::drawings);
  std::string_view rest = drawings;
  if (const auto lists = next_record(rest)) read_tree(lists->body, 0, 0);
  while (rest.size() > 1) {
    rest.remove_prefix(1);  // which layer it is
    const auto drawing = next_record(rest);
    if (!drawing) break;
    read_tree(drawing->body, 0, 0);
  }
  main_ = read_layer(DocTable::anchors, DocTable::text_boxes, DocPart::main, DocPart::text_boxes);
  headers_ = read_layer(DocTable::header_anchors, DocTable::header_text_boxes, DocPart::headers,
                        DocPart::header_text_boxes);
}

// The first shape of a group is the group itself.
void DocDrawings::read_tree(std::string_view records, Shape group, int depth) {
  if (depth > kDeepest) return;
  while (const auto record = next_record(records)) {
    if (record->kind == kListed && pictures_.size() < kMostShapes) {
      const std::uint32_t delayed = number(record->body, 28);
      pictures_.push_back({delayed, delayed == 0xFFFFFFFF ? 0u : number(record->body, 20)});
    } else if (record->kind == kShape) {
      read_shape(record->body, group);
    } else if (record->is_tree) {
      read_tree(record->body, group, depth + 1);
    }
    if (shown_.size() + groups_.size() > kMostShapes) return;
  }
}

void DocDrawings::read_shape(std::string_view records, Shape& group) {
  Shape shape = 0;
  bool is_group = false, is_outermost = false;
  std::uint32_t picture = 0;
  while (const auto record = next_record(records)) {
    if (record->kind == kNumber) {
      shape = number(record->body, 0);
      const std::uint32_t flags = number(record->body, 4);
      is_group = (flags & 1) != 0;
      is_outermost = (flags & 4) != 0;  // the group of all, which nothing anchors
    }
    if (record->kind == kLooks) {
      for (std::size_t i = 0; i < record->instance && i * 6 + 6 <= record->body.size(); ++i) {
        if ((number(record->body, i * 6, 2) & 0x3FFF) == kShownPicture)
          picture = number(record->body, i * 6 + 2);
      }
    }
  }
  if (is_outermost) return;
  if (group != 0) groups_.emplace(shape, group);
  if (is_group && group == 0) group = shape;
  if (picture != 0) shown_.emplace_back(shape, picture);
}

DocDrawings::Layer DocDrawings::read_layer(DocTable anchors, DocTable boxes, DocPart text_of,
                                           DocPart box_texts) const {
  Layer layer;
  const std::string places = book_.table(anchors);
  const std::uint32_t text = book_.header().range(text_of).first;
  std::size_t count = places.size() < 4 ? 0 : (places.size() - 4) / (4 + kAnchor);
  for (std::size_t i = 0; i < count; ++i)
    layer.anchors.emplace(text + number(places, i * 4),
                          number(places, (count + 1) * 4 + i * kAnchor));
  const std::string ranges = book_.table(boxes);
  const DocRange all = book_.header().range(box_texts);
  count = ranges.size() < 4 ? 0 : (ranges.size() - 4) / (4 + kBox);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t first = number(ranges, i * 4), last = number(ranges, i * 4 + 4);
    if (first >= last || last > all.last - all.first) continue;
    layer.boxes.emplace_back(number(ranges, (count + 1) * 4 + i * kBox + 14),
                             DocRange{all.first + first, all.first + last});
  }
  return layer;
}

DocDrawings::Shape DocDrawings::anchored(Shape shape) const {
  const auto group = groups_.find(shape);
  return group == groups_.end() ? shape : group->second;
}

std::vector<DocRange> DocDrawings::boxes_at(DocPart part, std::uint32_t character) const {
  std::vector<DocRange> ranges;
  const Layer& layer = this->layer(part);
  const auto anchor = layer.anchors.find(character);
  if (anchor == layer.anchors.end()) return ranges;
  for (const auto& [shape, range] : layer.boxes) {
    if (shape == anchor->second || anchored(shape) == anchor->second) ranges.push_back(range);
  }
  return ranges;
}

std::vector<DocRange> DocDrawings::loose_boxes(DocPart part) const {
  std::vector<DocRange> ranges;
  const Layer& layer = this->layer(part);
  for (const auto& [shape, range] : layer.boxes) {
    const auto holds = [&, of = shape](const auto& anchor) {
      return anchor.second == of || anchor.second == anchored(of);
    };
    if (std::none_of(layer.anchors.begin(), layer.anchors.end(), holds)) ranges.push_back(range);
  }
  return ranges;
}

std::vector<PackageImage> DocDrawings::pictures_at(DocPart part, std::uint32_t character) const {
  std::vector<PackageImage> images;
  const Layer& layer = this->layer(part);
  const auto anchor = layer.anchors.find(character);
  if (anchor == layer.anchors.end()) return images;
  for (const auto& [shape, index] : shown_) {
    if (shape != anchor->second && anchored(shape) != anchor->second) continue;
    if (index > pictures_.size() || pictures_[index - 1].size == 0) continue;
    if (auto image = picture_at(book_.main(), "main", pictures_[index - 1].at))
      images.push_back(std::move(*image));
  }
  return images;
}

// size:u32 head:u16 … name (where it is a link) | the shape | its entry of the list | picture
std::optional<PackageImage> DocDrawings::letter_picture(std::uint32_t at) const {
  const ByteSource* data = book_.data();
  if (data == nullptr) return std::nullopt;
  const std::string head = data->read(at, 8);
  const std::uint64_t end = std::uint64_t{at} + number(head, 0);
  std::uint64_t next = std::uint64_t{at} + number(head, 4, 2);
  if (number(head, 6, 2) == 0x66) next += 1 + number(data->read(next, 1), 0, 1);
  while (next + kPictureHead <= end) {
    const std::string record = data->read(next, kPictureHead);
    const auto kind = static_cast<std::uint16_t>(number(record, 2, 2));
    if (is_picture(kind)) return picture_at(*data, "data", next);
    if (kind == kListed) {
      const std::string entry = data->read(next + kPictureHead, kListEntry);
      next += kPictureHead + kListEntry + number(entry, 33, 1);
    } else {
      next += kPictureHead + number(record, 4);
    }
  }
  return std::nullopt;
}

std::string doc_picture_bytes(const DocBook& book, std::string_view part, std::size_t most) {
  const std::vector<std::string_view> pieces = split(part, '/');
  if (pieces.size() != 3) return {};
  const auto number_of = [](std::string_view digits) {
    std::uint64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  };
  const ByteSource* stream = pieces[0] == "data" ? book.data() : &book.main();
  if (stream == nullptr) return {};
  const std::uint64_t size = std::min<std::uint64_t>(number_of(pieces[2]), stream->size());
  return size > most ? std::string() : stream->read(number_of(pieces[1]), size);
}

}  // namespace biaoshen
