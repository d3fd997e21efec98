// What becomes of a file whose reader was taken over or brought down, in every way that
// tests/worker/saboteur/saboteur.cpp knows: the client comes back in time, keeps what had come,
// says what happened, and leaves no process behind.
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>
#include <thread>

#include "extractors/worker/client.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

constexpr const char* kSaboteur = BINARY_DIR "/biaoshen-saboteur";
constexpr double kSeconds = 5, kMost = 60;

struct Sabotage {
  const char* word;
  FileStatus status;
  const char* problem;  // "" : none
};
constexpr Sabotage kSabotages[] = {
    {"crash", FileStatus::partial, "crash"},
    {"abort", FileStatus::partial, "crash"},
    {"exit-0", FileStatus::partial, "crash"},
    {"exit-71", FileStatus::partial, "memory-limit"},
    {"processor-time", FileStatus::partial, "time-limit"},
    {"out-of-memory-abort", FileStatus::partial, "memory-limit"},
    {"out-of-memory", FileStatus::partial, "memory-limit"},
    {"before-first-frame", FileStatus::unreadable, "crash"},
    {"in-mid-frame", FileStatus::partial, "crash"},
    {"hang", FileStatus::partial, "time-limit"},
    {"ignore-term", FileStatus::partial, "time-limit"},
    {"close-stdout", FileStatus::partial, "crash"},
    {"child-in-group", FileStatus::partial, "time-limit"},
    {"child-in-session", FileStatus::partial, "time-limit"},
    {"endless-problems", FileStatus::partial, "time-limit"},
    {"endless-messages", FileStatus::partial, "time-limit"},
    {"endless-asks", FileStatus::partial, "protocol"},
    {"endless-members", FileStatus::partial, "protocol"},
    {"giant-page", FileStatus::partial, "protocol"},
    {"too-many-pages", FileStatus::partial, "protocol"},
    {"length-too-long", FileStatus::partial, "time-limit"},
    {"length-above-limit", FileStatus::partial, "protocol"},
    {"length-zero", FileStatus::partial, "protocol"},
    {"page-2-first", FileStatus::unreadable, "protocol"},
    {"bytes-of-nothing", FileStatus::partial, "protocol"},
    {"confined-late", FileStatus::unreadable, "protocol"},
    {"confined-twice", FileStatus::partial, "protocol"},
    {"crop-unasked", FileStatus::partial, "protocol"},
    {"done-twice", FileStatus::read, ""},
    {"page-after-done", FileStatus::read, ""},
};

