#include "pipeline/app/program.h"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>

#include "checkers/check.h"
#include "checkers/matrix.h"
#include "checkers/subject.h"
#include "extractors/finders/finder_table.h"
#include "extractors/finders/structure_table.h"
#include "extractors/worker/reader_state.h"

namespace biaoshen {

Language terminal_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0')
      return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::en;
}

std::filesystem::path reader_program() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "biaoshen-reader";
}

SandboxDemand demand(bool require_sandbox) {
  return require_sandbox ? SandboxDemand::required : SandboxDemand::as_offered;
}

std::string recognition_parameters() {
  return std::string(BIAOSHEN_VERSION) + " " + reader_state(reader_program());
}

int report(const Error& error) {
  std::cerr << "biaoshen: " << error.message << '\n';
  return static_cast<int>(error.code);
}

Tools tools_with(Reader& reader, const std::vector<Profile>& profiles) {
  return {reader, profiles, finders(), structures(), check, consistency_matrix, subject_of};
}

Date today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

}  // namespace biaoshen
