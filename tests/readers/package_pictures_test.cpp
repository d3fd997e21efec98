// Claims about pictures in Office packages: recognised once, where they stand, and cut out again.
#include "extractors/readers/office/package_pictures.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>
#include <memory>

#include "extractors/readers/docx/docx_reader.h"
#include "extractors/readers/reader_table.h"
#include "extractors/readers/xlsx/xlsx_reader.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

constexpr char kDrawing[] =
    "<w:drawing><a:blip xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "r:embed=\"";

std::string shown(const std::string& id) {
  return "<w:p><w:r>" + std::string(kDrawing) + id + "\"/></w:drawing></w:r></w:p>";
}
const std::string kPageBreak = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";

// A white picture with a black corner of the size given.
std::string drawn_png(l_int32 width, l_int32 height, l_int32 corner) {
  const PixPtr pix(pixCreate(width, height, 8));
  pixSetAll(pix.get());
  pixRasterop(pix.get(), 0, 0, corner, corner, PIX_CLR, nullptr, 0, 0);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  REQUIRE(pixWriteMemPng(&bytes, &size, pix.get(), 0) == 0);
  std::string png(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  return png;
}

// Reads the same line in every picture and counts them.
struct CountingRecogniser {
  std::shared_ptr<int> read = std::make_shared<int>(0);
  bool is_blank = false;

  RecognisedPicture operator()(const Pix& picture) const {
    ++*read;
    RecognisedPicture recognised;
    recognised.width = static_cast<float>(pixGetWidth(const_cast<Pix*>(&picture)));
    recognised.height = static_cast<float>(pixGetHeight(const_cast<Pix*>(&picture)));
    recognised.engines = {"test"};
    recognised.is_blank = is_blank;
    if (is_blank) return recognised;
    RecognisedLine line;
    line.box = {10, 20, 110, 40};
    for (int i = 0; i < 4; ++i) {
      const auto left = static_cast<float>(10 + 25 * i);
      line.symbols.push_back(
          {std::string(1, static_cast<char>('1' + i)), {left, 20, left + 24, 40}, 90});
    }
    recognised.lines.push_back(line);
    return recognised;
  }
};

Document read_docx_with(const std::string& bytes, const RecognisePicture& recognise,
                        const Limits& limits = {}) {
  const MemoryFile file(bytes, "a.docx");
  MemorySink sink;
  read_docx(file.open(), limits, sink, recognise);
  REQUIRE(sink.is_consistent);
  return sink.document;
}

std::string with_pictures(const std::string& body, const Parts& media) {
  std::string relations;
  for (const auto& [name, bytes] : media)
    relations += relation(name.substr(11, 1), "image", "media/" + name.substr(11));
  return docx_of(body, media, relations);
}

}  // namespace

TEST_CASE("a picture's text stands where the picture does, in places of the picture") {
  const CountingRecogniser recognition;
  const Document document = read_docx_with(
      with_pictures(shown("s") + para("正文"), {{"word/media/s.png", drawn_png(400, 100, 9)}}),
      recognition);
  REQUIRE(document.pages.size() == 1);
  const Page& page = document.pages[0];
  CHECK(page.text == "1234\n正文\n");
  CHECK(page.source == Source::mixed);
  REQUIRE(page.images.size() == 1);
  CHECK(page.images[0].begin == 0);
  CHECK(page.images[0].end == 5);
  REQUIRE(page.words.size() == 2);
  CHECK(page.words[0].origin == Origin::ocr);
  CHECK(std::get<InImage>(page.words[0].place).image == 1);
  CHECK(document.engines == std::vector<std::string>{"test"});
  CHECK(document.status == FileStatus::read);
}

TEST_CASE("screenshots stand between their paragraphs, those of a row behind it") {
  const CountingRecogniser recognition;
  const std::string media = drawn_png(400, 100, 9);
  const std::string in_row = "<w:tbl><w:tr>" + cell("甲") + "<w:tc>" + shown("t") + "</w:tc>" +
                             cell("乙") + "</w:tr><w:tr><w:tc>" + shown("s") + "</w:tc><w:tc>" +
                             shown("t") + "</w:tc></w:tr></w:tbl>";
  const Document document = read_docx_with(
      with_pictures(
          para("平台截图如下：") + shown("s") + para("图1 公告") + in_row + para("图2 说明"),
          {{"word/media/s.png", media}, {"word/media/t.png", media + " "}}),
      recognition);
  REQUIRE(document.pages.size() == 1);
  const Page& page = document.pages[0];
  CHECK(page.text == "平台截图如下：\n1234\n图1 公告\n甲\t\t乙\n1234\n1234\n1234\n图2 说明\n");
  REQUIRE(page.images.size() == 4);
  for (const Image& image : page.images)
    CHECK(page.text.substr(image.begin, image.end - image.begin) == "1234\n");
  REQUIRE(page.grids.size() == 1);
  CHECK(page.cell_text(*page.grids[0].at(0, 2)) == "乙");
}

TEST_CASE("a picture that many pages show is recognised once") {
  const CountingRecogniser recognition;
  const Document document =
      read_docx_with(with_pictures(shown("s") + kPageBreak + shown("s") + kPageBreak + shown("s"),
                                   {{"word/media/s.png", drawn_png(400, 100, 9)}}),
                     recognition);
  REQUIRE(document.pages.size() == 3);
  for (const Page& page : document.pages) {
    CHECK(page.text == "1234\n");
    CHECK(page.source == Source::ocr);
  }
  CHECK(*recognition.read == 1);
}

