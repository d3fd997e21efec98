// biaoshen-reader itself, seen from outside while it reads, and on kernels that offer less.
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <optional>
#include <string>

#include "extractors/sandbox/sandbox.h"
#include "extractors/worker/wire.h"
#include "tests/sandbox/folder_with_file.h"
#include "tests/sandbox/older_kernel.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

// More than a pipe holds: as long as nobody takes the pages away, the reader stands in the middle
// of its work.
std::string long_text() {
  std::string text;
  for (int line = 0; line < 40'000; ++line) text += "line " + std::to_string(line) + "\n";
  return text;
}

// The reader with a file and an order, its frames taken one by one.
class RunningReader {
 public:
  RunningReader(const std::filesystem::path& path, const wire::Order& order,
                const std::vector<int>& lacking = {}) {
    std::array<int, 2> to{}, from{};
    REQUIRE((::pipe2(to.data(), O_CLOEXEC) == 0 && ::pipe2(from.data(), O_CLOEXEC) == 0));
    pid = ::fork();
    if (pid == 0) {
      const int file = ::open(path.c_str(), O_RDONLY);
      if (!lacking.empty() && !become_older_kernel(lacking, {})) ::_exit(99);
      ::dup2(file, 10);  // none of the ends is in the way of another
      ::dup2(to[0], 11);
      ::dup2(from[1], 12);
      ::dup2(11, 0);
      ::dup2(12, 1);
      ::dup2(10, 3);
      ::close_range(4, ~0u, 0);
      ::execl((std::string(BINARY_DIR) + "/biaoshen-reader").c_str(), "biaoshen-reader", nullptr);
      ::_exit(98);
    }
    ::close(to[0]);
    ::close(from[1]);
    to_ = to[1];
    from_ = from[0];
    const std::string bytes = wire::encode(order);
    REQUIRE(::write(to_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  }
  ~RunningReader() {
    ::close(to_);
    ::close(from_);
    if (pid > 0) exit_status();
  }
  RunningReader(const RunningReader&) = delete;
  RunningReader& operator=(const RunningReader&) = delete;

  std::optional<wire::Frame> next() {
    std::array<unsigned char, 4> length{};
    if (!fill(length.data(), length.size())) return {};
    std::string body(wire::decode_length(length.data()), '\0');
    wire::Frame frame;
    if (!fill(body.data(), body.size()) || !wire::decode(body, Limits{}, frame)) return {};
    return frame;
  }
  int exit_status() {
    int status = -1;
    ::waitpid(pid, &status, 0);
    pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  pid_t pid = -1;

 private:
  bool fill(void* to, std::size_t bytes) const {
    for (auto* at = static_cast<char*>(to); bytes > 0;) {
      const ssize_t got = ::read(from_, at, bytes);
      if (got <= 0) return false;
      at += got;
      bytes -= static_cast<std::size_t>(got);
    }
    return true;
  }

  int to_ = -1, from_ = -1;
};

// The value of a line of /proc/PID/status.
std::string status_line(pid_t pid, const std::string& name) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(in, line);)
    if (line.rfind(name + ":\t", 0) == 0) return line.substr(name.size() + 2);
  return {};
}

wire::Order order_to_read(bool must_be_confined = false) {
  wire::Order order;
  order.name = "long.txt";
  order.must_be_confined = must_be_confined;
  return order;
}

std::optional<SandboxLayers> layers_of(const std::optional<wire::Frame>& frame) {
  const auto* confined = frame ? std::get_if<wire::Confined>(&*frame) : nullptr;
  return confined != nullptr ? std::optional(confined->layers) : std::nullopt;
}

}  // namespace

TEST_CASE("the reader is confined while it reads, and says first what confines it") {
  const FolderWithFile folder;
  RunningReader reader(folder.made.file("long.txt", long_text()), order_to_read());
  CHECK(layers_of(reader.next()) == offered_layers());
  CHECK(status_line(reader.pid, "NoNewPrivs") == "1");
  CHECK(status_line(reader.pid, "Threads") == "1");
  CHECK(status_line(reader.pid, "CapEff") == "0000000000000000");
  CHECK(status_line(reader.pid, "CapPrm") == "0000000000000000");
  if (offered_layers().call_filter) CHECK(status_line(reader.pid, "Seccomp") == "2");
  std::size_t pages = 0;
  bool is_done = false;
  while (const std::optional<wire::Frame> frame = reader.next()) {
    pages += std::holds_alternative<Page>(*frame);
    is_done = std::holds_alternative<wire::Done>(*frame);
  }
  CHECK(pages > 0);
  CHECK(is_done);
  CHECK(reader.exit_status() == 0);
}

TEST_CASE("a reader that must be confined and is not opens nothing") {
  const FolderWithFile folder;
  RunningReader reader(folder.file, order_to_read(true), {SYS_landlock_create_ruleset});
  const std::optional<SandboxLayers> layers = layers_of(reader.next());
  REQUIRE(layers.has_value());
  CHECK(layers->landlock == 0);
  CHECK(layers->call_filter == offered_layers().call_filter);
  CHECK_FALSE(reader.next().has_value());
  CHECK(reader.exit_status() != 0);
}

TEST_CASE("a reader that need not be confined reads where layers are lacking") {
  const FolderWithFile folder;
  RunningReader reader(folder.file, order_to_read(), {SYS_landlock_create_ruleset});
  const std::optional<SandboxLayers> layers = layers_of(reader.next());
  REQUIRE(layers.has_value());
  CHECK_FALSE(layers->are_complete());
  CHECK(reader.next().has_value());
}
