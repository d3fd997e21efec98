// What is drawn in a Word 97–2003 file beside its letters: which text boxes and pictures are
// anchored at which character, and where the bytes of each picture stand.
//
//   anchors      characters of the text, each with the number of a shape
//   text boxes   ranges of the text of text boxes, each with the number of a shape
//   drawings     a tree of shapes with their numbers; groups hold shapes; a shape may show a
//   picture
//                out of a list
//
// A shape in a group is anchored where the group is.
//
// It refuses trees that are deeper than a limit, and draws nothing.
// Tested by tests/readers/doc_drawings_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "extractors/readers/doc/doc_book.h"
#include "extractors/readers/office/package_images.h"

namespace biaoshen {

class DocDrawings {
 public:
  explicit DocDrawings(const DocBook& book);

  // Of `part` (main or headers), both in the order of the file.
  std::vector<DocRange> boxes_at(DocPart part, std::uint32_t character) const;
  std::vector<PackageImage> pictures_at(DocPart part, std::uint32_t character) const;
  // Text boxes whose shape has no anchor.
  std::vector<DocRange> loose_boxes(DocPart part) const;
  // The picture that a letter stands for, at a byte of the data stream.
  std::optional<PackageImage> letter_picture(std::uint32_t at) const;

 private:
  using Shape = std::uint32_t;
  struct Layer {                             // of the main text, or of the headers
    std::map<std::uint32_t, Shape> anchors;  // by character
    std::vector<std::pair<Shape, DocRange>> boxes;
  };
  struct Stretch {  // of the main or the data stream
    std::uint64_t at = 0, size = 0;
  };
  void read_tree(std::string_view records, Shape group, int depth);
  void read_shape(std::string_view records, Shape& group);
  Layer read_layer(DocTable anchors, DocTable boxes, DocPart text_of, DocPart box_texts) const;
  const Layer& layer(DocPart part) const { return part == DocPart::main ? main_ : headers_; }
  Shape anchored(Shape shape) const;  // the outermost group that holds it, or itself

  const DocBook& book_;
  std::vector<Stretch> pictures_;                       // the list; of the main stream
  std::map<Shape, Shape> groups_;                       // the outermost one of a shape in a group
  std::vector<std::pair<Shape, std::uint32_t>> shown_;  // pictures by shape, from 1
  Layer main_, headers_;
};

// The bytes of a picture that PackageImage::part names.
std::string doc_picture_bytes(const DocBook& book, std::string_view part, std::size_t most);

}  // namespace biaoshen
