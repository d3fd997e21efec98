// What the call filter refuses, and what it must not: attempts of a child, each first without the
// filter, so that it is the filter that refuses and nothing else.
#include "extractors/sandbox/call_filter.h"

#include <fcntl.h>
#include <linux/io_uring.h>
#include <sched.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "tests/sandbox/confined_child.h"
#include "tests/sandbox/folder_with_file.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

bool enter_filter_alone() {
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && enter_call_filter();
}

struct Row {
  const char* what;
  Attempt attempt;
  int refused_with = EPERM;
};

// Each attempt does nothing that outlasts the child, or the scratch folder.
void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(errno_of(row.attempt) != row.refused_with);
    CHECK(errno_after(enter_filter_alone, row.attempt) == row.refused_with);
  }
}

template <typename... Arguments>
Attempt call(long number, Arguments... arguments) {
  return [=] { return ::syscall(number, arguments...); };
}

// A child that is started where it must not be goes away at once.
long leave_if_child(long pid) {
  if (pid == 0) ::_exit(0);
  return pid;
}

}  // namespace

TEST_CASE("no network, no program, no process") {
  check({
      {"socket", [] { return ::socket(AF_INET, SOCK_DGRAM, 0); }},
      {"netlink", [] { return ::socket(AF_NETLINK, SOCK_RAW, 0); }},
      {"socketpair",
       [] {
         std::array<int, 2> pair;
         return ::socketpair(AF_UNIX, SOCK_STREAM, 0, pair.data());
       }},
      {"connect", call(SYS_connect, -1, nullptr, 0)},
      {"execve", [] { return ::execl("/bin/true", "true", nullptr); }},
      {"execveat", call(SYS_execveat, -1, "", nullptr, nullptr, 0)},
      {"fork", [] { return leave_if_child(::fork()); }},
      {"clone", [] { return leave_if_child(::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }},
      {"clone3", call(SYS_clone3, nullptr, 0), ENOSYS},
      {"setsid", [] { return ::setsid(); }},
      {"setpgid", [] { return ::setpgid(0, 0); }},
#ifdef SYS_vfork
      {"fork by its old number", [] { return leave_if_child(::syscall(SYS_fork)); }},
#endif
  });
}

TEST_CASE("nobody else is signalled, looked into or held up") {
  const long parent = ::getpid();
  std::array<char, 8> bytes;
  const iovec own{bytes.data(), 1}, other{bytes.data(), 1};
  siginfo_t queued{};
  queued.si_code = SI_QUEUE;
  check({
      {"kill the parent", [=] { return ::kill(static_cast<pid_t>(parent), 0); }},
      {"kill the group", [] { return ::kill(0, 0); }},
      {"kill everybody", call(SYS_kill, -1, 0)},
      {"tgkill", call(SYS_tgkill, parent, parent, 0)},
      {"tkill", call(SYS_tkill, parent, 0)},
      {"sigqueue", call(SYS_rt_sigqueueinfo, parent, 0, &queued)},
      {"sigqueue to a thread", call(SYS_rt_tgsigqueueinfo, parent, parent, 0, &queued)},
      {"pidfd_open", call(SYS_pidfd_open, parent, 0)},
      {"pidfd_send_signal", call(SYS_pidfd_send_signal, -1, 0, nullptr, 0)},
      {"pidfd_getfd", call(SYS_pidfd_getfd, -1, 0, 0)},
      {"owner of a descriptor's signals",
       [=] { return ::fcntl(0, F_SETOWN, static_cast<pid_t>(parent)); }},
      {"a descriptor's signal", [] { return ::fcntl(0, F_SETSIG, SIGKILL); }},
      // The kernel looks at the lower half only.
      {"the same, disguised", call(SYS_fcntl, 0, (1l << 32) | F_SETSIG, SIGKILL)},
      {"ptrace", [] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }},
      {"process_vm_readv", call(SYS_process_vm_readv, parent, &own, 1, &other, 1, 0)},
      {"process_vm_writev", call(SYS_process_vm_writev, parent, &own, 0, &other, 0, 0)},
      {"process_madvise", call(SYS_process_madvise, -1, nullptr, 0, 0, 0)},
      {"kcmp", call(SYS_kcmp, parent, parent, 99, 0, 0)},
      {"setpriority", call(SYS_setpriority, PRIO_PROCESS, parent, 19)},
      {"ioprio_set", call(SYS_ioprio_set, 99, parent, 0)},
      {"sched_setaffinity", call(SYS_sched_setaffinity, parent, 0, nullptr)},
      {"sched_setscheduler", call(SYS_sched_setscheduler, parent, 99, nullptr)},
      {"limits of others", call(SYS_prlimit64, parent, RLIMIT_NOFILE, nullptr, nullptr)},
  });
}

