// One file as words with places: the only form in which the rest of the program
// sees what an applicant sent. Readers make it; nobody changes it afterwards.
//
// A page holds its text once (lines end with '\n', blanks between words as
// printed) and words that point into it. So every value found in the text is a
// byte range, its verbatim quote is a substring, and its place follows from the
// words it touches. PDF pages are pages; a DOCX is cut at its page breaks; a
// sheet of a workbook is a page; an image is a page.
//
// It refuses to invent places: a DOCX word has a paragraph, not a box.
// Tested by tests/model/document_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace biaoshen {

// Points from the top left of the page as displayed (crop and rotation applied), y down.
struct Box {
  float left = 0, top = 0, right = 0, bottom = 0;
  bool operator==(const Box&) const = default;
};
Box unite(const Box& a, const Box& b);
inline float height(const Box& b) {
  return b.bottom - b.top;
}
inline float width(const Box& b) {
  return b.right - b.left;
}

struct OnPage {  // printed at a place of the page
  Box box;
  bool operator==(const OnPage&) const = default;
};
struct InFlow {                 // in running text without geometry
  std::uint32_t paragraph = 0;  // from 1, over the whole file
  bool operator==(const InFlow&) const = default;
};
struct InCell {                       // in a worksheet
  std::uint32_t row = 0, column = 0;  // both from 1
  bool operator==(const InCell&) const = default;
};
struct InImage {            // recognised from a picture on a page that has no geometry
  std::uint32_t image = 0;  // from 1, into Page::images
  Box box;                  // pixels of that picture
  bool operator==(const InImage&) const = default;
};
struct WholeFile {  // the file or its name
  bool operator==(const WholeFile&) const = default;
};
using Place = std::variant<WholeFile, OnPage, InFlow, InCell, InImage>;

enum class Origin : std::uint8_t { text, ocr, cell, name };

struct Word {
  std::uint32_t begin = 0, end = 0;  // bytes of Page::text
  Place place;
  Origin origin = Origin::text;
  std::uint8_t confidence = 100;  // per cent
};

// One printed line, paragraph or row of cells: words [first, last) of the page.
struct Line {
  std::uint32_t first = 0, last = 0;
  std::uint32_t begin = 0, end = 0;  // bytes of Page::text, without the '\n'
  float size = 0;                    // height of the letters in points; 0 where unknown
};

// A cell of a table; spans are at least 1. Its text is [begin, end) of Page::text.
struct GridCell {
  std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;  // rows and columns from 0
  std::uint32_t begin = 0, end = 0;
};
struct Grid {
  std::uint32_t rows = 0, columns = 0;
  std::vector<GridCell> cells;  // by row, then column
  const GridCell* at(std::uint32_t row,
                     std::uint32_t column) const;  // the cell that covers it, or null
};

struct Image {
  Box box;                              // where the page shows it; empty in a flow
  std::uint32_t width = 0, height = 0;  // pixels
  std::string format;                   // png, jpeg, …; empty where only its pixels are known
  // What was recognised from it, as bytes of Page::text: whole lines. Empty where nothing was, or
  // where the picture is the page.
  std::uint32_t begin = 0, end = 0;
};

// What a second engine, which knows nothing of the first, read in place of bytes
// [begin, end) of Page::text. Only lines with something to decide have one.
struct SecondReading {
  std::uint32_t begin = 0, end = 0;
  std::string text;  // empty: it saw nothing there
};

// The print of a round or oval seal, known by colour and shape. Seen, never authentic.
struct Seal {
  Place place;                  // OnPage or InImage
  std::string name;             // read from the arc as far as possible; empty where not
  std::uint8_t confidence = 0;  // of the name, per cent
};

// How the words of a page came to be known.
enum class Source : std::uint8_t {
  text,    // from the file itself
  ocr,     // recognised from pixels
  mixed,   // both
  blank,   // nothing printed on it
  failed,  // there is something, and it could not be read
};

struct Page {
  std::uint32_t number = 1;     // from 1
  float width = 0, height = 0;  // points; 0 where the format has none
  Source source = Source::text;
  std::string reason;  // why failed, untrusted, repaired or recognised: "needs-ocr", "xfa-form",
                       // "text-suspect", "text-repaired", "outlined-glyphs", "hidden-text-only"
  std::string title;   // name of the worksheet; empty elsewhere
  std::string text;
  std::vector<Word> words;
  std::vector<Line> lines;
  std::vector<Grid> grids;
  std::vector<Image> images;
  std::vector<SecondReading> second_readings;  // by begin; they do not overlap
  std::vector<Seal> seals;
  // Ink that is neither print nor a ruling: handwriting, signatures. Places as for seals.
  std::vector<Place> marks;
  // A picture without colour shows seals as grey as print: that none was seen says nothing.
  bool is_grey_scan = false;

  std::string_view line_text(const Line& line) const;
  std::string_view cell_text(const GridCell& cell) const;
  // Words touched by bytes [begin, end) of `text`, as a range of indexes.
  std::pair<std::size_t, std::size_t> words_in(std::size_t begin, std::size_t end) const;
  // Box around those words; the first word's place where the format has no boxes.
  Place place_of(std::size_t begin, std::size_t end) const;
  // Reading that is not to be trusted for a decision (garbled fonts, an earlier OCR). Where we
  // recognised the page ourselves, the reason only says why.
  bool is_suspect() const {
    return source != Source::ocr && (reason == "text-suspect" || reason == "hidden-text-only");
  }
};

// Something the reader could not do or wants known; about a file, never about the application.
// Kinds are stable reason codes, e.g. encrypted, damaged-pdf, needs-ocr, hidden-text, time-limit.
struct Problem {
  std::string kind;
  std::uint32_t page = 0;  // 0: the whole file
  std::string detail;      // for people: a limit and its value, a name
  bool operator==(const Problem&) const = default;
};

enum class FileStatus : std::uint8_t { read, partial, refused, unreadable, ignored };

// A file inside a file: an entry of an archive, an attachment of a PDF, a workbook in a DOCX. It
// becomes a file of the dossier like any other.
struct Member {
  std::string path;  // as people should read it, '/' between names, within the file that holds it
  FileStatus status = FileStatus::read;  // other than read: nothing of it was kept
  std::vector<Problem> problems;
  std::filesystem::path source;  // where its bytes are; never shown
  std::string sha256;
  std::uint64_t bytes = 0;
};

struct Document {
  std::string format;  // pdf, docx, xlsx, txt, png, jpeg, …
  std::vector<std::string>
      engines;  // that recognised something of it, e.g. "PP-OCRv4", "Tesseract HanS"
  FileStatus status = FileStatus::read;
  std::vector<Page> pages;
  std::vector<Problem> problems;
  std::vector<Member> members;  // files inside it, in its order; empty once they are files

  bool has_problem(std::string_view kind) const;
};

std::string_view name_of(Origin origin);
std::string_view name_of(Source source);
std::string_view name_of(FileStatus status);

}  // namespace biaoshen
