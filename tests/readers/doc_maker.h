// Makes small Word 97 files in memory: paragraphs with runs, whatever changes of looks a test
// wants.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/doc/doc_header.h"

namespace biaoshen {

struct DocRunMade {
  std::string text;  // UTF-8; control characters are marks
  std::string changes = {};
};
struct DocParagraphMade {
  std::vector<DocRunMade> runs;  // the last one ends with the mark
  std::string changes = {};
  std::uint16_t style = 0;
};
struct DocMade {
  std::vector<DocParagraphMade> paragraphs;     // all stories, one after the other
  std::map<DocPart, std::size_t> stories = {};  // paragraphs of each that is not the main one
  std::map<DocTable, std::string> tables = {};
  std::string data = {};
  std::uint16_t flags = 0x0200, version = 0xC1;
  std::string behind = {};  // more of the main stream
};

// A change of looks: its code, its operand.
std::string changed(std::uint16_t code, std::uint64_t operand, int bytes);
// Of characters that stand for something else: a picture, a symbol.
inline const std::string kIsSpecial = changed(0x0855, 1, 1);
// A paragraph that ends with `mark`.
DocParagraphMade doc_para(std::string_view text, std::string changes = "", char mark = '\r');
// A cell; and the end of a row whose cells have these edges.
DocParagraphMade doc_cell(std::string_view text);
DocParagraphMade doc_row_end(const std::vector<std::int16_t>& edges,
                             const std::vector<std::uint16_t>& looks = {});

// A document of these paragraphs and nothing else.
DocMade made_of(std::vector<DocParagraphMade> paragraphs);
std::string doc_of(const DocMade& made);
std::string doc_of(std::vector<DocParagraphMade> paragraphs);

}  // namespace biaoshen
