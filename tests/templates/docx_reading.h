// What a person would read in a DOCX that was made here.
#pragma once

#include <string>
#include <vector>

#include "templates/docx/docx_package.h"

namespace biaoshen {

// The paragraphs of a part, each a line; a test fails where the part is not well-formed.
std::vector<std::string> paragraphs_of(const DocxParts& parts,
                                       const std::string& part = "word/document.xml");

// The same of a whole DOCX, as one text.
std::string text_of_docx(const std::string& docx);

// A DOCX of one document part with this body (the XML inside <w:body>).
DocxParts docx_with_body(const std::string& body);

// <w:p> of runs that have these texts.
std::string paragraph_xml(const std::vector<std::string>& runs);

}  // namespace biaoshen
