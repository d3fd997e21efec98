// A compound file (OLE2), the container of old Office documents and of encrypted new ones: the
// names at its root, and their streams as bytes at an offset.
//
//   header | sectors of 512 or 4096 bytes. A table says for each sector which one follows; a
//   directory names streams with their first sector. Streams under 4096 bytes stand in sectors
//   of 64 bytes inside a stream of their own, with a table of their own.
//
// It refuses to believe sizes: a stream has the bytes that its chain of sectors leads to, and no
// chain is longer than the file. Storages inside the root (embedded documents) are named only.
// Tested by tests/readers/compound_file_test.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

bool is_compound_file(std::string_view beginning);

class CompoundFile {
 public:
  // `bytes` must outlive this and its streams. A file that is none, or without a directory, has
  // no names.
  explicit CompoundFile(const ByteSource& bytes);

  // Streams and storages of the root; where the root does not lead to any, all there are.
  std::vector<std::string> names() const;
  bool has(std::string_view name) const { return find(name) != nullptr; }
  // Null where there is no such stream.
  std::unique_ptr<ByteSource> stream(std::string_view name) const;

 private:
  struct Entry {
    std::string name;
    std::uint8_t kind = 0;  // 1 storage, 2 stream, 5 root
    std::uint32_t left = 0, right = 0, child = 0;
    std::uint32_t first = 0;  // sector
    std::uint64_t size = 0;
  };
  void read_table(std::string_view header);
  void read_directory(std::uint32_t first);
  void walk_root();
  std::vector<std::uint32_t> chain(const std::vector<std::uint32_t>& table, std::uint32_t first,
                                   std::uint64_t most) const;
  std::string sectors(const std::vector<std::uint32_t>& chain) const;
  std::uint64_t place(std::uint32_t sector) const { return (sector + 1ull) * sector_size_; }
  const Entry* find(std::string_view name) const;

  const ByteSource& bytes_;
  std::uint64_t sector_size_ = 0, small_limit_ = 0;
  std::vector<std::uint32_t> table_, small_table_;
  std::vector<std::uint32_t> small_chain_;  // of the stream that holds the small sectors
  std::vector<Entry> entries_;
  std::vector<std::size_t> root_;  // indexes of the entries at the root
};

// Names of streams compare without regard to ASCII case.
bool is_same_stream(std::string_view one, std::string_view other);

std::vector<std::string> compound_names(const ByteSource& bytes);

}  // namespace biaoshen
