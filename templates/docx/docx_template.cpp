#include "templates/docx/docx_template.h"

#include <libxml/tree.h>

#include <algorithm>
#include <array>

#include "templates/docx/docx_placeholders.h"
#include "templates/docx/docx_xml.h"

namespace biaoshen {
namespace {

// Whether paragraphs that people read can be in it.
bool is_read(const std::string& part, const xmlNode* root) {
  constexpr std::array kRoots = {"document", "hdr", "ftr", "footnotes", "endnotes"};
  return part.starts_with("word/") &&
         std::ranges::any_of(kRoots, [&](const char* name) { return is_word_element(root, name); });
}

class TemplateFilling {
 public:
  TemplateFilling(const PlaceholderNames& names, const DocxContent& content)
      : names_(names), content_(content) {}

  void fill(const PartReading& reading) const {
    // From the last to the first: a paragraph that goes takes those inside it along.
    for (auto one = reading.outside.rbegin(); one != reading.outside.rend(); ++one)
      fill_paragraph(*one, nullptr);
    for (const Block& block : reading.blocks) repeat(block);
  }

 private:
  const std::string* value(std::string_view written, const DocxValues* row) const {
    if (const auto name = known(names_.row_values, written); row != nullptr && name) {
      const auto found = row->find(*name);
      return found == row->end() ? nullptr : &found->second;
    }
    const auto name = known(names_.values, written);
    const auto found = name ? content_.values.find(*name) : content_.values.end();
    return found == content_.values.end() ? nullptr : &found->second;
  }

  void fill_paragraph(xmlNode* paragraph, const DocxValues* row) const {
    ParagraphText text(paragraph);
    const std::vector<Placeholder> found = scan(text.text()).found;
    bool is_empty = !found.empty();
    for (auto one = found.rbegin(); one != found.rend(); ++one) {
      const std::string* words = value(one->name, row);
      is_empty = is_empty && (words == nullptr || words->empty());
      text.replace(one->begin, one->end, words == nullptr ? "" : *words);
    }
    if (is_empty) take_out(paragraph);
  }

  void repeat(const Block& block) const {
    std::vector<xmlNode*> repeated;
    for (xmlNode* node = block.open->next; node != block.close; node = node->next)
      repeated.push_back(node);
    const auto rows = content_.blocks.find(block.name);
    if (rows != content_.blocks.end())
      for (const DocxValues& row : rows->second)
        for (xmlNode* node : repeated) add_before(block.open, node, row);
    for (xmlNode* node : repeated) {
      xmlUnlinkNode(node);
      xmlFreeNode(node);
    }
    take_out(block.open);
    take_out(block.close);
  }

  void add_before(xmlNode* place, xmlNode* node, const DocxValues& row) const {
    xmlNode* copy = node->type == XML_ELEMENT_NODE ? copy_beside(node) : nullptr;
    if (copy == nullptr) return;  // blanks and comments between paragraphs
    xmlAddPrevSibling(place, copy);
    const std::vector<xmlNode*> paragraphs = paragraphs_in(copy);
    for (auto one = paragraphs.rbegin(); one != paragraphs.rend(); ++one)
      fill_paragraph(*one, &row);
  }

  const PlaceholderNames& names_;
  const DocxContent& content_;
};

}  // namespace

std::vector<std::string> template_mistakes(const DocxParts& parts, const PlaceholderNames& names) {
  std::vector<std::string> mistakes;
  bool has_required = false;
  for (const auto& [part, bytes] : parts) {
    if (!part.ends_with(".xml")) continue;
    const XmlDocument document = parse_xml(bytes);
    if (document == nullptr) {
      mistakes.push_back(part + " inside it is damaged");
      continue;
    }
    xmlNode* root = root_of(document);
    if (!is_read(part, root)) continue;
    const PartReading reading(root, names);
    mistakes.insert(mistakes.end(), reading.mistakes.begin(), reading.mistakes.end());
    has_required = has_required || reading.opened.contains(names.required_block);
  }
  if (!has_required)
    mistakes.push_back("{{#" + std::string(names.required_block) + "}} is missing: it and {{/" +
                       std::string(names.required_block) +
                       "}} enclose what is repeated for each of them");
  return mistakes;
}

Result<DocxParts> fill_template(DocxParts parts, const PlaceholderNames& names,
                                const DocxContent& content) {
  for (auto& [part, bytes] : parts) {
    if (!part.ends_with(".xml")) continue;
    const XmlDocument document = parse_xml(bytes);
    xmlNode* root = root_of(document);
    if (!is_read(part, root)) continue;
    const PartReading reading(root, names);
    if (!reading.mistakes.empty())
      return fail(ErrorCode::internal, "a template was not checked: " + reading.mistakes.front());
    TemplateFilling(names, content).fill(reading);
    bytes = xml_text(document);
  }
  return parts;
}

}  // namespace biaoshen
