// A part of a DOCX as a tree: parsed, its paragraphs found, their text read and changed.
//
// Word cuts what a person typed into runs wherever spelling, language or formatting changes, so
// the text of a paragraph is read as a whole, and a change keeps the formatting of the run it
// begins in.
//
// It refuses a DOCTYPE: a template needs no entities.
//
// Tested by tests/templates/docx_template_test.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// As libxml2 has them; who only passes them on needs none of its headers.
typedef struct _xmlDoc xmlDoc;
typedef struct _xmlNode xmlNode;

namespace biaoshen {

struct FreeXml {
  void operator()(xmlDoc* document) const;
};
using XmlDocument = std::unique_ptr<xmlDoc, FreeXml>;

// Null where it is no well-formed XML or has a DOCTYPE.
XmlDocument parse_xml(const std::string& xml);
xmlNode* root_of(const XmlDocument& document);
std::string xml_text(const XmlDocument& document);

// Whether `node` is an element <w:name>, of the transitional or the strict format.
bool is_word_element(const xmlNode* node, std::string_view name);

// All <w:p> at and below `node` in reading order, also those in tables and text boxes.
std::vector<xmlNode*> paragraphs_in(xmlNode* node);

// The text of one paragraph, without that of text boxes anchored in it; tabs and line breaks
// stand as '\n'.
class ParagraphText {
 public:
  explicit ParagraphText(xmlNode* paragraph);
  const std::string& text() const { return text_; }
  // Puts `words` in place of bytes [begin, end) of the text, which must hold no '\n'. Several
  // changes go from the last to the first.
  void replace(std::size_t begin, std::size_t end, const std::string& words);
  void clear();

 private:
  struct Piece {
    xmlNode* node;  // <w:t>
    std::size_t begin, end;
  };
  void collect(xmlNode* node);

  std::vector<Piece> pieces_;
  std::string text_;
};

// A copy of `node` to stand beside it, without the marks that a document may hold only once.
xmlNode* copy_beside(xmlNode* node);

// Takes `node` out. A paragraph that its place cannot do without stays, without its words: the
// only one of a cell, one that ends a section, one that a picture or text box hangs on.
void take_out(xmlNode* node);

}  // namespace biaoshen
