// biaoshen-reader: opens one file that an outsider sent, in a process of its own, and
// tells what it says over a pipe (wire.h). It is given descriptors, not paths:
//
//   0 the order   1 the frames   2 messages of libraries (not relied on)   3 the file
//
// It confines itself before it looks at the file (extractors/sandbox), tells what confines it, and
// opens nothing where a layer is lacking that the order demands. What it may read from the machine
// is in reader_needs. It exits 0 only after `done`; the client believes nothing else.
//
// Tested by tests/sandbox/reader_confined_test.cpp and tests/worker/client_test.cpp.
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <system_error>

#include "extractors/readers/keep_memory.h"
#include "extractors/readers/open_file.h"
#include "extractors/readers/pictures/recognise_once.h"
#include "extractors/readers/reader_table.h"
#include "extractors/sandbox/sandbox.h"
#include "extractors/worker/reader_needs.h"
#include "extractors/worker/recognition_wire.h"
#include "extractors/worker/wire.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr int kFile = 3;

bool read_exactly(int descriptor, void* to, std::size_t bytes) {
  auto* at = static_cast<char*>(to);
  while (bytes > 0) {
    const ssize_t got = ::read(descriptor, at, bytes);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    bytes -= static_cast<std::size_t>(got);
  }
  return true;
}

// One message from the client, without its length.
bool receive(std::string& body) {
  std::array<unsigned char, 4> length{};
  if (!read_exactly(STDIN_FILENO, length.data(), length.size())) return false;
  const std::uint32_t bytes = wire::decode_length(length.data());
  if (bytes > wire::kMaxFrame) return false;
  body.assign(bytes, '\0');
  return read_exactly(STDIN_FILENO, body.data(), body.size());
}

bool read_order(wire::Order& order) {
  std::string body;
  return receive(body) && wire::decode(body, order);
}

void send(const wire::Frame& frame) {
  const std::string bytes = wire::encode(frame);
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t sent = ::write(STDOUT_FILENO, bytes.data() + at, bytes.size() - at);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) _exit(1);  // nobody listens any more
    at += static_cast<std::size_t>(sent);
  }
}

class PipeSink final : public DocumentSink {
 public:
  void format(std::string_view name) override { send(wire::Format{std::string(name)}); }
  void page_count(std::uint32_t pages) override { send(wire::PageCount{pages}); }
  void page(Page page) override {
    wire::blank_controls(page);
    send(std::move(page));
  }
  void problem(Problem problem) override { send(std::move(problem)); }
  void status(FileStatus status) override { send(status); }
  void engine(std::string_view name) override { send(wire::Engine{std::string(name)}); }
  void begin_member(std::string_view path) override { send(wire::MemberBegin{std::string(path)}); }
  void member_bytes(std::string_view piece) override {
    send(wire::MemberBytes{std::string(piece)});
  }
  void end_member(FileStatus status, std::vector<Problem> problems) override {
    send(wire::MemberEnd{status, std::move(problems)});
  }
};

// What other readers of the dossier recognised; the client keeps it.
class ClientMemory final : public PictureMemory {
 public:
  std::optional<RecognisedPicture> recall(const std::string& key) override {
    send(wire::Ask{key});
    std::string body, recognised;
    if (!receive(body) || !wire::decode_answer(body, recognised)) _exit(1);
    return wire::decode_recognised(recognised);
  }
  void remember(const std::string& key, const RecognisedPicture& recognised) override {
    send(wire::Learned{key, wire::encode(recognised)});
  }
};

// Beside the program; recogniser() looks for them there.
std::filesystem::path models_folder() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "models";
}

int run() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  keep_memory();
  wire::Order order;
  if (!read_order(order)) return 2;
  const SandboxLayers layers = enter_sandbox(order.limits, reader_needs(models_folder()));
  send(wire::Confined{layers});
  if (order.must_be_confined && !layers.are_complete()) return 1;
  struct stat about {};
  if (fstat(kFile, &about) != 0) return 2;
  const OpenFile file{kFile, static_cast<std::uint64_t>(about.st_size), order.name};
  if (order.crops.empty()) {
    PipeSink sink;
    ClientMemory memory;
    use_memory(memory);
    read_file(file, order.limits, sink);
  } else {
    for (Crop& crop : crop_file(file, order.crops, order.limits)) send(std::move(crop));
  }
  send(wire::Done{});
  return 0;
}

}  // namespace
}  // namespace biaoshen

int main() {
  int status = 1;
  try {
    status = biaoshen::run();
  } catch (const std::exception&) {
    status = 1;
  }
  // Libraries' destructors have nothing to add and sometimes crash.
  _exit(status);
}
