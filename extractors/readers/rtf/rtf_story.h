// Goes over an RTF file and hands on its paragraphs and rows of tables in reading order.
//
//   {\rtf1\ansicpg936{\fonttbl{\f0\fcharset134 …;}}\f0 \'b1\'ea\u20934 ?\par}
//
// Braces are groups, which keep what was set outside them; bytes are text in the code page of the
// font, \u is a character with a stand-in behind it for programs that do not know it.
//
//   content      text, results of fields, numbers of lists, text boxes where they are anchored
//   not content  instructions of fields, removed and hidden letters, tables of fonts and styles,
//                pictures
//
// It refuses groups deeper than a limit: the rest is not read.
// Tested by tests/readers/rtf_reader_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/doc/doc_rows.h"

namespace biaoshen {

struct RtfSeen {
  bool has_pictures = false, is_cut = false;
  std::size_t revisions = 0;
  std::string hidden;
};

class RtfStory {
 public:
  RtfStory(DocxFlow& flow, std::size_t most_text)
      : flow_(flow), most_text_(most_text), rows_(most_text) {}

  void read(std::string_view bytes);
  const RtfSeen& seen() const { return seen_; }

 private:
  enum class Place : std::uint8_t { text, fonts, nowhere };
  struct Group {
    Place place = Place::text;
    bool is_hidden = false, is_removed = false;
    int stand_ins = 1;  // behind a character
    int font = 0;
  };
  void take_control(std::string_view& rest);
  void take_word(std::string_view word, bool has_number, int number, std::string_view& rest);
  bool take_sign(std::string_view word);
  bool take_table_word(std::string_view word, int number);
  bool take_place(std::string_view word);
  void take_byte(char byte);
  void take_unit(int unit);
  void decode_bytes();
  void append(std::string_view text);
  void end_paragraph();
  void end_cell();
  void end_row();
  Group& group() { return groups_.back(); }

  DocxFlow& flow_;
  std::size_t most_text_;
  RtfSeen seen_;
  std::vector<Group> groups_{1};
  bool is_beginning_ = false;  // of a group: only there a star leaves out all of it
  bool is_starred_ = false;    // what comes next may be left out
  int to_skip_ = 0;            // stand-ins
  std::uint32_t code_page_ = 1252;
  std::map<int, std::uint32_t> fonts_;  // their code pages
  std::string bytes_;                   // of text that was not yet decoded
  char16_t lead_ = 0;                   // the first half of a pair
  bool was_removed_ = false;

  DocxParagraph paragraph_;
  bool in_table_ = false;
  std::vector<DocxBlock> blocks_;  // of the open cell
  DocRows rows_;
  std::vector<int> edges_;            // of the row's cells, the left one first
  std::vector<std::uint16_t> looks_;  // of its cells
  std::uint16_t look_ = 0;            // of the next one
  std::size_t held_ = 0;
};

}  // namespace biaoshen
