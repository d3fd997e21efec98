// A DOCX with placeholders, and the document that comes of it.
//
//   {{name}}                a value; in any paragraph of the text, of a table, a header or footer
//   {{#block}} {{/block}}   what stands between them is repeated for each row of the block; each
//                           in a paragraph of its own, or in a table row of its own
//
// A paragraph in which every placeholder is empty is left out, so that no label stands alone.
// Not allowed, and told: unknown names, a row's names outside their block, blocks in blocks,
// blocks that do not close. Values are never searched for placeholders.
//
// Tested by tests/templates/docx_template_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "templates/docx/docx_package.h"

namespace biaoshen {

// A name, and the same in Chinese; a template may use either.
struct PlaceholderName {
  std::string_view name, alias;
};
struct PlaceholderNames {
  std::vector<PlaceholderName> values;
  std::vector<PlaceholderName> blocks;
  std::vector<PlaceholderName> row_values;  // of every block
  std::string_view required_block;
};

using DocxValues = std::map<std::string, std::string, std::less<>>;  // name -> text, one line
struct DocxContent {
  DocxValues values;
  std::map<std::string, std::vector<DocxValues>, std::less<>> blocks;
};

// What is wrong with a template, each with the paragraph it stands in; empty: nothing.
std::vector<std::string> template_mistakes(const DocxParts& parts, const PlaceholderNames& names);

// `parts` without mistakes. Error: internal, where they have some nevertheless.
Result<DocxParts> fill_template(DocxParts parts, const PlaceholderNames& names,
                                const DocxContent& content);

}  // namespace biaoshen
