// What the tests of the crew have in common: waiting for news as a supervisor does, with a deadline
// that only a defect reaches, and looking at processes from outside.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "pipeline/crew/crew.h"

namespace biaoshen {

inline constexpr std::chrono::seconds kFarTooLong{60};
inline constexpr std::chrono::milliseconds kPatient{120'000};

inline bool is_true_in_time(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + kFarTooLong;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

// The crew's news until the condition holds of all of them together.
inline CrewNews news_until(Crew& crew, const std::function<bool(const CrewNews&)>& condition) {
  CrewNews all;
  const auto end = std::chrono::steady_clock::now() + kFarTooLong;
  while (!condition(all) && std::chrono::steady_clock::now() < end) {
    std::vector<pollfd> waiting = crew.descriptors();
    ::poll(waiting.data(), waiting.size(), static_cast<int>(crew.until_late().count()));
    CrewNews news = crew.news();
    std::move(news.lines.begin(), news.lines.end(), std::back_inserter(all.lines));
    all.ends.insert(all.ends.end(), news.ends.begin(), news.ends.end());
  }
  return all;
}
inline CrewNews news_until_ends(Crew& crew, std::size_t ends = 1) {
  return news_until(crew, [ends](const CrewNews& news) { return news.ends.size() >= ends; });
}
inline CrewNews news_until_lines(Crew& crew, std::size_t lines = 1) {
  return news_until(crew, [lines](const CrewNews& news) { return news.lines.size() >= lines; });
}

inline std::vector<pid_t> children_of_this_process() {
  std::ifstream list("/proc/thread-self/children");
  std::vector<pid_t> found;
  for (pid_t child = 0; list >> child;) found.push_back(child);
  return found;
}

// A zombie is not running any more.
inline bool is_running(pid_t process) {
  std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
  std::string text;
  std::getline(stat, text);
  const std::size_t name = text.rfind(')');
  return name != std::string::npos && name + 2 < text.size() && text[name + 2] != 'Z';
}

inline std::size_t open_descriptors() {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd"))
    ++count;
  return count;
}

// Descriptors of pipes. In a job, those that were not there before are its own.
inline std::set<int> open_pipes() {
  std::set<int> found;
  for (int descriptor = 3; descriptor < 256; ++descriptor)
    if (::fcntl(descriptor, F_GETPIPE_SZ) > 0) found.insert(descriptor);
  return found;
}
inline std::vector<int> pipes_other_than(const std::set<int>& before) {
  std::vector<int> found;
  for (int descriptor : open_pipes())
    if (!before.contains(descriptor)) found.push_back(descriptor);
  return found;
}

// A job that says who it is, and then what `more` does.
inline Job named_job(JobId id, std::function<int(JobPipe&)> more,
                     std::chrono::milliseconds patience = kPatient) {
  return {id, patience, [more = std::move(more)](JobPipe& pipe) {
            pipe.tell(std::to_string(::getpid()));
            return more(pipe);
          }};
}
[[noreturn]] inline void sleep_for_ever() {
  for (;;) ::pause();
}

}  // namespace biaoshen
