// The template of the notice that a call names with --notice-template, read and checked before
// anything is made from it.
//
// Tested by tests/app/notice_template_test.cpp.
#pragma once

#include <string>

#include "pipeline/base/result.h"
#include "pipeline/model/record.h"
#include "templates/docx/docx_package.h"

namespace biaoshen {

// Both empty: the template that comes with the program.
struct NoticeTemplate {
  DocxParts parts;
  std::string sha256;  // of the file
};

// `path` may be empty. Error: input, with every mistake of the template.
Result<NoticeTemplate> notice_template_in(const std::string& path);

// The same for a notice that is made again: it must be the template the record names, so that
// a decision alone changes nothing else of the letter. Error: also usage, where it is another.
Result<NoticeTemplate> notice_template_for(const std::string& path, const Record& record);

}  // namespace biaoshen
