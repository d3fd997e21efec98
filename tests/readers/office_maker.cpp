#include "tests/readers/office_maker.h"

#include <zip.h>

#include <algorithm>
#include <catch2/catch.hpp>

namespace biaoshen {
namespace {

using namespace std::string_literals;

const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string kPackage = "http://schemas.openxmlformats.org/package/2006/";
const std::string kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const std::string kWordNames =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" +
    kOffice +
    "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\"";
const std::string kSheetNames =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + kOffice +
    "\"";

std::string relations_part(std::string_view relations) {
  return kDeclaration + "<Relationships xmlns=\"" + kPackage + "relationships\">" +
         std::string(relations) + "</Relationships>";
}

std::string types_part(std::string_view part, std::string_view type) {
  return kDeclaration + "<Types xmlns=\"" + kPackage + "content-types\"><Override PartName=\"/" +
         std::string(part) + "\" ContentType=\"application/vnd.openxmlformats-officedocument." +
         std::string(type) + ".main+xml\"/></Types>";
}

}  // namespace

std::string zip_of(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* bytes = zip_source_buffer_create(nullptr, 0, 0, &error);
  REQUIRE(bytes != nullptr);
  zip_source_keep(bytes);
  zip_t* zip = zip_open_from_source(bytes, ZIP_TRUNCATE, &error);
  REQUIRE(zip != nullptr);
  for (const auto& [name, content] : parts) {
    zip_source_t* source = zip_source_buffer(zip, content.data(), content.size(), 0);
    REQUIRE(zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
  }
  REQUIRE(zip_close(zip) == 0);
  REQUIRE(zip_source_open(bytes) == 0);
  zip_source_seek(bytes, 0, SEEK_END);
  std::string archive(static_cast<std::size_t>(zip_source_tell(bytes)), '\0');
  zip_source_seek(bytes, 0, SEEK_SET);
  REQUIRE(zip_source_read(bytes, archive.data(), archive.size()) ==
          static_cast<zip_int64_t>(archive.size()));
  zip_source_close(bytes);
  zip_source_free(bytes);
  return archive;
}

std::string docx_of(std::string_view body, const Parts& more, std::string_view relations) {
  return docx_of_part(story("document", "<w:body>" + std::string(body) + "</w:body>"), more,
                      relations);
}

std::string docx_of_part(std::string document, const Parts& more, std::string_view relations) {
  Parts parts = {
      {"[Content_Types].xml", types_part("word/document.xml", "wordprocessingml.document")},
      {"_rels/.rels", relations_part(relation("r0", "officeDocument", "word/document.xml"))},
      {"word/_rels/document.xml.rels", relations_part(relations)},
      {"word/document.xml", std::move(document)},
  };
  for (const auto& [name, content] : more) parts[name] = content;
  return zip_of(parts);
}

std::string para(std::string_view text, std::string_view run_properties) {
  return "<w:p><w:r><w:rPr>" + std::string(run_properties) +
         "</w:rPr><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r></w:p>";
}

std::string cell(std::string_view text, std::string_view properties) {
  return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + para(text) + "</w:tc>";
}

std::string relation(std::string_view id, std::string_view type, std::string_view target) {
  return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + kOffice + "/" +
         std::string(type) + "\" Target=\"" + std::string(target) + "\"/>";
}

std::string story(std::string_view root, std::string_view content) {
  const std::string name(root);
  return kDeclaration + "<w:" + name + " " + kWordNames + ">" + std::string(content) +
         "</w:" + name + ">";
}

std::string xlsx_of(const Xlsx& xlsx) {
  const std::string state = xlsx.sheet_state.empty() ? "" : " state=\"" + xlsx.sheet_state + "\"";
  Parts parts = {
      {"[Content_Types].xml", types_part("xl/workbook.xml", "spreadsheetml.sheet")},
      {"_rels/.rels", relations_part(relation("r0", "officeDocument", "xl/workbook.xml"))},
      {"xl/_rels/workbook.xml.rels",
       relations_part(relation("r1", "worksheet", "worksheets/sheet1.xml") +
                      relation("r2", "sharedStrings", "sharedStrings.xml") +
                      relation("r3", "styles", "styles.xml") + xlsx.book_relations)},
      {"xl/workbook.xml", kDeclaration + "<workbook " + kSheetNames + ">" + xlsx.book_properties +
                              "<sheets><sheet name=\"评分\" sheetId=\"1\" r:id=\"r1\"" + state +
                              "/>" + xlsx.more_sheets + "</sheets></workbook>"},
      {"xl/sharedStrings.xml",
       kDeclaration + "<sst " + kSheetNames + ">" + xlsx.strings + "</sst>"},
      {"xl/styles.xml",
       kDeclaration + "<styleSheet " + kSheetNames + ">" + xlsx.styles + "</styleSheet>"},
      {"xl/worksheets/sheet1.xml",
       kDeclaration + "<worksheet " + kSheetNames + ">" + xlsx.sheet + "</worksheet>"},
  };
  if (!xlsx.sheet_relations.empty()) {
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations_part(xlsx.sheet_relations);
  }
  for (const auto& [name, content] : xlsx.more) parts[name] = content;
  return zip_of(parts);
}

std::string number_bytes(std::uint64_t number, int count, bool is_big) {
  std::string bytes;
  for (int i = 0; i < count; ++i) bytes += static_cast<char>(number >> 8 * i & 0xFF);
  if (is_big) std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

std::string little(std::uint64_t number, int count) {
  return number_bytes(number, count, false);
}

std::string png_of(std::uint32_t width, std::uint32_t height) {
  return "\x89PNG\r\n\x1A\n"s + number_bytes(13, 4, true) + "IHDR" + number_bytes(width, 4, true) +
         number_bytes(height, 4, true) + "\x08\x02\0\0\0\0\0\0\0"s +
         "\0\0\0\0IEND\xAE\x42\x60\x82"s;
}

}  // namespace biaoshen
