#include "pipeline/crew/line_splitter.h"

#include <algorithm>
#include <utility>

namespace biaoshen {

void LineSplitter::take(std::string_view bytes, const std::function<void(std::string)>& on_line) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    begun_ += bytes.substr(0, std::min(end, longest_ - begun_.size()));
    if (end == std::string_view::npos) return;
    on_line(std::exchange(begun_, {}));
    bytes.remove_prefix(end + 1);
  }
}

}  // namespace biaoshen