class SabotagedDesk {
 public:
  SabotagedDesk()
      : path_(fs::canonical(fs::temp_directory_path()) /
              ("biaoshen-saboteur-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~SabotagedDesk() { fs::remove_all(path_); }
  File file(const std::string& content) const {
    File file;
    file.path = content + ".txt";
    file.source = path_ / file.path;
    file.bytes = content.size();
    std::ofstream(file.source) << content;
    return file;
  }

 private:
  fs::path path_;
};

Limits short_limits() {
  Limits limits;
  limits.seconds = kSeconds;
  limits.seconds_per_mb = limits.seconds_per_page = limits.seconds_per_recognised_page = 0;
  limits.entries = 100;
  limits.pages = 50;
  return limits;
}

struct TimedReading {
  Document document;
  double seconds = 0;
};

TimedReading read(WorkerClient& client, const File& file) {
  const auto start = std::chrono::steady_clock::now();
  TimedReading outcome{client.read(file, short_limits()), 0};
  outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return outcome;
}

// The processes that the first page names.
std::vector<pid_t> processes_of(const Document& document) {
  std::vector<pid_t> all;
  std::istringstream text(document.pages.empty() ? "" : document.pages.front().text);
  std::string word;
  for (pid_t id = 0; text >> word >> id;) all.push_back(id);
  return all;
}

// Gone, or dead and waiting for somebody to notice, as happens to a child whose parent is dead.
bool is_gone(pid_t id) {
  std::ifstream file("/proc/" + std::to_string(id) + "/stat");
  std::string number, name, state;
  return !(file >> number >> name >> state) || state == "Z" || state == "X";
}

bool goes_soon(pid_t id) {
  for (int i = 0; i < 500 && !is_gone(id); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  return is_gone(id);
}

void check(const Sabotage& sabotage, const TimedReading& outcome) {
  CAPTURE(sabotage.word);
  const Document& document = outcome.document;
  CHECK(outcome.seconds < kMost);
  CHECK(document.status == sabotage.status);
  if (*sabotage.problem == '\0')
    CHECK(document.problems.empty());
  else
    CHECK(document.has_problem(sabotage.problem));
  const bool keeps_page = sabotage.status != FileStatus::unreadable;
  std::vector<pid_t> left = processes_of(document);
  CHECK(left.empty() != keeps_page);
  // What leaves the group is out of reach; the call filter of a real reader lets nothing fork.
  if (sabotage.word == std::string("child-in-session")) {
    REQUIRE(left.size() == 2);
    ::kill(left.back(), SIGKILL);
  }
  for (const pid_t id : left) CHECK(goes_soon(id));
}

}  // namespace

TEST_CASE(
    "whatever a reader does, the client comes back, keeps what came, and says what happened") {
  const SabotagedDesk desk;
  WorkerClient client(kSaboteur);
  // All of one dossier, most of them at once, since many take their time.
  std::vector<std::future<TimedReading>> outcomes;
  for (const Sabotage& sabotage : kSabotages)
    outcomes.push_back(std::async(std::launch::async, [&client, file = desk.file(sabotage.word)] {
      return read(client, file);
    }));
  for (std::size_t i = 0; i < outcomes.size(); ++i) check(kSabotages[i], outcomes[i].get());
  CHECK_FALSE(client.trouble());
  // And the next file is read as if nothing had happened.
  const Document honest = client.read(desk.file("nothing special"), short_limits());
  CHECK(honest.status == FileStatus::read);
  CHECK(honest.pages.size() == 1);
}

TEST_CASE("a flood of huge pages ends, and little of it is kept") {
  const SabotagedDesk desk;
  WorkerClient client(kSaboteur);
  Limits limits = short_limits();
  limits.seconds = 60;
  limits.pages = 2000;
  const Document document = client.read(desk.file("huge-pages"), limits);
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("protocol"));
  CHECK(document.has_problem("text-limit"));
  std::uint64_t bytes = 0;
  for (const Page& page : document.pages) bytes += page.text.size();
  CHECK(bytes <= limits.document_text);
  CHECK(document.pages.size() < 200);
}

TEST_CASE("pages of nothing but empty words are counted by what they take") {
  const SabotagedDesk desk;
  WorkerClient client(kSaboteur);
  Limits limits = short_limits();
  limits.seconds = 60;
  limits.pages = 2000;
  const Document document = client.read(desk.file("wordy-pages"), limits);
  CHECK(document.has_problem("protocol"));
  CHECK(document.pages.size() < 100);
}

TEST_CASE("a reader that has to wait for a processor is not late before three times its time") {
  const SabotagedDesk desk;
  // All on one processor, of which the reader gets a third, or less where others work here, too.
  cpu_set_t before, one;
  REQUIRE(::sched_getaffinity(0, sizeof before, &before) == 0);
  CPU_ZERO(&one);
  CPU_SET(::sched_getcpu(), &one);
  REQUIRE(::sched_setaffinity(0, sizeof one, &one) == 0);
  std::vector<pid_t> others;
  for (int i = 0; i < 2; ++i) {
    others.push_back(::fork());
    if (others.back() == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      for (;;) ::getppid();
    }
  }
  Limits limits = short_limits();
  limits.seconds = 1;
  WorkerClient client(kSaboteur);
  const auto start = std::chrono::steady_clock::now();
  const Document busy = client.read(desk.file("busy"), limits);
  const auto took = std::chrono::steady_clock::now() - start;
  const Document hanging = client.read(desk.file("hang"), limits);
  for (const pid_t other : others) {
    ::kill(other, SIGKILL);
    ::waitpid(other, nullptr, 0);
  }
  ::sched_setaffinity(0, sizeof before, &before);
  CHECK((busy.status == FileStatus::read || took > std::chrono::milliseconds(2900)));
  CHECK(hanging.has_problem("time-limit"));
}

TEST_CASE("crops of a reader that lies or dies are empty") {
  const SabotagedDesk desk;
  WorkerClient client(kSaboteur);
  for (const char* word : {"crash", "hang", "page-2-first", "endless-asks", "crop-unasked"}) {
    const CropRequest request;
    const auto crops = client.crop(desk.file(word), std::span(&request, 1), short_limits());
    CAPTURE(word);
    REQUIRE(crops.size() == 1);
    CHECK(crops[0].rgb.empty());
  }
}

TEST_CASE("what a reader says before it ends badly is kept for the log, and not in the document") {
  const SabotagedDesk desk;
  WorkerClient client(kSaboteur);
  const Document honest = client.read(desk.file("out-of-memory"), short_limits());
  CHECK(client.last_words().empty());
  const Document crashed = client.read(desk.file("crash"), short_limits());
  REQUIRE(client.last_words().size() == 1);
  CHECK(client.last_words()[0].path == "crash.txt");
  CHECK(client.last_words()[0].said.starts_with("a library: last words\n"));
  for (const Document* document : {&honest, &crashed})
    for (const Problem& problem : document->problems)
      CHECK(problem.detail.find_first_not_of("0123456789 MiB") == std::string::npos);
}
