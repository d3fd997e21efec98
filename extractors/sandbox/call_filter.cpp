#include "extractors/sandbox/call_filter.h"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <memory>

namespace biaoshen {
namespace {

// Of calls that do one thing in several ways (by name, by descriptor, the second, third version)
// all are here. libseccomp passes over those that an architecture does not have.
constexpr int kRefused[] = {
    // Network. With no socket there is nothing to send by.
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen),
    SCMP_SYS(accept), SCMP_SYS(accept4),
    // Programs and processes. What a group of processes is decides whom the client ends.
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(uselib),
    SCMP_SYS(setsid), SCMP_SYS(setpgid),
    // Into other processes: memory, descriptors, signals.
    SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
    SCMP_SYS(process_madvise), SCMP_SYS(process_mrelease), SCMP_SYS(kcmp), SCMP_SYS(pidfd_open),
    SCMP_SYS(pidfd_getfd), SCMP_SYS(pidfd_send_signal), SCMP_SYS(tkill), SCMP_SYS(rt_sigqueueinfo),
    SCMP_SYS(rt_tgsigqueueinfo),
    // Others' and one's own share of the machine.
    SCMP_SYS(setpriority), SCMP_SYS(ioprio_set), SCMP_SYS(sched_setaffinity),
    SCMP_SYS(sched_setattr), SCMP_SYS(sched_setparam), SCMP_SYS(sched_setscheduler),
    SCMP_SYS(migrate_pages), SCMP_SYS(move_pages), SCMP_SYS(setrlimit),
    // Identity and rights.
    SCMP_SYS(setuid), SCMP_SYS(setgid), SCMP_SYS(setreuid), SCMP_SYS(setregid), SCMP_SYS(setresuid),
    SCMP_SYS(setresgid), SCMP_SYS(setfsuid), SCMP_SYS(setfsgid), SCMP_SYS(setgroups),
    SCMP_SYS(capset), SCMP_SYS(personality), SCMP_SYS(keyctl), SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    // The file system, by name and by descriptor: the file itself is open, read-only, as 3.
    SCMP_SYS(creat), SCMP_SYS(truncate), SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(rmdir),
    SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2),
    SCMP_SYS(link), SCMP_SYS(linkat), SCMP_SYS(symlink), SCMP_SYS(symlinkat), SCMP_SYS(mknod),
    SCMP_SYS(mknodat), SCMP_SYS(chmod), SCMP_SYS(fchmod), SCMP_SYS(fchmodat), SCMP_SYS(chown),
    SCMP_SYS(fchown), SCMP_SYS(lchown), SCMP_SYS(fchownat), SCMP_SYS(utime), SCMP_SYS(utimes),
    SCMP_SYS(utimensat), SCMP_SYS(futimesat), SCMP_SYS(setxattr), SCMP_SYS(fsetxattr),
    SCMP_SYS(lsetxattr), SCMP_SYS(removexattr), SCMP_SYS(fremovexattr), SCMP_SYS(lremovexattr),
    SCMP_SYS(flock), SCMP_SYS(name_to_handle_at), SCMP_SYS(open_by_handle_at),
    SCMP_SYS(inotify_init), SCMP_SYS(inotify_init1), SCMP_SYS(inotify_add_watch),
    SCMP_SYS(fanotify_init), SCMP_SYS(fanotify_mark),
    // Mounts and namespaces.
    SCMP_SYS(mount), SCMP_SYS(umount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot),
    SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(open_tree), SCMP_SYS(move_mount), SCMP_SYS(fsopen),
    SCMP_SYS(fsconfig), SCMP_SYS(fsmount), SCMP_SYS(fspick), SCMP_SYS(mount_setattr),
    SCMP_SYS(quotactl), SCMP_SYS(quotactl_fd), SCMP_SYS(swapon), SCMP_SYS(swapoff),
    // Messages and memory between processes; memory that no limit counts.
    SCMP_SYS(shmget), SCMP_SYS(shmat), SCMP_SYS(shmctl), SCMP_SYS(shmdt), SCMP_SYS(semget),
    SCMP_SYS(semop), SCMP_SYS(semtimedop), SCMP_SYS(semctl), SCMP_SYS(msgget), SCMP_SYS(msgsnd),
    SCMP_SYS(msgrcv), SCMP_SYS(msgctl), SCMP_SYS(mq_open), SCMP_SYS(mq_unlink),
    SCMP_SYS(mq_timedsend), SCMP_SYS(mq_timedreceive), SCMP_SYS(mq_notify), SCMP_SYS(mq_getsetattr),
    SCMP_SYS(memfd_create), SCMP_SYS(memfd_secret), SCMP_SYS(splice), SCMP_SYS(tee),
    SCMP_SYS(vmsplice), SCMP_SYS(sendfile), SCMP_SYS(copy_file_range),
    // What programs, watches or runs the kernel.
    SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(io_uring_setup),
    SCMP_SYS(io_uring_enter), SCMP_SYS(io_uring_register), SCMP_SYS(io_setup), SCMP_SYS(modify_ldt),
    SCMP_SYS(ioperm), SCMP_SYS(iopl), SCMP_SYS(init_module), SCMP_SYS(finit_module),
    SCMP_SYS(delete_module), SCMP_SYS(kexec_load), SCMP_SYS(kexec_file_load), SCMP_SYS(reboot),
    SCMP_SYS(syslog), SCMP_SYS(acct), SCMP_SYS(settimeofday), SCMP_SYS(clock_settime),
    SCMP_SYS(clock_adjtime), SCMP_SYS(adjtimex), SCMP_SYS(sethostname), SCMP_SYS(setdomainname),
    SCMP_SYS(vhangup), SCMP_SYS(lookup_dcookie)};

