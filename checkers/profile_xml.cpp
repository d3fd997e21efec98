#include "checkers/profile_xml.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>

#include <algorithm>
#include <map>
#include <memory>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using Mistakes = std::vector<ProfileMistake>;

template <auto release>
struct Release {
  template <typename T>
  void operator()(T* pointer) const {
    release(pointer);
  }
};
using DocPtr = std::unique_ptr<xmlDoc, Release<xmlFreeDoc>>;
using ParserPtr = std::unique_ptr<xmlParserCtxt, Release<xmlFreeParserCtxt>>;
using SchemaPtr = std::unique_ptr<xmlRelaxNG, Release<xmlRelaxNGFree>>;
using SchemaParserPtr = std::unique_ptr<xmlRelaxNGParserCtxt, Release<xmlRelaxNGFreeParserCtxt>>;
using ValidPtr = std::unique_ptr<xmlRelaxNGValidCtxt, Release<xmlRelaxNGFreeValidCtxt>>;

std::string string_of(const xmlChar* text) {
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

void note(Mistakes& mistakes, const xmlError* error) {
  if (error == nullptr) return;
  const std::string message = error->message == nullptr ? "not well-formed" : error->message;
  const auto* node = static_cast<const xmlNode*>(error->node);
  const long line = node == nullptr ? error->line : xmlGetLineNo(node);
  mistakes.push_back({static_cast<int>(std::max(1L, line)), std::string(trim(message))});
}

void on_error(void* mistakes, xmlErrorPtr error) {
  note(*static_cast<Mistakes*>(mistakes), error);
}

void on_parser_error(void* parser, xmlErrorPtr error) {
  note(*static_cast<Mistakes*>(static_cast<xmlParserCtxt*>(parser)->_private), error);
}

// What libxml2 says besides the cause of a mistake.
bool is_echo(const std::string& message) {
  return contains(message, "failed to validate content") || contains(message, "in interleave");
}

void on_doctype(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
  auto* parser = static_cast<xmlParserCtxt*>(data);
  const int line = parser->input == nullptr ? 1 : parser->input->line;
  static_cast<Mistakes*>(parser->_private)
      ->push_back({line, "a DOCTYPE is not allowed in a profile; remove it"});
  xmlStopParser(parser);
}

DocPtr parse(std::string_view xml, Mistakes& mistakes) {
  ParserPtr parser(xmlNewParserCtxt());
  if (parser == nullptr) return nullptr;
  Mistakes found;
  parser->_private = &found;
  parser->sax->serror = on_parser_error;
  parser->sax->internalSubset = on_doctype;
  DocPtr doc(xmlCtxtReadMemory(parser.get(), xml.data(), static_cast<int>(xml.size()), nullptr,
                               "UTF-8", XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA));
  if (!found.empty()) doc.reset();  // recovered trees are not trusted
  if (doc == nullptr && found.empty()) found.push_back({1, "this is not XML"});
  mistakes.insert(mistakes.end(), found.begin(), found.end());
  return doc;
}

SchemaPtr compile(std::string grammar, const std::string& start) {
  const std::size_t from = grammar.find("<start>"), to = grammar.find("</start>");
  if (from == std::string::npos || to == std::string::npos) return nullptr;
  grammar.replace(from, to - from, "<start><ref name=\"" + start + "\"/>");
  SchemaParserPtr parser(
      xmlRelaxNGNewMemParserCtxt(grammar.data(), static_cast<int>(grammar.size())));
  return SchemaPtr(parser == nullptr ? nullptr : xmlRelaxNGParse(parser.get()));
}

// Compiled once for all documents: of two dozen each program reads at its start, that is a third of
// the time. There are as many grammars as the program has, each with a few roots.
xmlRelaxNG* compiled(std::string_view grammar, const std::string& start) {
  thread_local std::map<std::pair<std::string, std::string>, SchemaPtr> known;
  const auto [at, is_new] = known.try_emplace({std::string(grammar), start});
  if (is_new) at->second = compile(at->first.first, start);
  return at->second.get();
}

Mistakes validate(xmlDoc* doc, xmlRelaxNG* schema) {
  Mistakes all;
  ValidPtr valid(schema == nullptr ? nullptr : xmlRelaxNGNewValidCtxt(schema));
  if (valid == nullptr) return {{1, "the grammar of profiles is broken"}};
  xmlRelaxNGSetValidStructuredErrors(valid.get(), on_error, &all);
  const bool good = xmlRelaxNGValidateDoc(valid.get(), doc) == 0;
  if (good) return {};
  Mistakes causes;
  std::copy_if(all.begin(), all.end(), std::back_inserter(causes),
               [](const ProfileMistake& mistake) { return !is_echo(mistake.message); });
  if (!causes.empty()) return causes;
  if (!all.empty()) return {all.front()};
  return {{1, "the document does not have the shape of a profile"}};
}

Mistakes validate_alone(xmlNode* node, xmlRelaxNG* schema) {
  DocPtr doc(xmlNewDoc(nullptr));
  xmlDocSetRootElement(doc.get(), xmlDocCopyNode(node, doc.get(), 1));
  return validate(doc.get(), schema);
}

void collect(xmlNode* node, const std::string& name, std::vector<xmlNode*>& found) {
  for (xmlNode* section = node->children; section != nullptr; section = section->next) {
    for (xmlNode* child = section->children; child != nullptr; child = child->next) {
      if (child->type == XML_ELEMENT_NODE && string_of(child->name) == name) found.push_back(child);
    }
  }
}

// As a rule there is no mistake, and the document is gone through once.
void check_grammar(xmlDoc* original, std::string_view grammar,
                   const std::vector<std::string>& pieces, Mistakes& mistakes) {
  const std::string start = string_of(xmlDocGetRootElement(original)->name);
  xmlRelaxNG* whole = compiled(grammar, start);
  if (validate(original, whole).empty()) return;
  DocPtr rest(xmlCopyDoc(original, 1));
  xmlNode* root = xmlDocGetRootElement(rest.get());
  for (const std::string& piece : pieces) {
    xmlRelaxNG* schema = compiled(grammar, piece);
    std::vector<xmlNode*> nodes;
    collect(root, piece, nodes);
    for (xmlNode* node : nodes) {
      const Mistakes found = validate_alone(node, schema);
      if (found.empty()) continue;
      mistakes.insert(mistakes.end(), found.begin(), found.end());
      xmlUnlinkNode(node);
      xmlFreeNode(node);
    }
  }
  const Mistakes found = validate(rest.get(), whole);
  mistakes.insert(mistakes.end(), found.begin(), found.end());
}

std::string wrong_root(const xmlNode* root, const std::vector<std::string>& roots) {
  std::string known;
  for (const std::string& name : roots) known += (known.empty() ? "<" : " or <") + name + ">";
  return "the root must be " + known + ", not <" + string_of(root->name) + ">";
}

// Lines of the file joined again: without a blank beside a Han character or
// full-width mark, with one between words.
std::string unwrapped(const std::string& print) {
  std::string out;
  for (std::string_view piece : split(print, '\n')) {
    const std::string_view line = trim(piece);
    if (line.empty()) continue;
    const bool wide = !out.empty() && (static_cast<unsigned char>(out.back()) >= 0x80 ||
                                       static_cast<unsigned char>(line.front()) >= 0x80);
    if (!out.empty() && !wide) out += ' ';
    out += line;
  }
  return out;
}

XmlNode tree_of(const xmlNode* node, int depth) {
  constexpr int kDeepest = 16;
  XmlNode out;
  out.name = string_of(node->name);
  out.line = static_cast<int>(xmlGetLineNo(node));
  for (const xmlAttr* attribute = node->properties; attribute != nullptr;
       attribute = attribute->next) {
    std::string text;
    for (const xmlNode* part = attribute->children; part != nullptr; part = part->next) {
      text += string_of(part->content);
    }
    out.attributes.emplace_back(string_of(attribute->name), trim(text));
  }
  std::string text;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_TEXT_NODE) text += string_of(child->content);
    if (child->type == XML_ELEMENT_NODE && depth < kDeepest)
      out.children.push_back(tree_of(child, depth + 1));
  }
  out.text = unwrapped(text);
  return out;
}

}  // namespace

