// How each kind of archive shows that it goes on to its end. For archive_end.h alone.
//
// Tested by tests/watch/archive_end_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace biaoshen {

// The bytes of an open file; what lies outside it is missing from what is read. `reads_left` is
// shared by all files that are looked at together, so that no drop keeps us for long.
class ArchiveBytes {
 public:
  ArchiveBytes(int descriptor, std::size_t& reads_left);  // both stay the caller's
  std::uint64_t size() const { return size_; }
  bool may_read() const { return reads_left_ > 0; }
  std::string read(std::uint64_t at, std::size_t count) const;
  std::string tail(std::size_t count) const;

 private:
  int descriptor_;
  std::size_t& reads_left_;
  std::uint64_t size_ = 0;
};

// An archive of more blocks than may be read is believed.
// Null: the first bytes are of no archive that is known here.
using HasEnd = bool (*)(const ArchiveBytes&);
HasEnd end_of_format(const ArchiveBytes& file);

}  // namespace biaoshen
