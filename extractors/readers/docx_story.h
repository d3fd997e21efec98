// Listens to the XML of one Word story (body, header, footer, notes) and hands on its
// paragraphs and rows of tables in reading order.
//
//   content      text of runs, insertions, moved-to text, results of fields, text boxes, form
//   fields not content  deletions, moved-from text, instructions of fields, hidden letters, reading
//                aids over characters, the second wording of what is written twice for old
//                programs (mc:Fallback), comments
//
// Text in tags that it does not know is kept: to lose a word is worse than to keep one.
// A text box is handed on after the paragraph that it is anchored in.
//
// It refuses to load anything another part or place holds but the pictures' headers.
// Tested by tests/readers/docx_reader_test.cpp.
#pragma once

#include <vector>

#include "extractors/readers/docx_fields.h"
#include "extractors/readers/docx_pieces.h"
#include "extractors/readers/docx_styles.h"
#include "extractors/readers/package_images.h"

namespace biaoshen {

// What was seen on the way, over all stories of a file.
struct DocxSeen {
  std::size_t revisions = 0, comments = 0, images = 0;
  bool has_foreign_parts = false, is_cut = false;
  std::string hidden;  // the first hidden letters
};

// What a story looks things up in.
struct DocxLibrary {
  const DocxStyles& styles;
  PackageImages& images;
  const Relations& relations;  // of the story's part
  std::size_t most_text;       // bytes of one paragraph or row
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
  void take_break(const XmlTag& tag);
  void take_symbol(const XmlTag& tag);
  void take_image(const XmlTag& tag, DocxMark mark);
  void append(std::string_view piece);        // if it is content
  void append_shown(std::string_view piece);  // whatever fields are open

  DocxLibrary library_;
  DocxSeen& seen_;
  DocxPieces pieces_;
  DocxFields fields_;
  std::vector<int> choices_taken_;  // an entry for each open mc:AlternateContent
  int depth_ = 0;
  int skip_depth_ = 0;     // where what is being skipped began; 0: nothing is
  int text_depth_ = 0;     // of the open <w:t>; 0: none
  int letters_depth_ = 0;  // of the open run's properties; 0: none
};

}  // namespace biaoshen
