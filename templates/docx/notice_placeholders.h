// The placeholders of a notice's template and what they stand for. templates/README.md lists them
// for the secretariat.
//
// Tested by tests/templates/notice_writer_test.cpp.
#pragma once

#include "templates/docx/docx_template.h"
#include "templates/docx/notice_view.h"

namespace biaoshen {

const PlaceholderNames& notice_placeholders();
DocxContent content_of(const NoticeView& notice);

}  // namespace biaoshen
