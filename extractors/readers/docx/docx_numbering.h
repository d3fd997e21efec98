// The lists of a Word document: what number stands before which paragraph. The file holds no such
// number, only how to count; Word counts when it draws. So do we, because a clause without its
// number cannot be cited.
//
//   <w:lvlText w:val="%1.%2"/> on level 1, third paragraph under the fourth of level 0:  4.3
//
// Lists that share a definition share its count; one that says so begins anew.
//
// It refuses bullets: they say nothing. Tested by tests/readers/docx_numbering_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "extractors/readers/docx/docx_styles.h"
#include "extractors/readers/xml_stream.h"

namespace biaoshen {

constexpr std::size_t kDocxLevels = 9;

struct DocxLevel {
  std::int64_t start = 1;
  std::string format = "decimal";
  std::string text;                     // "%1.%2"
  std::string style;                    // of paragraphs that stand on it
  std::optional<std::int64_t> restart;  // after which level, from 1; 0: never
  bool is_plain = false;                // all numbers in decimal
  bool is_close = false;                // no blank behind the number
};
using DocxLevels = std::array<DocxLevel, kDocxLevels>;

struct DocxList {
  std::int64_t definition = 0;
  std::map<std::size_t, std::int64_t> starts;   // levels that begin anew, by level
  std::map<std::size_t, DocxLevel> own_levels;  // that differ from the definition's
};

class DocxNumbering final : public XmlListener {
 public:
  PartEnd read(ZipPackage& package, const Relations& relations);

  const DocxList* list(std::int64_t id) const;
  // A definition may be another's, which a style of lists leads to.
  std::int64_t definition_of(const DocxList& list, const DocxStyles& styles) const;
  const DocxLevel* level(const DocxList& list, std::int64_t definition, std::size_t level) const;
  // The level that paragraphs of the style stand on; 0 where none says so.
  std::size_t level_of_style(const DocxList& list, std::int64_t definition,
                             std::string_view style) const;

  void start(const XmlTag& tag) override;
  void end(const XmlTag& tag) override;
  void text(std::string_view) override {}

 private:
  struct Definition {
    DocxLevels levels;
    std::string list_style;
  };
  void start_level(const XmlTag& tag);
  void take_level(const XmlTag& tag);

  std::unordered_map<std::int64_t, Definition> definitions_;
  std::unordered_map<std::int64_t, DocxList> lists_;
  Definition* definition_ = nullptr;  // the open one
  DocxList* list_ = nullptr;
  DocxLevel* level_ = nullptr;
  std::size_t override_ = 0;  // the level that an open list says something about
};

// The counts as a story goes on.
class DocxCounters {
 public:
  DocxCounters(const DocxNumbering& numbering, const DocxStyles& styles)
      : numbering_(numbering), styles_(styles) {}
  // Of the next paragraph with this look and style: what stands before its text, with the blank
  // behind it if there is one. Empty where it has no number.
  std::string next(const DocxLook& look, std::string_view style);

 private:
  using Counts = std::array<std::optional<std::int64_t>, kDocxLevels>;
  void count(std::int64_t id, const DocxList& list, std::int64_t definition, std::size_t level);
  std::string shown(const DocxList& list, std::int64_t definition, std::size_t level) const;

  const DocxNumbering& numbering_;
  const DocxStyles& styles_;
  std::unordered_map<std::int64_t, Counts> counts_;  // by definition
  std::unordered_set<std::int64_t> begun_;           // lists whose own starts have been used
};

}  // namespace biaoshen
