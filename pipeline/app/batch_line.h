// What a person at a terminal sees of a batch: one line that is written over, with dossiers,
// pages, the time left and what is being read. Into a pipe goes a plain line for each dossier done.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "pipeline/app/review_queue.h"

namespace biaoshen {

class BatchLine {
 public:
  // `explains`: also says of each entry why it is or is not reviewed, on stdout.
  BatchLine(Language language, bool explains);
  ~BatchLine();
  BatchLine(const BatchLine&) = delete;
  BatchLine& operator=(const BatchLine&) = delete;

  void take(const QueueNews& news);

 private:
  using Clock = std::chrono::steady_clock;
  void explain(const QueueNews& news);
  void say(const std::string& text);
  void show(const std::string& text);
  void clear();
  std::string totals() const;
  void count_pages(const std::string& folder, std::uint64_t pages);
  std::string time_left() const;

  Language language_;
  bool explains_, is_terminal_, is_open_ = false;
  std::set<std::string> explained_, ended_;
  std::map<std::string, std::uint64_t> weights_;                 // of what was queued, by folder
  std::map<std::string, std::uint64_t> pages_;                   // read of what is running or done
  std::uint64_t weight_ = 0, weight_done_ = 0, pages_read_ = 0;  // of all of them
  Clock::time_point start_ = Clock::now();
};

}  // namespace biaoshen
