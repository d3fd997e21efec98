#include "pipeline/ledger/out_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <system_error>
#include <thread>
#include <utility>

#include "pipeline/ledger/publish.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

enum class Taken : unsigned char { yes, no, impossible };  // impossible: errno says why

Taken outcome(int status) {
  if (status == 0) return Taken::yes;
  const bool is_held = errno == EWOULDBLOCK || errno == EACCES || errno == EINTR;
  return is_held ? Taken::no : Taken::impossible;
}

Taken take_folder(int descriptor) {
  return outcome(::flock(descriptor, LOCK_EX | LOCK_NB));
}

// A lock of the open file, not of the process: it is let go with the last copy of the descriptor.
Taken take_file(int descriptor) {
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  return outcome(::fcntl(descriptor, F_OFD_SETLK, &whole));
}

// Whether the file that was locked is still the one that others will find.
bool is_at(int descriptor, const fs::path& path) {
  struct stat held {
  }, found{};
  return ::fstat(descriptor, &held) == 0 && ::lstat(path.c_str(), &found) == 0 &&
         held.st_ino == found.st_ino && held.st_dev == found.st_dev;
}

// A file to be locked in the folder of our own state. -1: errno says why.
int open_lock_file(const fs::path& file) {
  for (int tried = 0; tried < 100; ++tried) {  // another program may just remove an empty folder
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor >= 0 || errno != ENOENT) return descriptor;
  }
  return -1;
}

std::string written_in(int descriptor) {
  std::array<char, 64> text{};
  const ssize_t length = ::pread(descriptor, text.data(), text.size(), 0);
  return std::string(text.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
}

// Whether this names a process that lives: a holder writes its name a moment after it has locked.
bool names_one_that_lives(const std::string& holder) {
  const std::size_t blank = holder.find(' ');
  int process = 0;
  if (blank != std::string::npos)
    std::from_chars(holder.data() + blank + 1, holder.data() + holder.size(), process);
  return process > 0 && (::kill(process, 0) == 0 || errno == EPERM);
}

std::string holder_named_in(int descriptor) {
  std::string holder;
  for (int tried = 0; tried < 100; ++tried) {
    holder = written_in(descriptor);
    if (names_one_that_lives(holder)) break;
    std::this_thread::sleep_for(milliseconds(10));
  }
  return holder;
}

tl::unexpected<Error> cannot_lock(const fs::path& path, int reason) {
  return fail(ErrorCode::output, path.string() + ": cannot be locked (" + std::strerror(reason) +
                                     "); check the folder's permissions, or choose an OUT on a "
                                     "file system with locks");
}

// "watch 123", as the holder wrote it, told to the second one.
tl::unexpected<Error> in_use(const fs::path& out, const std::string& holder) {
  const std::size_t blank = holder.find(' ');
  std::string command = "biaoshen", process = "?";
  if (blank != std::string::npos) {
    command += " " + holder.substr(0, blank);
    process = holder.substr(blank + 1, holder.find('\n') - blank - 1);
  }
  return fail(ErrorCode::output,
              out.string() + ": `" + command + "` (process " + process +
                  ") is at work here; stop it or choose another OUT / 正由该进程（" + process +
                  "）使用，请先停止它，或者另选输出目录");
}

// The lock on results where the folder itself cannot be locked, as over NFS.
int open_results_file(const fs::path& out) {
  return open_lock_file(state_folder(out) / "results");
}

}  // namespace

OutLock::OutLock(OutLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), file_(std::move(other.file_)) {}

OutLock& OutLock::operator=(OutLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(file_, other.file_);
  return *this;
}

OutLock::~OutLock() {
  abandon();
}

void OutLock::abandon() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

bool OutLock::is_lost() const {
  return !file_.empty() && !is_at(descriptor_, file_);
}

Result<OutLock> lock_instance(const fs::path& out, const std::string& command) {
  const fs::path file = state_folder(out) / "lock";
  for (;;) {
    const int descriptor = open_lock_file(file);
    if (descriptor < 0) return cannot_lock(file, errno);
    OutLock lock(descriptor);
    const Taken taken = take_file(descriptor);
    if (taken == Taken::impossible) return cannot_lock(file, errno);
    if (taken == Taken::no) return in_use(out, holder_named_in(descriptor));
    if (!is_at(descriptor, file)) continue;
    const std::string text = command + " " + std::to_string(::getpid()) + "\n";
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
      return cannot_lock(file, errno);
    lock.file_ = file;
    return lock;
  }
}

Result<OutLock> lock_results(const fs::path& out, milliseconds patience) {
  const int folder = ::open(out.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return cannot_lock(out, errno);
  OutLock lock(folder);
  bool is_file = false;
  milliseconds pause(1), waited(0);
  for (;;) {
    const Taken taken = is_file ? take_file(lock.descriptor_) : take_folder(lock.descriptor_);
    if (taken == Taken::yes) return lock;
    if (taken == Taken::impossible) {
      if (is_file) return cannot_lock(out, errno);
      is_file = true;
      lock = OutLock(open_results_file(out));
      if (lock.descriptor_ < 0) return cannot_lock(out, errno);
      continue;
    }
    if (waited >= patience)
      return fail(ErrorCode::again, out.string() +
                                        ": another biaoshen keeps the results locked; "
                                        "try again when it is done");
    std::this_thread::sleep_for(pause);
    waited += pause;
    pause = std::min(2 * pause, milliseconds(20));
  }
}

}  // namespace biaoshen
