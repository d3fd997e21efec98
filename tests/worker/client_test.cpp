// The client against readers that misbehave: small shell scripts in the place of
// biaoshen-reader, which is what a parser taken over by its input would look like.
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "extractors/worker/client.h"
#include "extractors/worker/wire.h"
#include "tests/worker/fake_reader.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

class Scratch {
 public:
  Scratch()
      : path_(fs::canonical(fs::temp_directory_path()) /
              ("biaoshen-client-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Scratch() { fs::remove_all(path_); }
  fs::path file(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }
  fs::path program(const std::string& script) const {
    const fs::path path = file("reader", "#!/bin/sh\n" + script);
    ::chmod(path.c_str(), 0755);
    return path;
  }

 private:
  fs::path path_;
};

File file_at(const fs::path& path) {
  File file;
  file.id = "f01";
  file.path = path.filename().string();
  file.source = path;
  file.bytes = fs::file_size(path);
  return file;
}

Document read_with(const Scratch& scratch, const std::string& script, double seconds = 5,
                   double per_picture = 15) {
  Limits limits;
  limits.seconds = seconds;
  limits.seconds_per_mb = 0;
  limits.seconds_per_recognised_page = per_picture;
  return WorkerClient(scratch.program(script)).read(file_at(scratch.file("x.txt", "x")), limits);
}

Page page_saying(const std::string& text, std::uint32_t number) {
  Page page;
  page.number = number;
  page.text = text;
  return page;
}

}  // namespace

TEST_CASE("a reader that dies leaves what had arrived and says so") {
  const Scratch scratch;
  const fs::path frames = scratch.file(
      "frames", frames_of({wire::Frame(wire::PageCount{3}), wire::Frame(page_saying("一\n", 1))}));
  const Document document = read_with(scratch, "cat '" + frames.string() + "'; kill -SEGV $$");
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("crash"));
  REQUIRE(document.pages.size() == 3);
  CHECK(document.pages[0].text == "一\n");
  CHECK(document.pages[1].source == Source::failed);
  CHECK(document.pages[2].reason == "not-reached");
}

TEST_CASE("a reader that hangs is ended at the deadline, with its children") {
  const Scratch scratch;
  const auto start = std::chrono::steady_clock::now();
  const Document document = read_with(scratch, "trap '' TERM; sleep 600 & sleep 600", 0.5);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  CHECK(document.status == FileStatus::unreadable);
  CHECK(document.has_problem("time-limit"));
}

