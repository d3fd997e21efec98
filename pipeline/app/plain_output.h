// The last guard of stdout and stderr: whatever the program says, a terminal shows it and does
// not obey it. Line ends and tabs pass; what is unseen (pipeline/base/unseen.h) stands as \x1b or
// \u202e, a byte that is no UTF-8 as U+FFFD. Whoever names a file or a dossier has shown it as a
// readable name before; this is for what nobody thought of, such as an argument that is repeated
// in an error.
//
// Only the line that is written over (status_line, batch_line) goes past it, straight to the
// descriptor. From any thread.
//
// Tested by tests/app/plain_output_test.cpp.
#pragma once

#include <mutex>
#include <ostream>
#include <streambuf>
#include <string>

#include "pipeline/base/unseen.h"

namespace biaoshen {

// Stands before the buffer of `stream` as long as it lives.
class PlainOutput final : public std::streambuf {
 public:
  explicit PlainOutput(std::ostream& stream);
  ~PlainOutput() override;
  PlainOutput(const PlainOutput&) = delete;
  PlainOutput& operator=(const PlainOutput&) = delete;

 private:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;
  bool put(std::string_view bytes);

  std::ostream& stream_;
  std::streambuf* const under_;
  std::mutex access_;
  UnseenScan scan_;
  std::string begun_;  // the first bytes of a character whose others are to come
};

// Text that goes over the last line of a terminal on stderr, and what clears that line.
void write_over_line(std::string_view text);

}  // namespace biaoshen
