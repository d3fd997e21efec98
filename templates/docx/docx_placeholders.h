// The placeholders and blocks of one part of a template: found, and checked against the names it
// may use.
//
// Tested by tests/templates/docx_template_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "templates/docx/docx_template.h"
#include "templates/docx/docx_xml.h"

namespace biaoshen {

struct Placeholder {
  enum class Kind : unsigned char { value, open, close } kind = Kind::value;
  std::string name;                // as written
  std::size_t begin = 0, end = 0;  // bytes of the paragraph's text
};

// Placeholders of a text from left to right; `is_cut`: one begins and does not end.
struct Scan {
  std::vector<Placeholder> found;
  bool is_cut = false;
};
Scan scan(std::string_view text);

// The name that `written` is, or is the alias of.
std::optional<std::string_view> known(const std::vector<PlaceholderName>& names,
                                      std::string_view written);

// What is repeated stands between the nodes `open` and `close`, which are siblings.
struct Block {
  std::string_view name;
  xmlNode* open = nullptr;
  xmlNode* close = nullptr;
};

// Reads a part from its first paragraph to its last: where its blocks are, which paragraphs
// stand outside them, what is wrong. Not for parts without paragraphs that people read.
class PartReading {
 public:
  PartReading(xmlNode* root, const PlaceholderNames& names);

  std::vector<Block> blocks;
  std::set<std::string_view> opened;  // names of blocks, also of those that do not close
  std::vector<xmlNode*> outside;
  std::vector<std::string> mistakes;

 private:
  void object(const std::string& what);
  void read(xmlNode* paragraph);
  void read(const Placeholder& one, xmlNode* paragraph);
  void check_value(const std::string& written);
  void open(const std::string& written, xmlNode* paragraph);
  void close(const std::string& written, xmlNode* paragraph);

  const PlaceholderNames& names_;
  std::string paragraph_;  // its text
  std::optional<Block> current_;
};

}  // namespace biaoshen