TEST_CASE("limits and bonds are not loosened again") {
  const rlimit own{64, 64};
  check({
      {"setrlimit", call(SYS_setrlimit, RLIMIT_CORE, nullptr)},
      {"prlimit64", call(SYS_prlimit64, 0, RLIMIT_CORE, &own, nullptr)},
      {"to outlive the parent", [] { return ::prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0); }},
      {"the same, disguised", call(SYS_prctl, (1l << 32) | PR_SET_PDEATHSIG, 0, 0, 0, 0)},
      {"to be looked into", [] { return ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); }},
      {"personality", call(SYS_personality, 0xFFFFFFFF)},
      {"setuid", [] { return ::setuid(::getuid()); }},
      {"setresgid", [] { return ::setresgid(::getgid(), ::getgid(), ::getgid()); }},
      {"capset", call(SYS_capset, nullptr, nullptr)},
      {"unshare", [] { return ::unshare(CLONE_FS); }},
      {"setns", call(SYS_setns, -1, 0)},
      {"keyctl", call(SYS_keyctl, 0, -3, 0, 0, 0)},
      {"add_key", call(SYS_add_key, nullptr, nullptr, nullptr, 0, 0)},
  });
}

TEST_CASE("nothing is written, made or changed in the file system, whatever Landlock offers") {
  const FolderWithFile folder;
  const std::string file = folder.file, fresh = folder.path / "fresh";
  const auto open_with = [=](int flags) {
    return Attempt([=] { return ::open(file.c_str(), flags, 0600); });
  };
  const int open_file = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  check({
      {"open to write", open_with(O_WRONLY), EACCES},
      {"open to read and write", open_with(O_RDWR), EACCES},
      {"open to truncate", open_with(O_RDONLY | O_TRUNC), EACCES},
      {"open to make", open_with(O_RDONLY | O_CREAT), EACCES},
      {"open again to write",
       [=] {
         return ::open(("/proc/self/fd/" + std::to_string(open_file)).c_str(), O_RDWR | O_CLOEXEC);
       },
       EACCES},
#ifdef SYS_open
      {"open by its old number", call(SYS_open, file.c_str(), O_WRONLY), EACCES},
      {"creat", call(SYS_creat, file.c_str(), 0600)},
#endif
      {"openat2", call(SYS_openat2, -1, nullptr, nullptr, 0), ENOSYS},
      {"truncate", [=] { return ::truncate(file.c_str(), 5); }},
      {"mkdir", [=] { return ::mkdir(fresh.c_str(), 0700); }},
      {"mkdirat", call(SYS_mkdirat, -1, nullptr, 0)},
      {"unlink", [=] { return ::unlink(fresh.c_str()); }},
      {"unlinkat", call(SYS_unlinkat, -1, nullptr, 0)},
      {"rename", [=] { return ::rename(fresh.c_str(), file.c_str()); }},
      {"renameat2", call(SYS_renameat2, -1, nullptr, -1, nullptr, 0)},
      {"linkat", call(SYS_linkat, -1, nullptr, -1, nullptr, 0)},
      {"symlinkat", call(SYS_symlinkat, nullptr, -1, nullptr)},
      {"mknodat", [=] { return ::mkfifo((fresh + "-pipe").c_str(), 0600); }},
      {"chmod", [=] { return ::chmod(file.c_str(), 0600); }},
      {"fchmod", [=] { return ::fchmod(open_file, 0600); }},
      {"fchown", [=] { return ::fchown(open_file, ::getuid(), ::getgid()); }},
      {"fchownat", call(SYS_fchownat, -2, file.c_str() + 1, 0, 0, 0)},
      {"utimensat", call(SYS_utimensat, open_file, nullptr, nullptr, 0)},
      {"fsetxattr", call(SYS_fsetxattr, -1, nullptr, nullptr, 0, 0)},
      {"flock", [=] { return ::flock(open_file, LOCK_SH); }},
      {"lease", call(SYS_fcntl, open_file, F_SETLEASE, 99)},
      {"attributes by ioctl", call(SYS_ioctl, open_file, 0x80086601, nullptr), ENOTTY},
      {"inotify", [] { return ::inotify_init1(0); }},
  });
  ::close(open_file);
}

