// What a watch or batch has done, one JSON object a line: {"time": …, "level": …, "event": …,
// "dossier": …, …}. For machines and for finding out later; people at the terminal or the journal
// are told by say_line(). Bounded: kLogBytes in each of kLogFiles files, log.jsonl, log.1.jsonl, …
//
// Never throws and never stops the program: a log that cannot be written is said once, and tried
// again later. Names of outsiders are made visible. Tested by tests/service/run_log_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/model/presentation.h"

namespace biaoshen {

enum class LogLevel : unsigned char { info, warning, error };

struct LogField {
  std::string name;
  std::variant<std::string, std::int64_t, double, bool> value;
};

inline constexpr std::size_t kLogBytes = 10 << 20, kLogFiles = 5;

class RunLog {
 public:
  // An empty path: nothing is written.
  RunLog(std::filesystem::path file, Language language, std::size_t bytes_a_file = kLogBytes);
  ~RunLog();
  RunLog(const RunLog&) = delete;
  RunLog& operator=(const RunLog&) = delete;

  // `dossier` may be empty; then the member is absent.
  void write(LogLevel level, std::string_view event, std::string_view dossier = {},
             const std::vector<LogField>& fields = {});

 private:
  class File;
  void put(const std::string& line);

  std::filesystem::path path_;
  Language language_;
  std::size_t bytes_a_file_;
  std::unique_ptr<File> file_;  // none: to be opened
  bool is_complained_of_ = false;
  std::chrono::steady_clock::time_point next_try_;
};

// One line on stderr, with its level where the journal reads it. `message` is for people, in their
// language; control characters in it are made visible.
void say_line(LogLevel level, std::string_view message);

}  // namespace biaoshen
