// What a person at a terminal sees of the work: one line that is written over, with
// files, pages and the time left. Into a pipe go plain lines, one a file. From any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

#include "pipeline/contracts.h"

namespace biaoshen {

class StatusLine final : public Progress {
 public:
  explicit StatusLine(Language language);
  ~StatusLine() override;
  void reading(const File& file, std::size_t index, std::size_t of) override;
  void page(const File& file, std::uint32_t number, std::uint32_t of) override;
  void read(const File& file) override;
  void checking() override;
  void writing() override;

 private:
  using Clock = std::chrono::steady_clock;
  void show(const std::string& text);

  std::mutex access_;
  Language language_;
  bool is_terminal_;
  bool is_open_ = false;
  std::size_t files_ = 0, done_ = 0, pages_ = 0;
  std::string head_;  // of the line while files are read
  Clock::time_point start_ = Clock::now(), shown_{};
};

}  // namespace biaoshen
