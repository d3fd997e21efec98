// A program for tests in the place of biaoshen-reader: what a reader may do that its file took
// over, or that a library brought down. It does what the first word of its file says, and reads
// a file honestly that begins with no word it knows:
//
//   ends      crash abort exit-0 exit-71 processor-time out-of-memory-abort
//             before-first-frame in-mid-frame
//   hangs     hang ignore-term close-stdout child-in-group child-in-session
//   floods    endless-problems endless-messages endless-asks endless-members giant-page
//             too-many-pages huge-pages wordy-pages
//   lies      length-too-long length-above-limit length-zero
//   disorder  page-2-first bytes-of-nothing confined-late confined-twice crop-unasked
//             done-twice page-after-done
//   says      out-of-memory loud-crash: much that no line of text should hold
//   works     busy: for half a second of a processor's time
//
// Before all but the first three lines of disorder it sends a page with its process id (and that of
// a child), so that tests see that what came is kept, and that nothing is left running.
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <map>
#include <string>

#include "extractors/worker/wire.h"

namespace {

using namespace biaoshen;

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::write(descriptor, bytes.data(), bytes.size());
    if (sent <= 0) ::_exit(1);
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void send(const wire::Frame& frame) {
  write_all(STDOUT_FILENO, wire::encode(frame));
}

void confine() {
  send(wire::Confined{{true, true, 7, true}});
}

Page page_saying(const std::string& text, std::uint32_t number) {
  Page page;
  page.number = number;
  page.text = text;
  return page;
}

[[noreturn]] void sleep_for_ever() {
  for (;;) ::sleep(1000);
}

std::string id_line(pid_t id) {
  return "process " + std::to_string(id) + "\n";
}

void begin(pid_t child = 0) {
  confine();
  send(page_saying(id_line(::getpid()) + (child > 0 ? id_line(child) : ""), 1));
}

[[noreturn]] void end_honestly() {
  send(wire::Done{});
  ::_exit(0);
}

// A child that keeps the pipe open, in this process group or in a session of its own.
void leave_child(bool has_session) {
  std::array<int, 2> ready{};
  if (::pipe(ready.data()) != 0) ::_exit(1);
  const pid_t child = ::fork();
  if (child == 0) {
    if (has_session) ::setsid();
    write_all(ready[1], "x");
    sleep_for_ever();
  }
  char byte = 0;
  if (::read(ready[0], &byte, 1) != 1) ::_exit(1);
  begin(child);
  ::_exit(0);
}

void use_up_processor_time() {
  const rlimit none{0, RLIM_INFINITY};
  ::setrlimit(RLIMIT_CPU, &none);
  for (;;) ::getppid();  // not nothing, which a compiler may leave out
}

void work() {
  timespec used{};
  while (used.tv_sec == 0 && used.tv_nsec < 500'000'000)
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
}

void send_too_many_pages() {
  for (std::uint32_t number = 2;; ++number) send(page_saying("一\n", number));
}

void send_huge_pages() {
  const std::string text(7u << 20, 'x');
  for (std::uint32_t number = 2;; ++number) send(page_saying(text, number));
}

// Words of nothing: little on the wire, much in memory.
void send_wordy_pages() {
  Page page = page_saying("一\n", 1);
  page.words.assign(500'000, Word{});
  while (++page.number != 0) send(page);
}

void ask_without_end() {
  for (unsigned i = 0;; ++i) send(wire::Ask{std::to_string(i)});
}

void send_members_without_end() {
  for (unsigned i = 0;; ++i) {
    send(wire::MemberBegin{std::to_string(i) + ".txt"});
    send(wire::MemberBytes{"x"});
    send(wire::MemberEnd{FileStatus::read, {}});
  }
}

template <typename Do>
std::function<void()> begun(Do then) {
  return [then] {
    begin();
    then();
  };
}

const std::map<std::string, std::function<void()>>& acts() {
  static const std::string kFrame = wire::encode(wire::Frame(page_saying("一\n", 2)));
  static const std::map<std::string, std::function<void()>> kActs = {
      {"crash", begun([] {
         write_all(STDERR_FILENO, "a library: last words\n");
         std::raise(SIGSEGV);
       })},
      {"abort", begun([] { std::abort(); })},
      {"exit-0", begun([] { ::_exit(0); })},
      {"exit-71", begun([] { ::_exit(71); })},
      {"processor-time", begun(use_up_processor_time)},
      {"out-of-memory-abort", begun([] {
         write_all(STDERR_FILENO, "Out of memory\n");
         std::abort();
       })},
      {"out-of-memory", begun([] {
         write_all(STDERR_FILENO, "Out of memory\n");
         end_honestly();
       })},
      {"busy", begun([] {
         work();
         send(FileStatus::read);
       })},
      {"before-first-frame", [] { ::_exit(0); }},
      {"in-mid-frame", begun([] {
         write_all(STDOUT_FILENO, std::string_view(kFrame).substr(0, kFrame.size() / 2));
         ::_exit(0);
       })},
      {"hang", begun(sleep_for_ever)},
      {"ignore-term", begun([] {
         std::signal(SIGTERM, SIG_IGN);
         sleep_for_ever();
       })},
      {"close-stdout", begun([] {
         ::close(STDOUT_FILENO);
         sleep_for_ever();
       })},
      {"child-in-group", [] { leave_child(false); }},
      {"child-in-session", [] { leave_child(true); }},
      {"endless-problems", begun([] {
         for (;;) send(Problem{"text-suspect", 0, std::string(1000, 'x')});
       })},
      {"endless-messages", begun([] {
         for (;;) write_all(STDERR_FILENO, std::string(1 << 20, 'x') + "\n");
       })},
      {"endless-asks", begun(ask_without_end)},
      {"endless-members", begun(send_members_without_end)},
      {"giant-page", begun([] { send(page_saying(std::string(20u << 20, 'x'), 2)); })},
      {"huge-pages", begun(send_huge_pages)},
      {"wordy-pages", begun(send_wordy_pages)},
      {"loud-crash", begun([] {
         write_all(STDERR_FILENO, std::string(8000, '\x01'));
         ::abort();
       })},
      {"too-many-pages", begun(send_too_many_pages)},
      {"length-too-long", begun([] {
         write_all(STDOUT_FILENO, std::string("\x00\x00\x00\x01", 4) + "short");
         sleep_for_ever();
       })},
      {"length-above-limit", begun([] {
         write_all(STDOUT_FILENO, "\xFF\xFF\xFF\xFF");
         sleep_for_ever();
       })},
      {"length-zero", begun([] {
         write_all(STDOUT_FILENO, std::string(4, '\0'));
         sleep_for_ever();
       })},
      {"page-2-first",
       [] {
         confine();
         send(page_saying("二\n", 2));
         sleep_for_ever();
       }},
      {"bytes-of-nothing", begun([] {
         send(wire::MemberBytes{"x"});
         sleep_for_ever();
       })},
      {"confined-late",
       [] {
         send(page_saying("一\n", 1));
         confine();
         end_honestly();
       }},
      {"confined-twice", begun([] {
         confine();
         end_honestly();
       })},
      {"crop-unasked", begun([] {
         send(Crop{1, 1, "rgb"});
         end_honestly();
       })},
      {"done-twice", begun([] {
         send(wire::Done{});
         end_honestly();
       })},
      {"page-after-done", begun([] {
         send(wire::Done{});
         send(page_saying("二\n", 2));
         sleep_for_ever();
       })},
  };
  return kActs;
}

}  // namespace

int main() {
  std::array<char, 64> start{};
  const ssize_t got = ::pread(3, start.data(), start.size(), 0);
  std::string word(start.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  word.resize(std::min(word.find_first_of(" \n"), word.size()));
  const auto act = acts().find(word);
  if (act != acts().end()) {
    act->second();
    end_honestly();
  }
  confine();
  send(wire::Format{"txt"});
  send(page_saying("honest\n", 1));
  send(FileStatus::read);
  end_honestly();
}
