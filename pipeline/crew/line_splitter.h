// Bytes that come in pieces, as lines. What is longer than the longest line is cut there, so that
// bytes without a line's end take no memory; a line without its end is not a line.
// Tested by tests/crew/line_splitter_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace biaoshen {

class LineSplitter {
 public:
  explicit LineSplitter(std::size_t longest) : longest_(longest) {}
  // Gives each line that `bytes` complete, without its end.
  void take(std::string_view bytes, const std::function<void(std::string)>& on_line);

 private:
  std::size_t longest_;
  std::string begun_;
};

}  // namespace biaoshen
