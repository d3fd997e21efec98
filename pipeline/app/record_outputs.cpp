#include "pipeline/app/record_outputs.h"

#include "templates/docx/notice_writer.h"
#include "templates/sarif/sarif_writer.h"

namespace biaoshen {

Result<RecordOutputs> record_outputs(const Record& record, const DocxParts& notice_template) {
  RecordOutputs outputs;
  auto notice = write_notice(record, notice_template);
  if (!notice) return tl::unexpected(notice.error());
  outputs["notice.docx"] = std::move(*notice);
  outputs["findings.sarif"] = write_sarif(record);
  return outputs;
}

}  // namespace biaoshen
