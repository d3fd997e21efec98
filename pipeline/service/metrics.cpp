#include "pipeline/service/metrics.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string_view>

#include "pipeline/base/open_plain.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/base/write_all.h"

namespace biaoshen {
namespace {

std::string number(double value) {
  std::array<char, 64> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                 std::chars_format::fixed, 3);
  return {digits.data(), end.ptr};
}
std::string number(std::uint64_t value) {
  return std::to_string(value);
}

// As the format wants it between quotes.
std::string escaped(std::string_view value) {
  std::string text;
  for (char c : value) {
    if (c == '\\' || c == '"') text += '\\';
    text += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return text;
}

class Exposition {
 public:
  void family(std::string_view name, std::string_view type, std::string_view help) {
    name_ = name;
    text_ += "# HELP " + name_ + " ";
    text_ += help;
    text_ += "\n# TYPE " + name_ + " ";
    text_ += type;
    text_ += '\n';
  }
  template <typename Value>
  void sample(Value value, std::string_view suffix = {}) {
    text_ += name_;
    text_ += suffix;
    text_ += " " + number(value) + "\n";
  }
  void sample(std::string_view label, std::string_view is, std::uint64_t value) {
    text_ += name_ + "{" + std::string(label) + "=\"" + escaped(is) + "\"} " + number(value) + "\n";
  }
  void samples(std::string_view label, const std::map<std::string, std::uint64_t>& values) {
    for (const auto& [is, value] : values) sample(label, is, value);
  }
  std::string take() { return std::move(text_); }

 private:
  std::string name_, text_;
};

}  // namespace

std::string metrics_text(const ServiceMetrics& metrics) {
  Exposition text;
  text.family("biaoshen_build_info", "gauge", "Always 1; the version of the program.");
  text.sample("version", metrics.version, 1);
  text.family("biaoshen_dossiers", "gauge", "Dossiers of the inbox by what is with them.");
  text.samples("state", metrics.dossiers);
  text.family("biaoshen_reviews_total", "counter",
              "Reviews published since the start, by verdict.");
  text.samples("verdict", metrics.reviews);
  text.family("biaoshen_review_seconds", "summary", "How long the published reviews took.");
  std::uint64_t reviews = 0;
  for (const auto& [verdict, count] : metrics.reviews) reviews += count;
  text.sample(metrics.review_seconds, "_sum");
  text.sample(reviews, "_count");
  text.family("biaoshen_pages_total", "counter", "Pages of the published reviews since the start.");
  text.sample(metrics.pages);
  text.family("biaoshen_worker_deaths_total", "counter",
              "Reviews whose process died or was ended since the start, by how.");
  text.samples("how", metrics.worker_deaths);
  if (metrics.last_scan > 0) {
    text.family("biaoshen_last_scan_timestamp_seconds", "gauge",
                "When the inbox was last looked through completely.");
    text.sample(metrics.last_scan);
  }
  if (metrics.last_success > 0) {
    text.family("biaoshen_last_success_timestamp_seconds", "gauge",
                "When a result was last published, or all were found to be current.");
    text.sample(metrics.last_success);
  }
  text.family("biaoshen_paused", "gauge", "1 while results cannot be written.");
  text.sample(std::uint64_t{metrics.is_paused});
  text.family("biaoshen_cache_bytes", "gauge", "Size of the cache of recognised pictures.");
  text.sample(metrics.cache_bytes);
  return text.take();
}

Result<void> write_metrics(const std::filesystem::path& file, const ServiceMetrics& metrics) {
  // The collector reads names that end in .prom only.
  const std::filesystem::path made =
      file.parent_path() / ("." + file.filename().string() + "." + std::to_string(::getpid()));
  ::unlink(made.c_str());
  Descriptor out(::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  const bool is_done = out.value() >= 0 && write_all(out.value(), metrics_text(metrics)) &&
                       ::fchmod(out.value(), 0644) == 0 &&  // the collector is another user
                       ::close(out.release()) == 0 && ::rename(made.c_str(), file.c_str()) == 0;
  if (is_done) return {};
  const int error = errno;
  ::unlink(made.c_str());
  return fail(ErrorCode::output, readable_name(file.string()).text + ": cannot be written (" +
                                     std::strerror(error) + "); --metrics names another file");
}

}  // namespace biaoshen
