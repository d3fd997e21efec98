#include "pipeline/service/notify.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <string>

using namespace biaoshen;

namespace {

// A service manager that listens, for the length of a test.
class Listener {
 public:
  Listener() : path_(std::string(BINARY_DIR) + "/notify-" + std::to_string(::getpid())) {
    socket_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    REQUIRE(path_.size() < sizeof address.sun_path);
    std::strcpy(address.sun_path, path_.c_str());
    REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    ::setenv("NOTIFY_SOCKET", path_.c_str(), 1);
  }
  ~Listener() {
    ::unsetenv("NOTIFY_SOCKET");
    ::close(socket_);
    ::unlink(path_.c_str());
  }
  std::string heard() {
    std::array<char, 4096> buffer{};
    const ssize_t got = ::recv(socket_, buffer.data(), buffer.size(), 0);
    return got < 0 ? std::string() : std::string(buffer.data(), static_cast<std::size_t>(got));
  }

 private:
  std::string path_;
  int socket_ = -1;
};

}  // namespace

TEST_CASE("the service manager hears what happens") {
  Listener manager;
  notify_ready("3 dossiers waiting");
  CHECK(manager.heard() == "READY=1\nSTATUS=3 dossiers waiting");
  notify_reloading();
  const std::string reloading = manager.heard();
  const std::string begin = "RELOADING=1\nMONOTONIC_USEC=";
  REQUIRE(reloading.starts_with(begin));
  CHECK(std::stoull(reloading.substr(begin.size())) > 0);
  notify_alive();
  CHECK(manager.heard() == "WATCHDOG=1");
  notify_stopping("stopping");
  CHECK(manager.heard() == "STOPPING=1\nSTATUS=stopping");
}

TEST_CASE("a name in the status cannot say something else to the service manager") {
  Listener manager;
  notify_status("reading a\nSTOPPING=1\n");
  CHECK(manager.heard() == "STATUS=reading a\\nSTOPPING=1\\n");
}

TEST_CASE("without a service manager, or with one that has gone, nothing happens") {
  { Listener manager; }
  notify_ready("nobody listens");
  ::setenv("NOTIFY_SOCKET", "/nowhere/at/all", 1);
  notify_alive();
  ::unsetenv("NOTIFY_SOCKET");
}

TEST_CASE("the watchdog is due at half of its time, and only for this process") {
  CHECK_FALSE(watchdog_interval());
  ::setenv("WATCHDOG_USEC", "30000000", 1);
  CHECK(watchdog_interval() == std::chrono::seconds(15));
  ::setenv("WATCHDOG_PID", std::to_string(::getpid()).c_str(), 1);
  CHECK(watchdog_interval() == std::chrono::seconds(15));
  ::setenv("WATCHDOG_PID", "1", 1);
  CHECK_FALSE(watchdog_interval());
  ::unsetenv("WATCHDOG_PID");
  ::setenv("WATCHDOG_USEC", "nonsense", 1);
  CHECK_FALSE(watchdog_interval());
  ::unsetenv("WATCHDOG_USEC");
}
