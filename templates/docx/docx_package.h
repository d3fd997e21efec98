// The parts of a DOCX, packed and unpacked by minizip: word/document.xml and the others by name.
// Unpacking is for a template of the secretariat only; what an applicant sent is opened by
// biaoshen-reader and by nothing else.
//
// The same parts give the same bytes: no time of making, parts in the order of their names but
// for [Content_Types].xml, which comes first as Office programs expect.
//
// Tested by tests/templates/docx_package_test.cpp.
#pragma once

#include <map>
#include <string>

#include "pipeline/base/result.h"

namespace biaoshen {

using DocxParts = std::map<std::string, std::string>;  // name -> bytes

// Error: internal, where the archive cannot be made.
Result<std::string> docx_of(const DocxParts& parts);

// `name` is for messages. Error: input, where it is no ZIP, has no word/document.xml, or
// unpacks to more than 64 MiB.
Result<DocxParts> docx_parts(const std::string& bytes, const std::string& name);

}  // namespace biaoshen
