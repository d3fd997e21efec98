// The time that one file may take: it grows once the number of its pages is known, with what is
// unpacked from it and with what is recognised.
//
// It is time on the clock, of a machine that is awake (CLOCK_MONOTONIC stands still in a suspended
// one), since what hangs uses no processor time; that is limited by the kernel, far above. Time for
// which the client was stopped, or the reader had to wait for a processor, is added by who waits
// (worker_process): no file is to blame for it.
#pragma once

#include <chrono>
#include <cstdint>
#include <set>
#include <string>

#include "pipeline/contracts.h"

namespace biaoshen {

class ReadingDeadline {
 public:
  using Clock = std::chrono::steady_clock;

  ReadingDeadline(const Limits& limits, std::uint64_t bytes)
      : limits_(limits),
        start_(Clock::now()),
        seconds_(limits.seconds +
                 limits.seconds_per_mb * (static_cast<double>(bytes) / (1 << 20))) {}

  void pages(std::uint32_t pages) { seconds_ += limits_.seconds_per_page * pages; }
  // Recognition takes long and is paid for picture by picture, as the reader sets about each;
  // whether it is known already makes no difference, so that no result depends on that.
  void recognising(const std::string& key) {
    if (pictures_.size() < limits_.pages && pictures_.insert(key).second)
      seconds_ += limits_.seconds_per_recognised_page;
  }
  void unpacked(std::uint64_t bytes) { unpacked_ = bytes; }

  double seconds() const {
    return seconds_ +
           limits_.seconds_per_unpacked_mb * (static_cast<double>(unpacked_) / (1 << 20));
  }
  // What a file may have at most: the kernel's limit on processor time.
  double most_seconds() const {
    return seconds() +
           (limits_.seconds_per_page + limits_.seconds_per_recognised_page) * limits_.pages +
           limits_.seconds_per_unpacked_mb *
               (static_cast<double>(limits_.package_bytes) / (1 << 20));
  }
  Clock::time_point at() const {
    return start_ +
           std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds()));
  }

 private:
  Limits limits_;
  Clock::time_point start_;
  double seconds_;
  std::set<std::string> pictures_;
  std::uint64_t unpacked_ = 0;
};

}  // namespace biaoshen
