// All layers together, and what is said where the kernel offers none.
#include "extractors/sandbox/sandbox.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <vector>

#include "extractors/worker/reader_needs.h"
#include "tests/sandbox/confined_child.h"
#include "tests/sandbox/folder_with_file.h"
#include "tests/sandbox/older_kernel.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

Limits some_limits() {
  Limits limits;
  limits.seconds = 10;
  limits.address_space = 1ull << 30;
  return limits;
}

bool enter_every_layer() {
  return enter_sandbox(some_limits(), {}) == offered_layers();
}

bool is_limited_to(__rlimit_resource resource, rlim_t most) {
  rlimit now{};
  return ::getrlimit(resource, &now) == 0 && now.rlim_cur <= most;
}

}  // namespace

TEST_CASE("what is offered is what is entered") {
  CHECK(offered_layers().limits);
  CHECK(errno_after(enter_every_layer, [] { return 0; }) == 0);
}

TEST_CASE("limits hold and stay") {
  CHECK(holds_in_child([] {
    return enter_every_layer() && is_limited_to(RLIMIT_CPU, 11) && is_limited_to(RLIMIT_FSIZE, 0) &&
           is_limited_to(RLIMIT_CORE, 0) && is_limited_to(RLIMIT_NOFILE, 64) &&
           is_limited_to(RLIMIT_NPROC, 8192) && is_limited_to(RLIMIT_STACK, 8u << 20);
  }));
  const rlimit more{1, 1};
  CHECK(errno_after(enter_every_layer, [&] { return ::setrlimit(RLIMIT_CORE, &more); }) == EPERM);
}

TEST_CASE("limits that are tighter already are kept") {
  CHECK(holds_in_child([] {
    const rlimit tight{16, 32};
    ::setrlimit(RLIMIT_NOFILE, &tight);
    return enter_every_layer() && is_limited_to(RLIMIT_NOFILE, 32);
  }));
}

#if !defined(BIAOSHEN_SANITIZED)
TEST_CASE("memory beyond the limit ends the process with a status of its own") {
  const int status = wait_status_of([] {
    enter_every_layer();
    const std::vector<char> much(2ull << 30);
    ::_exit(static_cast<int>(much.size() % 7));
  });
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == kOutOfMemoryStatus);
}
#endif

TEST_CASE("of an administrator's rights none is left") {
  CHECK(holds_in_child([] {
    if (!enter_every_layer()) return false;
    __user_cap_header_struct own{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> held{};
    return ::syscall(SYS_capget, &own, held.data()) == 0 && held[0].effective == 0 &&
           held[0].permitted == 0 && held[1].effective == 0 && held[1].permitted == 0 &&
           ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 && ::prctl(PR_GET_SECCOMP) == 2;
  }));
}

TEST_CASE("what a reader may read holds no file of a person or of another process") {
  if (offered_layers().landlock == 0) return;
  const FolderWithFile dossier;
  const std::string parent = "/proc/" + std::to_string(::getpid());
  const std::vector<std::filesystem::path> needs =
      reader_needs(std::string(BINARY_DIR) + "/models");
  const auto confined = [&] { return enter_sandbox(some_limits(), needs).landlock > 0; };
  const auto opening = [](const std::string& path) {
    return Attempt([=] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); });
  };
  for (const std::string& path :
       {std::string("/etc/passwd"), std::string("/"), std::string("/tmp"), std::string("/etc"),
        std::string("/dev/null"), dossier.path.string(), dossier.file.string(), parent + "/environ",
        parent + "/maps", parent + "/fd", std::string("/proc/self/environ"),
        std::string("/proc/net/tcp"), std::string("/proc"), std::string(SOURCE_DIR)}) {
    CAPTURE(path);
    REQUIRE(errno_of(opening(path)) == 0);
    CHECK(errno_after(confined, opening(path)) == EACCES);
  }
  for (const char* path : {"/usr/lib", "/etc/ld.so.cache", "/usr/share/poppler"}) {
    CAPTURE(path);
    CHECK(errno_after(confined, opening(path)) == errno_of(opening(path)));
  }
}

TEST_CASE("where the kernel offers no layer, none is said to be on but the limits") {
  CHECK(holds_in_child([] {
    if (!become_older_kernel({SYS_landlock_create_ruleset, SYS_seccomp}, {PR_SET_SECCOMP}))
      return false;
    const SandboxLayers offered = offered_layers(), entered = enter_sandbox(some_limits(), {});
    SandboxLayers rest;
    rest.limits = rest.no_new_privileges = true;
    return offered == rest && entered == rest && !entered.are_complete();
  }));
}

TEST_CASE("a kernel without Landlock still filters calls") {
  CHECK(holds_in_child([] {
    if (!become_older_kernel({SYS_landlock_create_ruleset}, {})) return false;
    const SandboxLayers entered = enter_sandbox(some_limits(), {});
    return entered.landlock == 0 && entered.call_filter && !entered.are_complete() &&
           entered == offered_layers() && ::socket(AF_UNIX, SOCK_STREAM, 0) < 0 && errno == EPERM;
  }));
}

TEST_CASE("layers are named the same for ever") {
  SandboxLayers layers;
  CHECK(to_string(layers) == "none");
  layers.limits = true;
  CHECK(to_string(layers) == "limits");
  layers.call_filter = true;
  CHECK(to_string(layers) == "limits, call-filter");
  CHECK_FALSE(layers.are_complete());
  layers.no_new_privileges = true;
  layers.landlock = 7;
  CHECK(to_string(layers) == "limits, no-new-privileges, landlock 7, call-filter");
  CHECK(layers.are_complete());
}
