#include "templates/memory_file.h"

#include <sys/mman.h>
#include <unistd.h>

namespace biaoshen {

MemoryFile::MemoryFile() : descriptor_(::memfd_create("biaoshen", MFD_CLOEXEC)) {}

MemoryFile::~MemoryFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::string MemoryFile::path() const {
  return "/proc/self/fd/" + std::to_string(descriptor_);
}

std::string MemoryFile::bytes() const {
  std::string out;
  char buffer[1 << 16];
  ssize_t got = 0;
  while ((got = ::pread(descriptor_, buffer, sizeof buffer, static_cast<off_t>(out.size()))) > 0)
    out.append(buffer, static_cast<std::size_t>(got));
  return out;
}

bool MemoryFile::write(const std::string& bytes) {
  return ::pwrite(descriptor_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size());
}

}  // namespace biaoshen
