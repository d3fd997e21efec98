#include "pipeline/service/run_log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "pipeline/base/untrusted_path.h"
#include "pipeline/service/local_time.h"

namespace biaoshen {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLongestText = 4 << 10;
constexpr std::chrono::seconds kBetweenTries{1};

std::string_view name_of(LogLevel level) {
  switch (level) {
    case LogLevel::info:
      return "info";
    case LogLevel::warning:
      return "warning";
    case LogLevel::error:
      return "error";
  }
  return "";
}

std::string shown(std::string_view text) {
  return readable_name(text.substr(0, kLongestText)).text;
}

Json shown(const LogField& field) {
  if (const auto* text = std::get_if<std::string>(&field.value)) return shown(*text);
  return std::visit([](const auto& value) { return Json(value); }, field.value);
}

// A line that the end of an earlier program cut short spoils no other.
void end_last_line(const std::filesystem::path& path) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary | std::ios::ate);
  if (!file || file.tellg() <= 0) return;
  file.seekg(-1, std::ios::end);
  if (file.get() == '\n') return;
  file.seekp(0, std::ios::end);
  file.put('\n');
}

// Whether stderr goes to the journal itself (systemd.exec(5), JOURNAL_STREAM).
bool is_journal() {
  const char* stream = std::getenv("JOURNAL_STREAM");
  struct stat about {};
  return stream != nullptr && ::fstat(STDERR_FILENO, &about) == 0 &&
         std::to_string(about.st_dev) + ":" + std::to_string(about.st_ino) == stream;
}

}  // namespace

class RunLog::File {
 public:
  File(const std::filesystem::path& path, std::size_t bytes)
      : sink_(ready(path), bytes, kLogFiles - 1) {
    sink_.set_pattern("%v");
  }
  void put(const std::string& line) {
    sink_.log(spdlog::details::log_msg("", spdlog::level::info, line));
    sink_.flush();
  }

 private:
  // Anything but a file could make us wait for ever.
  static std::string ready(const std::filesystem::path& path) {
    if (std::filesystem::exists(path) && !std::filesystem::is_regular_file(path))
      throw std::runtime_error("not a file");
    end_last_line(path);
    return path.string();
  }

  spdlog::sinks::rotating_file_sink_st sink_;
};

RunLog::RunLog(std::filesystem::path file, Language language, std::size_t bytes_a_file)
    : path_(std::move(file)), language_(language), bytes_a_file_(bytes_a_file) {}

RunLog::~RunLog() = default;

void RunLog::write(LogLevel level, std::string_view event, std::string_view dossier,
                   const std::vector<LogField>& fields) {
  if (path_.empty()) return;
  Json line = {{"time", local_time_now(TimeDetail::milliseconds)},
               {"level", name_of(level)},
               {"event", shown(event)}};
  if (!dossier.empty()) line["dossier"] = shown(dossier);
  for (const LogField& field : fields) line[field.name] = shown(field);
  put(line.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void RunLog::put(const std::string& line) {
  const auto now = std::chrono::steady_clock::now();
  if (is_complained_of_ && now < next_try_) return;
  try {
    if (!std::filesystem::exists(path_)) file_.reset();  // somebody removed it
    if (!file_) file_ = std::make_unique<File>(path_, bytes_a_file_);
    file_->put(line);
    is_complained_of_ = false;
  } catch (const std::exception& error) {
    file_.reset();
    next_try_ = now + kBetweenTries;
    if (std::exchange(is_complained_of_, true)) return;
    say_line(LogLevel::warning,
             language_ == Language::zh
                 ? "日志无法写入，程序继续运行：" + path_.string() + "：" + error.what()
                 : "the log cannot be written, going on without: " + path_.string() + ": " +
                       error.what());
  }
}

void say_line(LogLevel level, std::string_view message) {
  static constexpr const char* kPriorities[] = {"<6>", "<4>", "<3>"};  // sd-daemon(3)
  std::cerr << (is_journal() ? kPriorities[static_cast<std::size_t>(level)] : "")
            << readable_name(message).text << '\n'
            << std::flush;
}

}  // namespace biaoshen
