#include "pipeline/app/publish.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

#include "pipeline/batch/batch_entry.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> cannot_write(const fs::path& path, int reason) {
  return fail(ErrorCode::output, path.string() + ": cannot be written (" + std::strerror(reason) +
                                     "); check the folder's permissions and free space");
}

Result<void> write_file(const fs::path& path, const std::string& bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (descriptor < 0) return cannot_write(path, errno);
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t wrote = ::write(descriptor, bytes.data() + at, bytes.size() - at);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) {
      const int reason = errno;
      ::close(descriptor);
      return cannot_write(path, reason);
    }
    at += static_cast<std::size_t>(wrote);
  }
  // Network disks report a full disk only here.
  const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL;
  const int reason = errno;
  if (::close(descriptor) != 0 || !synced) return cannot_write(path, reason);
  return {};
}

// Removes the staging folder whatever happens.
class Staging {
 public:
  explicit Staging(fs::path path) : path_(std::move(path)) {}
  ~Staging() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Result<void> put_in_place(const fs::path& staged, const fs::path& target) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(target, error))) {
    if (::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0)
      return {};
    if (errno == EINVAL && ::rename(staged.c_str(), target.c_str()) == 0) return {};
    return cannot_write(target, errno);
  }
  if (!fs::is_regular_file(target / "dossier.json", error))
    return fail(ErrorCode::output, target.string() +
                                       ": is there already and is not a result of biaoshen; move "
                                       "it away or choose another OUT");
  if (::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) != 0)
    return cannot_write(target, errno);
  return {};  // the old result now lies in the staging folder and goes with it
}

}  // namespace

Result<void> check_writable(const fs::path& out) {
  std::error_code error;
  fs::create_directories(out, error);
  if (error) return cannot_write(out, error.value());
  if (::access(out.c_str(), W_OK | X_OK) != 0) return cannot_write(out, errno);
  return {};
}

Result<void> publish(const fs::path& out, const std::string& name,
                     const std::map<std::string, std::string>& files) {
  std::error_code error;
  const Staging staging(out / (".biaoshen-stage-" + std::to_string(::getpid())));
  fs::remove_all(staging.path(), error);
  const fs::path result = staging.path() / "result";
  fs::create_directories(result, error);
  if (error) return cannot_write(out, error.value());
  for (const auto& [path, bytes] : files) {
    fs::create_directories((result / path).parent_path(), error);
    if (error) return cannot_write(result / path, error.value());
    if (auto written = write_file(result / path, bytes); !written) return written;
  }
  return put_in_place(result, out / name);
}

Result<std::map<std::string, std::string>> published_files(const fs::path& result) {
  std::map<std::string, std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(result, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (!at->is_regular_file(error)) continue;
    auto bytes = read_result_file(at->path());
    if (!bytes) return tl::unexpected(bytes.error());
    files.emplace(at->path().lexically_relative(result).string(), std::move(*bytes));
  }
  if (error) return fail(ErrorCode::input, result.string() + ": " + error.message());
  return files;
}

Result<void> publish_file(const fs::path& out, const std::string& name, const std::string& bytes) {
  std::error_code error;
  const Staging staging(out / (".biaoshen-stage-" + std::to_string(::getpid())));
  fs::remove_all(staging.path(), error);
  fs::create_directories(staging.path(), error);
  if (error) return cannot_write(out, error.value());
  if (auto written = write_file(staging.path() / name, bytes); !written) return written;
  fs::rename(staging.path() / name, out / name, error);
  if (error) return cannot_write(out / name, error.value());
  return {};
}

}  // namespace biaoshen
