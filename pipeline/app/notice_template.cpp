#include "pipeline/app/notice_template.h"

#include <filesystem>

#include "pipeline/app/knowledge.h"
#include "pipeline/base/sha256.h"
#include "templates/docx/default_notice.h"

namespace biaoshen {

Result<NoticeTemplate> notice_template_in(const std::string& path) {
  if (path.empty()) return NoticeTemplate{};
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    return fail(ErrorCode::input, path + ": not a file; name the DOCX of the notice's template");
  const auto bytes = whole_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  auto parts = notice_template_parts(*bytes, path);
  if (!parts) return tl::unexpected(parts.error());
  return NoticeTemplate{std::move(*parts), sha256(*bytes)};
}

Result<NoticeTemplate> notice_template_for(const std::string& path, const Record& record) {
  auto given = notice_template_in(path);
  if (!given || given->sha256 == record.notice_template_sha256) return given;
  if (path.empty())
    return fail(ErrorCode::usage,
                record.name + ": its notice was made with a template of your own (SHA-256 " +
                    record.notice_template_sha256 + "); give the same with --notice-template");
  return fail(ErrorCode::usage,
              path + ": not the template that the notice of " + record.name + " was made with (" +
                  (record.notice_template_sha256.empty()
                       ? "the one that comes with the program; leave --notice-template out"
                       : "SHA-256 " + record.notice_template_sha256) +
                  "); or review the dossier again with this one");
}

}  // namespace biaoshen