std::string_view XmlNode::attribute(std::string_view wanted) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const auto& pair) { return pair.first == wanted; });
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

const XmlNode* XmlNode::child(std::string_view wanted) const {
  const auto found = std::find_if(children.begin(), children.end(),
                                  [&](const XmlNode& node) { return node.name == wanted; });
  return found == children.end() ? nullptr : &*found;
}

ProfileTree read_profile_tree(std::string_view xml, std::string_view grammar,
                              const std::vector<std::string>& roots,
                              const std::vector<std::string>& pieces) {
  constexpr std::size_t kLargest = 16u << 20;
  ProfileTree tree;
  if (xml.size() > kLargest) return {{}, {{1, "a profile of more than 16 MB is not read"}}};
  const DocPtr doc = parse(xml, tree.mistakes);
  if (doc == nullptr) return tree;
  const xmlNode* root = xmlDocGetRootElement(doc.get());
  if (std::find(roots.begin(), roots.end(), string_of(root->name)) == roots.end()) {
    tree.mistakes.push_back({static_cast<int>(xmlGetLineNo(root)), wrong_root(root, roots)});
    return tree;
  }
  check_grammar(doc.get(), grammar, pieces, tree.mistakes);
  tree.root = tree_of(root, 0);
  return tree;
}

}  // namespace biaoshen
