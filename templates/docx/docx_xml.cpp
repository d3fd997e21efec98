#include "templates/docx/docx_xml.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <limits>

namespace biaoshen {
namespace {

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

const xmlChar* xml_chars(const char* text) {
  return reinterpret_cast<const xmlChar*>(text);
}

std::string content_of(xmlNode* node) {
  const std::unique_ptr<xmlChar, void (*)(void*)> content(xmlNodeGetContent(node), xmlFree);
  return std::string(view_of(content.get()));
}

void set_content(xmlNode* node, const std::string& text) {
  xmlNodeSetContent(node, nullptr);
  xmlNodeAddContentLen(node, xml_chars(text.c_str()), static_cast<int>(text.size()));
  xmlNodeSetSpacePreserve(node, 1);
}

void collect_paragraphs(xmlNode* node, std::vector<xmlNode*>& out) {
  if (is_word_element(node, "p")) out.push_back(node);
  for (xmlNode* child = xmlFirstElementChild(node); child; child = xmlNextElementSibling(child))
    collect_paragraphs(child, out);
}

// Ends of ranges and anchors: a second one of the same name or number spoils the document.
bool is_mark(const xmlNode* node) {
  constexpr std::array kMarks = {"bookmarkStart",   "bookmarkEnd",      "commentRangeStart",
                                 "commentRangeEnd", "commentReference", "proofErr"};
  return std::ranges::any_of(kMarks, [&](const char* name) { return is_word_element(node, name); });
}

void drop(xmlNode* node) {
  xmlUnlinkNode(node);
  xmlFreeNode(node);
}

// paraId and textId: numbers that Word gives a paragraph to know it again.
void drop_numbers(xmlNode* node) {
  for (const char* name : {"paraId", "textId"})
    for (xmlAttr* attribute = node->properties; attribute; attribute = attribute->next)
      if (view_of(attribute->name) == name) {
        xmlRemoveProp(attribute);
        break;
      }
}

void drop_marks(xmlNode* node) {
  drop_numbers(node);
  for (xmlNode* child = xmlFirstElementChild(node); child != nullptr;) {
    xmlNode* next = xmlNextElementSibling(child);
    if (is_mark(child)) {
      drop(child);
    } else {
      drop_marks(child);
    }
    child = next;
  }
}

bool ends_section(xmlNode* paragraph) {
  xmlNode* properties = xmlFirstElementChild(paragraph);
  if (!is_word_element(properties, "pPr")) return false;
  for (xmlNode* child = xmlFirstElementChild(properties); child;
       child = xmlNextElementSibling(child))
    if (is_word_element(child, "sectPr")) return true;
  return false;
}

bool has_picture(const xmlNode* node) {
  constexpr std::array kPictures = {"drawing", "pict", "object"};
  const auto is_one = [&](const char* name) { return is_word_element(node, name); };
  if (std::ranges::any_of(kPictures, is_one)) return true;
  for (const xmlNode* child = node->children; child; child = child->next)
    if (has_picture(child)) return true;
  return false;
}

// What holds paragraphs must end with one.
bool is_needed(xmlNode* node) {
  if (!is_word_element(node, "p")) return false;
  const bool is_last = xmlNextElementSibling(node) == nullptr;
  return ends_section(node) || has_picture(node) ||
         (is_last && !is_word_element(xmlPreviousElementSibling(node), "p"));
}

}  // namespace

void FreeXml::operator()(xmlDoc* document) const {
  xmlFreeDoc(document);
}

XmlDocument parse_xml(const std::string& xml) {
  if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return nullptr;
  XmlDocument document(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (document != nullptr && document->intSubset != nullptr) return nullptr;
  return document;
}

xmlNode* root_of(const XmlDocument& document) {
  return document == nullptr ? nullptr : xmlDocGetRootElement(document.get());
}

std::string xml_text(const XmlDocument& document) {
  xmlChar* bytes = nullptr;
  int size = 0;
  xmlDocDumpMemoryEnc(document.get(), &bytes, &size, "UTF-8");
  const std::unique_ptr<xmlChar, void (*)(void*)> owned(bytes, xmlFree);
  return std::string(view_of(bytes));
}

bool is_word_element(const xmlNode* node, std::string_view name) {
  return node != nullptr && node->type == XML_ELEMENT_NODE && view_of(node->name) == name &&
         node->ns != nullptr &&
         view_of(node->ns->href).find("/wordprocessingml/") != std::string_view::npos;
}

std::vector<xmlNode*> paragraphs_in(xmlNode* node) {
  std::vector<xmlNode*> out;
  collect_paragraphs(node, out);
  return out;
}

ParagraphText::ParagraphText(xmlNode* paragraph) {
  for (xmlNode* child = xmlFirstElementChild(paragraph); child;
       child = xmlNextElementSibling(child))
    collect(child);
}

void ParagraphText::collect(xmlNode* node) {
  if (is_word_element(node, "p") || is_word_element(node, "pPr")) return;
  if (is_word_element(node, "t")) {
    const std::size_t begin = text_.size();
    text_ += content_of(node);
    pieces_.push_back({node, begin, text_.size()});
  } else if (is_word_element(node, "tab") || is_word_element(node, "br")) {
    text_ += '\n';
  }
  for (xmlNode* child = xmlFirstElementChild(node); child; child = xmlNextElementSibling(child))
    collect(child);
}

void ParagraphText::replace(std::size_t begin, std::size_t end, const std::string& words) {
  std::string first = words;  // goes into the first piece touched
  for (const Piece& piece : pieces_) {
    if (piece.end <= begin || piece.begin >= end) continue;
    std::string content = content_of(piece.node);
    const std::size_t from = std::max(begin, piece.begin) - piece.begin;
    const std::size_t to = std::min(end, piece.end) - piece.begin;
    content.replace(from, to - from, first);
    first.clear();
    set_content(piece.node, content);
  }
}

void ParagraphText::clear() {
  for (const Piece& piece : pieces_) set_content(piece.node, "");
}

xmlNode* copy_beside(xmlNode* node) {
  xmlNode* copy = nullptr;
  // Unlike xmlCopyNode, it leaves the declarations of namespaces where they are.
  if (xmlDOMWrapCloneNode(nullptr, node->doc, node, &copy, node->doc, node->parent, 1, 0) != 0)
    return nullptr;
  drop_marks(copy);
  return copy;
}

void take_out(xmlNode* node) {
  if (is_needed(node)) {
    ParagraphText(node).clear();
    return;
  }
  xmlNode* parent = node->parent;
  drop(node);
  // A table without rows is none.
  if (!is_word_element(parent, "tbl")) return;
  for (xmlNode* child = xmlFirstElementChild(parent); child; child = xmlNextElementSibling(child))
    if (is_word_element(child, "tr")) return;
  drop(parent);
}

}  // namespace biaoshen
