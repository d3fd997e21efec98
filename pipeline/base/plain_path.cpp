#include "pipeline/base/plain_path.h"

#include <algorithm>
#include <system_error>

namespace biaoshen {

namespace fs = std::filesystem;

fs::path plain_path(const fs::path& path) {
  std::error_code error;
  fs::path whole = fs::weakly_canonical(fs::absolute(path, error), error);
  return whole.has_filename() ? whole : whole.parent_path();
}

bool is_inside(const fs::path& inner, const fs::path& outer) {
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

}  // namespace biaoshen
