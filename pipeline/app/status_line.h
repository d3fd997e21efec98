// What a person at a terminal sees of the work: one line that is written over, with
// files, pages and the time left. Into a pipe go plain lines, one a file.
#pragma once

#include <chrono>
#include <cstdint>

#include "pipeline/contracts.h"

namespace biaoshen {

class StatusLine final : public Progress {
 public:
  explicit StatusLine(Language language);
  ~StatusLine() override;
  void reading(const File& file, std::size_t index, std::size_t of) override;
  void read(const File& file) override;
  void checking() override;
  void writing() override;

 private:
  void show(const std::string& text);

  Language language_;
  bool is_terminal_;
  bool is_open_ = false;
  std::size_t files_ = 0, done_ = 0, pages_ = 0;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace biaoshen