TEST_CASE("while the program itself is stopped no file runs out of time") {
  const Scratch scratch;
  const fs::path frames = scratch.file("frames", frames_of({wire::Frame(page_saying("一\n", 1))}));
  const fs::path begun = scratch.file("begun", "");
  const fs::path done = scratch.file("done", wire::encode(wire::Frame(wire::Done{})));
  const std::string script = "echo > '" + begun.string() + "'; cat '" + frames.string() +
                             "'; sleep 1; cat '" + done.string() + "'";
  const pid_t child = ::fork();
  if (child == 0) {
    const Document document = read_with(scratch, script, 3);
    ::_exit(document.status == FileStatus::read && document.problems.empty() ? 0 : 1);
  }
  for (int i = 0; i < 500 && fs::file_size(begun) == 0; ++i) ::usleep(10'000);
  ::kill(child, SIGSTOP);
  ::sleep(4);
  ::kill(child, SIGCONT);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
}

TEST_CASE("a reader gets more time for what it sets about recognising, and for nothing else") {
  const Scratch scratch;
  const fs::path ask = scratch.file("ask", frames_of({wire::Frame(wire::Ask{"k"})}));
  const fs::path done = scratch.file("done", wire::encode(wire::Frame(wire::Done{})));
  const fs::path silent = scratch.file("silent", confined());
  const std::string slow = "sleep 1; cat '" + done.string() + "'";
  CHECK(
      read_with(scratch, "cat '" + silent.string() + "'; " + slow, 0.5).has_problem("time-limit"));
  CHECK_FALSE(
      read_with(scratch, "cat '" + ask.string() + "'; " + slow, 0.5, 5).has_problem("time-limit"));
  CHECK(read_with(scratch, "cat '" + ask.string() + "'; sleep 600", 0.3, 0.3)
            .has_problem("time-limit"));
}

TEST_CASE("a reader that floods with nonsense is stopped") {
  const Scratch scratch;
  const Document document = read_with(scratch, "exec cat /dev/urandom");
  CHECK(document.status == FileStatus::unreadable);
  CHECK(document.has_problem("protocol"));
}

TEST_CASE("leaving without the last frame is not success") {
  const Scratch scratch;
  CHECK(read_with(scratch, "exit 0").status == FileStatus::unreadable);
  CHECK(read_with(scratch, "exit 71").has_problem("memory-limit"));
}

TEST_CASE("a reader that is not there is trouble, not the fault of a file") {
  const Scratch scratch;
  WorkerClient client("/nonexistent/reader");
  const File file = file_at(scratch.file("x.txt", "x"));
  CHECK_FALSE(client.trouble());
  CHECK(client.read(file, Limits()).has_problem("reader-missing"));
  REQUIRE(client.trouble());
  CHECK(client.trouble()->code == ErrorCode::output);
  CHECK(client.trouble()->message.find("/nonexistent/reader") != std::string::npos);
  WorkerClient drawing("/nonexistent/reader");
  const CropRequest request;
  CHECK(drawing.crop(file, std::span(&request, 1), Limits()).size() == 1);
  CHECK(drawing.trouble());
}

TEST_CASE("what readers and files do wrong is no trouble") {
  const Scratch scratch;
  for (const char* script : {"kill -SEGV $$", "exit 71", "exec cat /dev/urandom", "exit 0"}) {
    WorkerClient client(scratch.program(script));
    client.read(file_at(scratch.file("x.txt", "x")), Limits());
    CHECK_FALSE(client.trouble());
  }
}

TEST_CASE("without a descriptor or a process to be had there is trouble") {
  const Scratch scratch;
  const File file = file_at(scratch.file("x.txt", "x"));
  const fs::path program = scratch.program("exit 0");
  for (const rlim_t left : {0, 1, 4}) {
    CAPTURE(left);
    const pid_t child = ::fork();
    if (child == 0) {
      const auto open = static_cast<rlim_t>(
          std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()));
      const rlimit most{open - 1 + left, open - 1 + left};
      ::setrlimit(RLIMIT_NOFILE, &most);
      WorkerClient client(program);
      client.read(file, Limits());
      ::_exit(client.trouble() ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
}

TEST_CASE("a reader that somebody else kills is started again, and not for ever") {
  const Scratch scratch;
  const fs::path page = scratch.file("frames", frames_of({wire::Frame(page_saying("一\n", 1))}));
  const fs::path done = scratch.file("done", wire::encode(wire::Frame(wire::Done{})));
  const fs::path tries = scratch.file("tries", "");
  const std::string count = "echo >> '" + tries.string() + "'; ";
  const std::string killed_first = count + "cat '" + page.string() + "'; test $(wc -l < '" +
                                   tries.string() + "') = 1 && kill -KILL $$; cat '" +
                                   done.string() + "'";
  const Document document = read_with(scratch, killed_first);
  CHECK(document.status == FileStatus::read);
  CHECK(document.pages.size() == 1);
  CHECK(document.problems.empty());
  scratch.file("tries", "");
  CHECK(read_with(scratch, count + "kill -KILL $$").has_problem("crash"));
  CHECK(fs::file_size(tries) == 3);
}

TEST_CASE("a link in the place of a file is not followed") {
  const Scratch scratch;
  const fs::path secret = scratch.file("secret", "x");
  File file = file_at(secret);
  file.source = secret.parent_path() / "link.txt";
  fs::create_symlink(secret, file.source);
  const Document document = WorkerClient(scratch.program("exit 0")).read(file, Limits());
  CHECK(document.status == FileStatus::refused);
  CHECK(document.has_problem("symlink"));
}

TEST_CASE("each page is told as it comes, and each picture that is asked about") {
  struct Told final : Progress {
    std::vector<std::string> lines;
    void page(const File& file, std::uint32_t number, std::uint32_t of) override {
      lines.push_back(file.path + " " + std::to_string(number) + "/" + std::to_string(of));
    }
  } told;
  const Scratch scratch;
  const fs::path frames = scratch.file(
      "frames", frames_of({wire::Frame(wire::PageCount{2}), wire::Frame(wire::Ask{"picture"}),
                           wire::Frame(page_saying("一\n", 1)), wire::Frame(page_saying("二\n", 2)),
                           wire::Frame(wire::Done{})}));
  WorkerClient client(scratch.program("cat '" + frames.string() + "'; cat > /dev/null"), nullptr,
                      told);
  client.read(file_at(scratch.file("x.txt", "x")), Limits());
  CHECK(told.lines == std::vector<std::string>{"x.txt 0/2", "x.txt 1/2", "x.txt 2/2"});
}

TEST_CASE("what one reader recognised the next one is told") {
  const Scratch scratch;
  WorkerClient client(scratch.program(""));
  const auto read = [&](const std::string& frames, const std::string& more) {
    const fs::path said = scratch.file("frames", frames);
    scratch.program("cat '" + said.string() + "'; " + more);
    return client.read(file_at(scratch.file("x.txt", "x")), Limits());
  };
  const std::string done = wire::encode(wire::Frame(wire::Done{}));
  read(frames_of({wire::Frame(wire::Learned{"k", "what it says"})}) + done, "");
  // The reader gets the order, asks, and keeps all it is sent.
  const fs::path answer = scratch.file("answer", ""), end = scratch.file("done", done);
  read(frames_of({wire::Frame(wire::Ask{"k"})}),
       "timeout 1 cat > '" + answer.string() + "'; cat '" + end.string() + "'");
  std::ifstream in(answer, std::ios::binary);
  const std::string got((std::istreambuf_iterator<char>(in)), {});
  CHECK(got.find("what it says") != std::string::npos);
}

TEST_CASE("files inside the file arrive, and one that was cut short says so") {
  const Scratch scratch;
  const fs::path frames = scratch.file(
      "frames",
      frames_of({wire::Frame(wire::MemberBegin{"内/a.txt"}), wire::Frame(wire::MemberBytes{"text"}),
                 wire::Frame(wire::MemberEnd{FileStatus::read, {}}),
                 wire::Frame(wire::MemberBegin{"b.txt"}), wire::Frame(wire::MemberBytes{"te"})}));
  WorkerClient client(scratch.program("cat '" + frames.string() + "'; kill -SEGV $$"));
  const Document document = client.read(file_at(scratch.file("x.zip", "x")), Limits());
  CHECK(document.status == FileStatus::partial);
  REQUIRE(document.members.size() == 2);
  CHECK(document.members[0].path == "内/a.txt");
  CHECK(document.members[0].bytes == 4);
  CHECK(fs::file_size(document.members[0].source) == 4);
  CHECK(document.members[1].status == FileStatus::unreadable);
}

TEST_CASE("a path that is not one line of text, or bytes of no member, are not accepted") {
  for (const wire::Frame& frame :
       {wire::Frame(wire::MemberBegin{""}), wire::Frame(wire::MemberBegin{"a\nb"}),
        wire::Frame(wire::MemberBegin{std::string("\xFF")}),
        wire::Frame(wire::MemberBegin{std::string(70000, 'a')}),
        wire::Frame(wire::MemberBytes{"x"}), wire::Frame(wire::MemberEnd{})}) {
    const Scratch scratch;
    const fs::path frames = scratch.file("frames", frames_of({frame}));
    CHECK(read_with(scratch, "cat '" + frames.string() + "'; sleep 60").has_problem("protocol"));
  }
}

TEST_CASE("pages out of order are not accepted") {
  const Scratch scratch;
  const fs::path frames = scratch.file("frames", frames_of({wire::Frame(page_saying("二\n", 2))}));
  CHECK(read_with(scratch, "cat '" + frames.string() + "'").has_problem("protocol"));
}

TEST_CASE("the layers of a dossier's readers are those of the weakest") {
  const Scratch scratch;
  WorkerClient client(scratch.program(""));
  CHECK_FALSE(client.layers());
  const auto read = [&](const SandboxLayers& layers) {
    const fs::path frames =
        scratch.file("frames", wire::encode(wire::Frame(wire::Confined{layers})) +
                                   wire::encode(wire::Frame(wire::Done{})));
    scratch.program("cat '" + frames.string() + "'");
    client.read(file_at(scratch.file("x.txt", "x")), Limits());
  };
  read({true, true, 7, true});
  CHECK(client.layers() == SandboxLayers{true, true, 7, true});
  read({true, true, 3, false});
  read({true, true, 5, true});
  CHECK(client.layers() == SandboxLayers{true, true, 3, false});
  CHECK_FALSE(client.trouble());
}

TEST_CASE("where the sandbox is required, a reader that lacks a layer is trouble") {
  const Scratch scratch;
  const fs::path lacking =
      scratch.file("lacking", wire::encode(wire::Frame(wire::Confined{{true, true, 0, true}})) +
                                  wire::encode(wire::Frame(page_saying("一\n", 1))) +
                                  wire::encode(wire::Frame(wire::Done{})));
  const fs::path program = scratch.program("cat '" + lacking.string() + "'");
  const File file = file_at(scratch.file("x.txt", "x"));
  WorkerClient easy(program), strict(program, SandboxDemand::required);
  CHECK(easy.read(file, Limits()).status == FileStatus::read);
  CHECK_FALSE(easy.trouble());
  CHECK(strict.read(file, Limits()).pages.empty());
  REQUIRE(strict.trouble());
  CHECK(strict.trouble()->message.find("--require-sandbox") != std::string::npos);
  WorkerClient drawing(program, SandboxDemand::required);
  const CropRequest request;
  drawing.crop(file, std::span(&request, 1), Limits());
  CHECK(drawing.trouble());
}

TEST_CASE("no signal is blocked or ignored in a reader because it is so here") {
  const Scratch scratch;
  const fs::path status = scratch.file("status", "");
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &blocked, &before);
  const auto ignored = std::signal(SIGHUP, SIG_IGN);
  // Not a shell, which catches signals.
  const fs::path program =
      scratch.program("exec cat /proc/self/status > '" + status.string() + "'");
  WorkerClient(program).read(file_at(scratch.file("x.txt", "x")), Limits());
  std::signal(SIGHUP, ignored);
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  std::ifstream in(status);
  const std::string said((std::istreambuf_iterator<char>(in)), {});
  CAPTURE(said);
  // Above 31 are those that the C library keeps for itself.
  const auto mask_of = [&](const std::string& name) {
    const std::size_t at = said.find(name + ":\t");
    REQUIRE(at != std::string::npos);
    return std::stoull(said.substr(at + name.size() + 2, 16), nullptr, 16) & 0x7FFFFFFF;
  };
  CHECK(mask_of("SigBlk") == 0);
  CHECK(mask_of("SigIgn") == 0);
}

TEST_CASE("a reader can open nothing of ours but the file, and that to read") {
  const Scratch scratch;
  const fs::path list = scratch.file("list", "");
  const fs::path program =
      scratch.program("for d in /proc/self/fd/*; do echo \"${d##*/}\"; done > '" + list.string() +
                      "'; sed -n 's/^flags:[^0-9]*//p' /proc/self/fdinfo/3 >> '" + list.string() +
                      "'; env | sort >> '" + list.string() + "'");
  ::setenv("BIAOSHEN_TEST_SECRET", "x", 1);
  WorkerClient(program).read(file_at(scratch.file("x.txt", "x")), Limits());
  ::unsetenv("BIAOSHEN_TEST_SECRET");
  std::ifstream in(list);
  const std::string said((std::istreambuf_iterator<char>(in)), {});
  CAPTURE(said);
  CHECK(said.find("SECRET") == std::string::npos);
  CHECK(said.find("OMP_THREAD_LIMIT=1\n") != std::string::npos);
  CHECK(said.find("MALLOC_ARENA_MAX=2\n") != std::string::npos);
  CHECK(said.starts_with("0\n1\n"));
}

TEST_CASE("the real reader reads a text file through the wire") {
  const Scratch scratch;
  WorkerClient client(BINARY_DIR "/biaoshen-reader");
  const Document document =
      client.read(file_at(scratch.file("说明.txt", "第一行\n第二行\n")), Limits());
  CHECK(document.status == FileStatus::read);
  CHECK(document.format == "txt");
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].text == "第一行\n第二行\n");
  REQUIRE(client.layers());
  CHECK(client.layers()->limits);
  CHECK(client.layers()->no_new_privileges);
}
