// What the styles of a Word document say about its paragraphs and letters: size and hiding,
// because a cover's large letters and a template's hidden hints mostly come from there; the list
// that a heading is numbered in; a page break before it.
//
// It refuses everything else a style may say. Tested by tests/readers/docx_reader_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "extractors/readers/office/relations.h"
#include "extractors/readers/xml_stream.h"

namespace biaoshen {

struct DocxLook {
  std::optional<float> size;  // points
  std::optional<bool> hidden;
  std::optional<bool> is_placeholder;       // the letters of a field that nobody filled in
  std::optional<bool> breaks_before;        // paragraphs: a page begins here
  std::optional<std::int64_t> list, level;  // paragraphs: numbered; list 0 is none
};
// What `above` leaves open is taken from `below`.
DocxLook layered(const DocxLook& above, const DocxLook& below);

class DocxStyles final : public XmlListener {
 public:
  PartEnd read(ZipPackage& package, const Relations& relations);

  const DocxLook& defaults() const { return defaults_; }
  // With what it is based on; nothing where the style is unknown.
  DocxLook look(std::string_view style) const;
  // Of paragraphs that name no style.
  DocxLook plain_paragraph() const { return look(plain_paragraph_); }

  void start(const XmlTag& tag) override;
  void end(const XmlTag& tag) override;
  void text(std::string_view) override {}

 private:
  struct Style {
    DocxLook own;
    std::string base;
  };
  void start_style(const XmlTag& tag);

  std::unordered_map<std::string, Style> styles_;
  std::string plain_paragraph_;
  DocxLook defaults_;
  Style* open_ = nullptr;        // the style being read
  DocxLook* letters_ = nullptr;  // where its letters' properties go
  bool in_paragraph_ = false;    // inside its paragraphs' properties
  int depth_ = 0, style_depth_ = 0;
};

// Takes <w:sz> and <w:vanish> into `look`; anything else is left alone.
void take_letter_property(const XmlTag& tag, DocxLook& look);
// <w:pageBreakBefore>, <w:numId> and <w:ilvl>.
void take_paragraph_property(const XmlTag& tag, DocxLook& look);

}  // namespace biaoshen
