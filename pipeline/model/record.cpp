#include "pipeline/model/record.h"

#include <algorithm>

namespace biaoshen {

const RecordedFile* file_by_id(const Record& record, std::string_view id) {
  const auto found = std::ranges::find(record.files, id, &RecordedFile::id);
  return found == record.files.end() ? nullptr : &*found;
}

}  // namespace biaoshen