TEST_CASE("small pictures beside text are left alone, alone on a page they are not") {
  const CountingRecogniser recognition;
  const Parts media = {{"word/media/s.png", drawn_png(80, 40, 9)}};
  CHECK(text_of(read_docx_with(with_pictures(para("正文") + shown("s"), media), recognition)) ==
        "正文\n");
  CHECK(*recognition.read == 0);
  CHECK(text_of(read_docx_with(with_pictures(shown("s"), media), recognition)) == "1234\n");
}

TEST_CASE("without an engine pages keep their text and say what was not read") {
  const Parts media = {{"word/media/s.png", drawn_png(400, 100, 9)}};
  const Document document =
      read_docx_with(with_pictures(para("正文") + shown("s") + kPageBreak + shown("s"), media), {});
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[0].source == Source::text);
  CHECK(document.pages[1].source == Source::failed);
  CHECK(document.pages[1].reason == "needs-ocr");
  REQUIRE(document.problems.size() == 2);
  CHECK(document.problems[0] == Problem{"needs-ocr", 1, "本页有图像未读取"});
  CHECK(document.status == FileStatus::partial);
}

TEST_CASE("a page of white pictures is blank, one of pictures without words is failed") {
  const Parts media = {{"word/media/s.png", drawn_png(400, 100, 0)}};
  CountingRecogniser white;
  white.is_blank = true;
  CHECK(read_docx_with(with_pictures(shown("s"), media), white).pages[0].source == Source::blank);
  const auto nothing = [](const Pix&) {
    RecognisedPicture recognised;
    recognised.engines = {"test"};
    return recognised;
  };
  const Document document = read_docx_with(with_pictures(shown("s"), media), nothing);
  CHECK(document.pages[0].source == Source::failed);
  CHECK(document.pages[0].reason == "no-text-recognised");
}

TEST_CASE("metafiles and damaged pictures are told, the rest is read") {
  std::string emf = number_bytes(1, 4, false) + std::string(20, '\0');
  for (const int edge : {0, 0, 20'000, 10'000})
    emf += number_bytes(static_cast<unsigned>(edge), 4, false);
  emf += " EMF" + std::string(60, '\0');
  const Document drawing = read_docx_with(
      with_pictures(para("正文") + shown("s"), {{"word/media/s.emf", emf}}), CountingRecogniser{});
  CHECK(drawing.pages[0].images[0].width == 755);
  CHECK(drawing.has_problem("picture-format"));
  CHECK(text_of(drawing) == "正文\n");
  const Document damaged = read_docx_with(
      with_pictures(para("正文") + shown("s"), {{"word/media/s.png", png_of(400, 100)}}),
      CountingRecogniser{});
  CHECK(damaged.has_problem("damaged-image"));
  CHECK(damaged.status == FileStatus::partial);
}

TEST_CASE("pieces of pictures are cut out of documents") {
  const std::string png = drawn_png(400, 100, 9);
  const MemoryFile docx(
      with_pictures(para("正文") + kPageBreak + shown("s"), {{"word/media/s.png", png}}), "a.docx");
  const CropRequest requests[] = {{2, {0, 0, 4, 3}, 72, 1},
                                  {2, {300, 50, 302, 51}, 72, 1},
                                  {1, {0, 0, 4, 3}, 72, 1},
                                  {2, {0, 0, 9, 9}, 72, 0}};
  const std::vector<Crop> crops = crop_file(docx.open(), requests, Limits{});
  REQUIRE(crops.size() == 4);
  CHECK(crops[0].rgb == std::string(36, '\0'));
  CHECK(crops[1].rgb == std::string(6, '\xFF'));
  CHECK(crops[2].rgb.empty());
  CHECK(crops[3].rgb.empty());
}

TEST_CASE("a sheet's pictures are read and cut out like those of a document") {
  Xlsx xlsx;
  xlsx.sheet = "<sheetData><row><c><v>1</v></c></row></sheetData><drawing r:id=\"d1\"/>";
  xlsx.sheet_relations = relation("d1", "drawing", "../drawings/drawing1.xml");
  xlsx.more["xl/drawings/drawing1.xml"] =
      "<d:wsDr xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      "<d:pic><a:blip r:embed=\"p1\"/></d:pic></d:wsDr>";
  xlsx.more["xl/drawings/_rels/drawing1.xml.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
      relation("p1", "image", "../media/a.png") + "</Relationships>";
  xlsx.more["xl/media/a.png"] = drawn_png(400, 100, 9);
  const MemoryFile file(xlsx_of(xlsx), "a.xlsx");
  MemorySink sink;
  read_xlsx(file.open(), Limits{}, sink, CountingRecogniser{});
  CHECK(sink.is_consistent);
  CHECK(text_of(sink.document) == "1\n1234\n");
  CHECK(sink.document.pages[0].source == Source::mixed);
  const CropRequest request{1, {0, 0, 4, 3}, 72, 1};
  CHECK(crop_file(file.open(), {&request, 1}, Limits{})[0].rgb == std::string(36, '\0'));
}

}  // namespace biaoshen
