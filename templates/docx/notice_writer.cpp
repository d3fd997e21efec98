#include "templates/docx/notice_writer.h"

#include "templates/docx/default_notice.h"
#include "templates/docx/notice_placeholders.h"

namespace biaoshen {

Result<std::optional<std::string>> write_notice(const Record& record,
                                                const DocxParts& notice_template) {
  const auto notice = notice_of(record);
  if (!notice) return std::nullopt;
  auto parts = fill_template(
      notice_template.empty() ? default_notice(record.presentation.language) : notice_template,
      notice_placeholders(), content_of(*notice));
  if (!parts) return tl::unexpected(parts.error());
  auto bytes = docx_of(*parts);
  if (!bytes) return tl::unexpected(bytes.error());
  return std::optional(std::move(*bytes));
}

}  // namespace biaoshen
