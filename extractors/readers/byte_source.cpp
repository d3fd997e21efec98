#include "extractors/readers/byte_source.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace biaoshen {

std::string FileBytes::read(std::uint64_t offset, std::size_t count) const {
  if (offset >= file_.bytes) return {};
  std::string bytes(std::min<std::uint64_t>(count, file_.bytes - offset), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = ::pread(file_.descriptor, bytes.data() + done, bytes.size() - done,
                                static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

std::string MemoryBytes::read(std::uint64_t offset, std::size_t count) const {
  if (offset >= bytes_.size()) return {};
  return std::string(bytes_.substr(static_cast<std::size_t>(offset), count));
}

std::string_view slice(std::string_view bytes, std::size_t at, std::size_t count) {
  return at >= bytes.size() ? std::string_view() : bytes.substr(at, count);
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t count,
                        ByteOrder order) {
  if (at > bytes.size() || bytes.size() - at < count) return 0;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t next = order == ByteOrder::big ? at + i : at + count - 1 - i;
    number = number << 8 | static_cast<unsigned char>(bytes[next]);
  }
  return number;
}

}  // namespace biaoshen
