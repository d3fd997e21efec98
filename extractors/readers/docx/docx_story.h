// Listens to the XML of one Word story (body, header, footer, notes) and hands on its
// paragraphs and rows of tables in reading order.
//
//   content      text of runs, insertions, moved-to text, results of fields, text boxes, form
//   fields not content  deletions, moved-from text, instructions of fields, hidden letters, reading
//                aids over characters, the second wording of what is written twice for old
//                programs (mc:Fallback), comments, what an unfilled content control asks for
//
// Text in tags that it does not know is kept: to lose a word is worse than to keep one.
// A text box is handed on after the paragraph that it is anchored in; so are the words of a chart
// or a diagram.
//
// It refuses to load anything else another part or place holds but the pictures' headers.
// Tested by tests/readers/docx_reader_test.cpp.
#pragma once

#include <vector>

#include "extractors/readers/docx/docx_fields.h"
#include "extractors/readers/docx/docx_numbering.h"
#include "extractors/readers/docx/docx_pieces.h"
#include "extractors/readers/docx/docx_styles.h"
#include "extractors/readers/office/drawn_text.h"
#include "extractors/readers/office/package_images.h"

namespace biaoshen {

// What was seen on the way, over all stories of a file.
struct DocxSeen {
  std::size_t revisions = 0, comments = 0, images = 0;
  bool is_cut = false;
  std::string hidden;    // the first hidden letters
  std::string unfilled;  // the first letters that only ask for others
};

// What a story looks things up in.
struct DocxLibrary {
  const DocxStyles& styles;
  PackageImages& images;
  const Relations& relations;  // of the story's part
  const DocxNumbering& numbering;
  DrawnText& drawn_text;
  std::size_t most_text;  // bytes of one paragraph or row
};

class DocxStory final : public XmlListener {
 public:
  DocxStory(const DocxLibrary& library, DocxFlow& flow, DocxSeen& seen);

  void start(const XmlTag& tag) override;
  void end(const XmlTag& tag) override;
  void text(std::string_view piece) override;
  // Hands on what the part left open because it broke off.
  void finish();

 private:
  bool skips(DocxMark mark);
  void take_mark(DocxMark mark, const XmlTag& tag);
  bool take_property(DocxMark mark, const XmlTag& tag);  // false where it is none
  bool take_table_property(DocxMark mark, const XmlTag& tag);
  bool take_sign(DocxMark mark, const XmlTag& tag);
  void end_properties();
  void take_break(const XmlTag& tag);
  void take_symbol(const XmlTag& tag);
  void take_image(const XmlTag& tag, DocxMark mark);
  void drop_preview(const XmlTag& tag);
  void take_drawn(const XmlTag& tag, std::string_view relation);
  void append(std::string_view piece);        // if it is content
  void append_shown(std::string_view piece);  // whatever fields are open

  DocxLibrary library_;
  DocxSeen& seen_;
  DocxPieces pieces_;
  DocxFields fields_;
  DocxCounters counters_;
  std::vector<int> choices_taken_;  // an entry for each open mc:AlternateContent
  int depth_ = 0;
  int skip_depth_ = 0;             // where what is being skipped began; 0: nothing is
  int text_depth_ = 0;             // of the open <w:t>; 0: none
  int letters_depth_ = 0;          // of the open run's properties; 0: none
  int properties_depth_ = 0;       // of the open paragraph's properties; 0: none
  bool is_end_removed_ = false;    // the open paragraph is to become part of the next
  std::size_t before_object_ = 0;  // pictures of the paragraph when the last object began
  std::vector<int> controls_;      // depths of the open content controls
  std::vector<int> unfilled_;      // of those that nobody filled in
};

}  // namespace biaoshen
