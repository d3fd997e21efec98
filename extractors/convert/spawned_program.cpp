#include "extractors/convert/spawned_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <system_error>
#include <thread>

namespace biaoshen {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto kPause = std::chrono::milliseconds(20);
constexpr int kPausesToMeasure = 25;  // measuring a folder costs more than looking at a process

std::uint64_t bytes_of(const fs::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator it(folder, options, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code gone;
    if (it->is_regular_file(gone) && !it->is_symlink(gone)) {
      const std::uint64_t size = it->file_size(gone);
      if (!gone) bytes += size;
    }
  }
  return bytes;
}

// Limits that the kernel keeps for each process: one file's size, processor time, memory.
std::vector<std::string> limited(const std::vector<std::string>& command,
                                 const ProgramLimits& limits) {
  std::vector<std::string> all = {"/usr/bin/prlimit",
                                  "--fsize=" + std::to_string(limits.folder_bytes),
                                  "--cpu=" + std::to_string(static_cast<int>(limits.seconds) + 1),
                                  "--as=" + std::to_string(limits.address_space),
                                  "--core=0",
                                  "--"};
  all.insert(all.end(), command.begin(), command.end());
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

pid_t spawn(std::vector<std::string> command, const fs::path& folder) {
  std::vector<std::string> environment = {"PATH=/usr/bin:/bin",
                                          "LC_ALL=C.UTF-8",
                                          "HOME=" + folder.string(),
                                          "TMPDIR=" + folder.string(),
                                          "SAL_USE_VCLPLUGIN=svp",
                                          "XDG_RUNTIME_DIR=" + folder.string(),
                                          "XDG_CACHE_HOME=" + folder.string()};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  const std::string said = (folder / "said").string();
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, said.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  pid_t pid = -1;
  if (::posix_spawn(&pid, command[0].c_str(), &actions, &attributes, pointers(command).data(),
                    pointers(environment).data()) != 0) {
    pid = -1;
  }
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return pid;
}

}  // namespace

ProgramEnd run_program(const std::vector<std::string>& command, const fs::path& folder,
                       const ProgramLimits& limits) {
  const auto deadline = Clock::now() + std::chrono::duration<double>(limits.seconds);
  const pid_t pid = spawn(limited(command, limits), folder);
  if (pid <= 0) return ProgramEnd::not_started;
  ProgramEnd end = ProgramEnd::done;
  siginfo_t info{};
  for (int pauses = 1;; ++pauses) {
    info.si_pid = 0;
    // The process is looked at and not yet buried, so that its group's number stays its own.
    if (::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
        info.si_pid == pid) {
      break;
    }
    if (Clock::now() >= deadline) {
      end = ProgramEnd::late;
      break;
    }
    if (pauses % kPausesToMeasure == 0 && bytes_of(folder) > limits.folder_bytes) {
      end = ProgramEnd::too_large;
      break;
    }
    std::this_thread::sleep_for(kPause);
  }
  ::kill(-pid, SIGKILL);  // with all that it started
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (end != ProgramEnd::done) return end;
  if (bytes_of(folder) > limits.folder_bytes) return ProgramEnd::too_large;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ProgramEnd::done : ProgramEnd::failed;
}

}  // namespace biaoshen
