#include "docx_reading.h"

#include <catch2/catch.hpp>

#include "templates/docx/docx_xml.h"

namespace biaoshen {

std::vector<std::string> paragraphs_of(const DocxParts& parts, const std::string& part) {
  const XmlDocument document = parse_xml(parts.at(part));
  REQUIRE(document != nullptr);
  std::vector<std::string> out;
  for (xmlNode* paragraph : paragraphs_in(root_of(document)))
    out.push_back(ParagraphText(paragraph).text());
  return out;
}

std::string text_of_docx(const std::string& docx) {
  const auto parts = docx_parts(docx, "a.docx");
  REQUIRE(parts);
  std::string out;
  for (const std::string& paragraph : paragraphs_of(*parts)) out += paragraph + "\n";
  return out;
}

DocxParts docx_with_body(const std::string& body) {
  return {{"word/document.xml",
           "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
           "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w:body>" +
               body + "<w:sectPr/></w:body></w:document>"}};
}

std::string paragraph_xml(const std::vector<std::string>& runs) {
  std::string out = "<w:p>";
  for (const std::string& run : runs) out += "<w:r><w:t>" + run + "</w:t></w:r>";
  return out + "</w:p>";
}

}  // namespace biaoshen
