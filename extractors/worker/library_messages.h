// What the libraries in a reader print on its stderr. Poppler goes on after "Out of memory" and
// leaves out what it could not hold, and the reader ends well: only these lines tell. A message
// counts where it begins a line. Libraries put words of their own before whatever they quote of a
// file, so a file that merely contains such words says nothing here.
//
// Of a flood the first lines are kept, for a log; the rest is looked at and thrown away.
// Tested by tests/worker/library_messages_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace biaoshen {

class LibraryMessages {
 public:
  void take(std::string_view bytes);
  bool ran_out_of_memory() const { return ran_out_of_memory_; }
  const std::string& first() const { return first_; }

 private:
  static constexpr std::size_t kMostKept = 4096, kMostOfLine = 96;

  std::string first_;
  std::string line_;  // the beginning of the one that is coming
  bool ran_out_of_memory_ = false;
};

}  // namespace biaoshen