// What the kernel takes as 32 bits is compared as 32 bits: the upper half is the caller's to fill.
constexpr std::uint64_t kInt = 0xFFFFFFFF;

// The newest call that was weighed: set_mempolicy_home_node of Linux 5.17; Linux 6.1 has no other.
// These numbers are the same on every architecture. Where the search for younger ones ends: on
// x86-64 there are none from 512 on.
constexpr int kNewest = 450, kEnd = 512;

class Filter {
 public:
  Filter() : filter_(seccomp_init(SCMP_ACT_ALLOW)) {
    // It is a layer of its own. A binary search: libraries make calls by the thousand.
    is_good_ = filter_ != nullptr && seccomp_attr_set(filter_.get(), SCMP_FLTATR_CTL_NNP, 0) == 0 &&
               seccomp_attr_set(filter_.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0 &&
               seccomp_attr_set(filter_.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0;
  }

  void refuse(int call, int error = EPERM) {
    is_good_ = is_good_ && seccomp_rule_add(filter_.get(), SCMP_ACT_ERRNO(error), call, 0) == 0;
  }
  void refuse(int call, int error, scmp_arg_cmp where) {
    is_good_ = is_good_ &&
               seccomp_rule_add_array(filter_.get(), SCMP_ACT_ERRNO(error), call, 1, &where) == 0;
  }
  bool load() { return is_good_ && seccomp_load(filter_.get()) == 0; }

 private:
  struct Release {
    void operator()(void* filter) const { seccomp_release(filter); }
  };
  std::unique_ptr<void, Release> filter_;
  bool is_good_ = false;
};

scmp_arg_cmp equals(unsigned argument, std::uint64_t value, std::uint64_t mask = kInt) {
  return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

scmp_arg_cmp differs(unsigned argument, std::uint64_t value) {
  return {argument, SCMP_CMP_NE, value, 0};
}

// Opening to write. The flags are the argument after the path.
void refuse_writing(Filter& filter, int call, unsigned flags) {
  for (std::uint64_t mode : {O_WRONLY, O_RDWR, O_ACCMODE})
    filter.refuse(call, EACCES, equals(flags, mode, O_ACCMODE));
  for (std::uint64_t flag : {O_CREAT, O_TRUNC})
    filter.refuse(call, EACCES, equals(flags, flag, flag));
}

void refuse_by_arguments(Filter& filter) {
  refuse_writing(filter, SCMP_SYS(open), 1);
  refuse_writing(filter, SCMP_SYS(openat), 2);
  // Arguments in memory cannot be looked at. Callers fall back to what can.
  filter.refuse(SCMP_SYS(openat2), ENOSYS);
  filter.refuse(SCMP_SYS(clone3), ENOSYS);
  filter.refuse(SCMP_SYS(clone), EPERM, equals(0, 0, CLONE_THREAD));
  // abort() signals its own process.
  const auto self = static_cast<std::uint64_t>(::getpid());
  filter.refuse(SCMP_SYS(kill), EPERM, differs(0, self));
  filter.refuse(SCMP_SYS(tgkill), EPERM, differs(0, self));
  // Limits are asked for, one's own; nobody's are set.
  filter.refuse(SCMP_SYS(prlimit64), EPERM, differs(0, 0));
  filter.refuse(SCMP_SYS(prlimit64), EPERM, differs(2, 0));
  // Outliving the client, and letting others look in.
  for (std::uint64_t option :
       {PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER, PR_SET_DUMPABLE, PR_SET_PTRACER, PR_SET_MM,
        PR_SET_SECUREBITS, PR_CAP_AMBIENT, PR_SCHED_CORE})
    filter.refuse(SCMP_SYS(prctl), EPERM, equals(0, option));
  // A descriptor can be told to send any signal to any process of the user, and files to be leased.
  for (std::uint64_t command : {F_SETOWN, F_SETSIG, F_SETOWN_EX, F_SETLEASE, F_NOTIFY, F_SETLK,
                                F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW})
    filter.refuse(SCMP_SYS(fcntl), EPERM, equals(1, command));
  // What every descriptor answers that is no terminal: no reader has one, or a device.
  filter.refuse(SCMP_SYS(ioctl), ENOTTY);
}

}  // namespace

bool is_call_filter_offered() {
  const std::uint32_t action = SECCOMP_RET_ERRNO;
  return ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

bool enter_call_filter() {
  Filter filter;
  for (int call : kRefused) filter.refuse(call);
  for (int call = kNewest + 1; call < kEnd; ++call) filter.refuse(call, ENOSYS);
  refuse_by_arguments(filter);
  return filter.load();
}

}  // namespace biaoshen
