#include "pipeline/app/notice_template_command.h"

#include <filesystem>
#include <fstream>
#include <iostream>

#include "pipeline/app/program.h"
#include "templates/docx/default_notice.h"
#include "templates/docx/notice_placeholders.h"

namespace biaoshen {
namespace {

void list(const std::vector<PlaceholderName>& names, const std::string& mark,
          const std::string& indent) {
  for (const PlaceholderName& one : names)
    std::cout << indent << "{{" << mark << one.name << "}}  {{" << mark << one.alias << "}}\n";
}

Result<void> write_new_file(const std::string& path, const std::string& bytes) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, error)))
    return fail(ErrorCode::output, path + ": is there already; choose another name");
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) return fail(ErrorCode::output, path + ": cannot be written");
  return {};
}

}  // namespace

int notice_template_command(const NoticeTemplateOptions& options) {
  if (!options.file.ends_with(".docx"))
    return report({ErrorCode::usage, options.file + ": the name of a template ends with .docx"});
  const auto bytes = docx_of(default_notice(options.language));
  if (!bytes) return report(bytes.error());
  if (const auto written = write_new_file(options.file, *bytes); !written)
    return report(written.error());
  const PlaceholderNames& names = notice_placeholders();
  std::cout << options.file << '\n';
  list(names.values, "", "");
  list(names.blocks, "#", "");
  list(names.row_values, "", "  ");
  return 0;
}

}  // namespace biaoshen