TEST_CASE("nothing passes between processes but what was open, and no kernel is programmed") {
  check({
      {"shmget", [] { return ::shmget(IPC_PRIVATE, 0, 0); }},
      {"semget", [] { return ::semget(IPC_PRIVATE, 0, 0); }},
      {"msgget", [] { return ::msgget(static_cast<key_t>(0x62730000), 0); }},
      {"mq_open", call(SYS_mq_open, nullptr, 0, 0, nullptr)},
      {"memfd_create", [] { return ::memfd_create("x", 0); }},
      {"splice", call(SYS_splice, -1, nullptr, -1, nullptr, 0, 99)},
      {"vmsplice", call(SYS_vmsplice, -1, nullptr, 0, 99)},
      {"sendfile", call(SYS_sendfile, -1, -1, nullptr, 0)},
      {"userfaultfd", call(SYS_userfaultfd, 0xFFFF)},
      {"io_uring_setup", call(SYS_io_uring_setup, 0, nullptr)},
      {"io_uring_enter", call(SYS_io_uring_enter, -1, 0, 0, 0, nullptr, 0)},
  });
}

TEST_CASE("not even an administrator's reader mounts, loads or sets anything") {
  if (::geteuid() != 0) return;  // to others the kernel itself says EPERM
  check({
      {"mount", call(SYS_mount, nullptr, nullptr, nullptr, 0, nullptr)},
      {"umount2", call(SYS_umount2, nullptr, 0)},
      {"move_mount", call(SYS_move_mount, -1, nullptr, -1, nullptr, 0)},
      {"open_tree", call(SYS_open_tree, -1, nullptr, 0)},
      {"fsopen", call(SYS_fsopen, nullptr, 0)},
      {"mount_setattr", call(SYS_mount_setattr, -1, nullptr, 0, nullptr, 0)},
      {"chroot", [] { return ::chroot("/"); }},
      {"pivot_root", call(SYS_pivot_root, nullptr, nullptr)},
      {"bpf", call(SYS_bpf, 999, nullptr, 0)},
      {"perf_event_open", call(SYS_perf_event_open, nullptr, 0, -1, -1, 0)},
      {"init_module", call(SYS_init_module, nullptr, 0, nullptr)},
      {"kexec_load", call(SYS_kexec_load, 0, 99, nullptr, 0xFFFF)},
      {"reboot", call(SYS_reboot, 0, 0, 0, nullptr)},
      {"syslog", call(SYS_syslog, 99, nullptr, 0)},
      {"sethostname", call(SYS_sethostname, nullptr, -1)},
      {"settimeofday", call(SYS_settimeofday, nullptr, nullptr)},
      {"open_by_handle_at", call(SYS_open_by_handle_at, -1, nullptr, 0)},
  });
}

TEST_CASE("calls younger than those that were weighed do not exist") {
  // From cachestat of Linux 6.5, of which fchmodat2 and the calls on attributes and mounts are
  // some, to numbers that no kernel has yet.
  for (long number = 451; number < 512; ++number) {
    CAPTURE(number);
    CHECK(errno_after(enter_filter_alone, call(number, -1, -1, -1, -1, -1)) == ENOSYS);
  }
}

TEST_CASE("readers read, allocate, start threads and end as before") {
  const FolderWithFile folder;
  const std::string file = folder.file, around = folder.path;
  const std::vector<Row> rows = {
      {"open to read", [=] { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC); }},
      {"list a folder", [=] { return ::open(around.c_str(), O_RDONLY | O_DIRECTORY); }},
      {"allocate",
       [] { return std::string(1 << 20, 'x').find('y') == std::string::npos ? 0 : -1; }},
      {"a thread",
       [] {
         long seen = -1;
         std::thread([&] { seen = 0; }).join();
         return seen;
       }},
      {"one's own limits",
       [] {
         rlimit own{};
         return ::getrlimit(RLIMIT_STACK, &own);
       }},
      {"a descriptor's flags", [] { return ::fcntl(0, F_SETFD, FD_CLOEXEC); }},
      {"a signal to oneself", [] { return ::kill(::getpid(), 0); }},
      {"a name for the thread", [] { return ::prctl(PR_SET_NAME, "reader", 0, 0, 0); }},
      {"a pipe",
       [] {
         std::array<int, 2> pipe;
         return ::pipe(pipe.data());
       }},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(errno_after(enter_filter_alone, row.attempt) == 0);
  }
}

TEST_CASE("abort still says what it is") {
  const int status = wait_status_of([] {
    enter_filter_alone();
    std::signal(SIGABRT, SIG_DFL);
    std::abort();
  });
  REQUIRE(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGABRT);
}

#ifdef __x86_64__
TEST_CASE("a call in the manner of another architecture ends the process") {
  const auto ends_by = [](const std::function<void()>& attempt) {
    const int status = wait_status_of([&] {
      enter_filter_alone();
      attempt();
    });
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  };
  CHECK(ends_by([] { ::syscall(0x40000000 | SYS_getpid); }) == SIGSYS);  // x32
  // getpid of i386, whose number is 20.
  const int end = ends_by([] { asm volatile("int $0x80" ::"a"(20) : "memory"); });
  CHECK((end == SIGSYS || end == SIGSEGV));  // the latter where the kernel has no such calls
}
#endif
