#include "pipeline/base/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "pipeline/base/open_plain.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/base/write_all.h"

namespace biaoshen {

Result<void> write_whole_file(const std::filesystem::path& file, std::string_view bytes) {
  const std::filesystem::path made =
      file.parent_path() / ("." + file.filename().string() + "." + std::to_string(::getpid()));
  ::unlink(made.c_str());
  Descriptor out(::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  // Disks of a network report a full one only when the file is closed.
  const bool is_done = out.value() >= 0 && write_all(out.value(), bytes) &&
                       ::fsync(out.value()) == 0 && ::close(out.release()) == 0 &&
                       ::rename(made.c_str(), file.c_str()) == 0;
  if (is_done) return {};
  const int reason = errno;
  ::unlink(made.c_str());
  return fail(ErrorCode::output, readable_name(file.string()).text + ": cannot be written (" +
                                     std::strerror(reason) +
                                     "); check the folder's permissions and free space");
}

}  // namespace biaoshen
