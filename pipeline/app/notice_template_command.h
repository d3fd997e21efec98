// `biaoshen notice-template FILE`: writes the template of the notice that comes with the program,
// for a secretariat to change and to use with --notice-template.
//
// It refuses to overwrite a file.
//
// Tested by tests/app/notice_template_test.cpp.
#pragma once

#include <string>

#include "pipeline/model/profile.h"

namespace biaoshen {

struct NoticeTemplateOptions {
  std::string file;
  Language language = Language::zh;
};

int notice_template_command(const NoticeTemplateOptions& options);

}  // namespace biaoshen
