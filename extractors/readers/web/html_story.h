// Listens to a web page and hands on its paragraphs and the rows of its tables in reading order.
//
//   content      text, the title, what fields of forms hold, the chosen entries of lists, a list
//                of terms (<dl>) as a table with a row a term
//   not content  scripts, styles, templates, what is marked as hidden on the element itself
//
// A cell that holds a table is a means of layout: its row is taken apart and its cells are read
// one after the other, so the inner table is a grid and the outer one goes on below it.
// The same happens to a row that is longer than a page may be.
//
// Tested by tests/readers/html_reader_test.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/docx/docx_blocks.h"
#include "extractors/readers/web/html_stream.h"

namespace biaoshen {

// The pictures that a page shows, by what its <img> says of them.
class HtmlImages {
 public:
  virtual ~HtmlImages() = default;
  // Nothing where the picture did not come with the page.
  virtual std::optional<PackageImage> look_at(std::string_view source) = 0;
};

class HtmlStory final : public HtmlListener {
 public:
  // `most_text`: bytes of one paragraph or one row. Without `images` pictures are passed over.
  HtmlStory(DocxFlow& flow, std::size_t most_text, HtmlImages* images = nullptr)
      : flow_(flow), most_text_(std::max<std::size_t>(most_text, 64)), images_(images) {}

  void start(const HtmlTag& tag) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;
  void finish();

 private:
  struct Hanging {  // a cell that goes on in the rows below
    std::uint32_t span = 1, rows = 0;
  };
  struct Table {
    bool is_terms = false;  // <dl>
    bool in_row = false, in_cell = false;
    bool is_apart = false;  // the open row was taken apart
    DocxRow row;
    DocxCell cell;
    std::map<std::uint32_t, Hanging> above, below;  // by column: over this row, over the next
  };

  bool take_table_tag(const HtmlTag& tag);
  void take_field(const HtmlTag& tag);
  void take_image(const HtmlTag& tag);
  void open_table(bool is_terms);
  void close_table();
  void open_row();
  void close_row();
  void open_cell(std::uint32_t column_span, std::uint32_t row_span);
  void close_cell();
  void continue_above(DocxRow& row);
  void take_apart();
  bool is_in(bool is_terms) const {
    return !tables_.empty() && tables_.back().is_terms == is_terms;
  }

  void add(std::string_view visible);
  void end_line();

  DocxFlow& flow_;
  std::size_t most_text_;
  std::vector<Table> tables_;  // open ones, the innermost last
  HtmlImages* images_;
  std::vector<PackageImage> line_images_;  // shown in the line
  std::string line_;
  bool has_blank_ = false;                            // before what comes next in the line
  std::size_t held_ = 0;                              // bytes of the open row
  int depth_ = 0, skip_depth_ = 0, kept_blanks_ = 0;  // depth of what is skipped; open <pre>
};

}  // namespace biaoshen
