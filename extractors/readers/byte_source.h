// Bytes at an offset, of an open file or of memory, so that header parsers need not
// know where a picture or a compound file comes from. Reading past the end gives fewer
// bytes, never an error; nothing here keeps more than what was asked for.
// Tested by tests/readers/image_reader_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extractors/readers/open_file.h"

namespace biaoshen {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual std::uint64_t size() const = 0;
  // Up to `count` bytes from `offset`; fewer at the end.
  virtual std::string read(std::uint64_t offset, std::size_t count) const = 0;
};

class FileBytes final : public ByteSource {
 public:
  explicit FileBytes(const OpenFile& file) : file_(file) {}
  std::uint64_t size() const override { return file_.bytes; }
  std::string read(std::uint64_t offset, std::size_t count) const override;

 private:
  const OpenFile& file_;
};

// The beginning of something longer: `size` is the size of the whole.
class MemoryBytes final : public ByteSource {
 public:
  MemoryBytes(std::string_view beginning, std::uint64_t size) : bytes_(beginning), size_(size) {}
  std::uint64_t size() const override { return size_; }
  std::string read(std::uint64_t offset, std::size_t count) const override;

 private:
  std::string_view bytes_;
  std::uint64_t size_;
};

// Up to `count` bytes from `at`; empty where `bytes` is shorter.
std::string_view slice(std::string_view bytes, std::size_t at, std::size_t count);

enum class ByteOrder : std::uint8_t { little, big };

// The unsigned number of `count` (at most 8) bytes at `at`; 0 where `bytes` is too short.
std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t count, ByteOrder order);

}  // namespace biaoshen
