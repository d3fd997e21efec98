// An Office package: a ZIP archive whose entries are the parts of a document, read from
// the open file as a stream. Exists so that no size that the archive states about itself
// is ever believed: budgets are counted on bytes that inflate really produced.
//
// It refuses to extract anything to disk, to follow names out of the package, and to go on
// with a part once it is over 8 MiB and over 200 times its compressed size.
// Tested by tests/readers/zip_package_test.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/readers/open_file.h"

namespace biaoshen {

// How reading a part ended. What came before a bad end has been delivered and counts.
struct PartEnd {
  FileStatus status = FileStatus::read;  // what it means for a file whose main part this is
  std::string kind;                      // of the Problem; empty where all is well
  std::string detail;
  bool is_complete() const { return status == FileStatus::read; }
};

class ZipPackage {
 public:
  // Null where the file is not a ZIP archive.
  static std::unique_ptr<ZipPackage> open(const OpenFile& file, const Limits& limits);
  ~ZipPackage();
  ZipPackage(const ZipPackage&) = delete;
  ZipPackage& operator=(const ZipPackage&) = delete;

  // Names of parts have no '/' in front, and compare without regard to ASCII case.
  bool has(std::string_view part) const;
  const std::vector<std::string>& names() const { return names_; }
  std::uint64_t stated_size(std::string_view part) const;  // 0 where there is none; only a hint

  // Delivers the part in pieces of at most 16 KiB; `take` says false to stop early (which is
  // a complete end). `most` is the largest part that the caller accepts.
  PartEnd read(std::string_view part, std::uint64_t most,
               const std::function<bool(std::string_view)>& take);
  // The first `count` bytes of a part, or fewer.
  std::string beginning(std::string_view part, std::size_t count);
  // A part whose stated sizes alone break the ratio, such as a picture nobody asked for; empty if
  // none.
  std::string blown_up_part() const;

  const Limits& limits() const { return limits_; }

 private:
  struct Archive;
  ZipPackage(std::unique_ptr<Archive> archive, const Limits& limits);
  const std::uint64_t* find(std::string_view part) const;

  std::unique_ptr<Archive> archive_;
  Limits limits_;
  std::vector<std::string> names_;                          // as stored, '/' between folders
  std::unordered_map<std::string, std::uint64_t> indexes_;  // by lower-case name
  std::uint64_t produced_ = 0;                              // bytes of all parts so far
};

}  // namespace biaoshen
