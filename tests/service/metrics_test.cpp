#include "pipeline/service/metrics.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "scratch_folder.h"

using namespace biaoshen;

namespace {

ServiceMetrics sample_metrics() {
  ServiceMetrics metrics;
  metrics.version = "0.1.0";
  metrics.dossiers = {{"done", 40}, {"waiting", 2}};
  metrics.reviews = {{"ready", 30}, {"return", 12}};
  metrics.worker_deaths = {{"crashed", 1}};
  metrics.review_seconds = 61.25;
  metrics.pages = 12'345'678'901;
  metrics.last_scan = 1'772'323'200.5;
  metrics.cache_bytes = 7;
  return metrics;
}

// Samples by name and labels; fails on what the format does not allow: a sample of no family, a
// family twice or without HELP and TYPE, a sample twice, a last line without its end.
std::map<std::string, double> samples_in(const std::string& text) {
  REQUIRE(text.ends_with("\n"));
  std::map<std::string, double> samples;
  std::set<std::string> helped;
  std::string family, type;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    std::istringstream words(line);
    std::string mark, kind, name;
    if (line.starts_with("# HELP ")) {
      words >> mark >> kind >> family;
      CHECK(helped.insert(family).second);
      type.clear();
    } else if (line.starts_with("# TYPE ")) {
      words >> mark >> kind >> name >> type;
      CHECK(name == family);
      CHECK(std::set<std::string>{"gauge", "counter", "summary"}.contains(type));
    } else {
      REQUIRE_FALSE(type.empty());
      const std::size_t value = line.rfind(' ');
      REQUIRE(value != std::string::npos);
      const std::string sample = line.substr(0, value);
      const std::string bare = sample.substr(0, sample.find('{'));
      CHECK((bare == family ||
             (type == "summary" && (bare == family + "_sum" || bare == family + "_count"))));
      CHECK(samples.emplace(sample, std::stod(line.substr(value + 1))).second);
    }
  }
  return samples;
}

}  // namespace

TEST_CASE("figures are written in Prometheus' text format") {
  const std::map<std::string, double> samples = samples_in(metrics_text(sample_metrics()));
  const auto value = [&](const std::string& name) {
    CAPTURE(name);
    REQUIRE(samples.contains(name));
    return samples.at(name);
  };
  CHECK(value("biaoshen_build_info{version=\"0.1.0\"}") == 1);
  CHECK(value("biaoshen_dossiers{state=\"done\"}") == 40);
  CHECK(value("biaoshen_dossiers{state=\"waiting\"}") == 2);
  CHECK(value("biaoshen_reviews_total{verdict=\"return\"}") == 12);
  CHECK(value("biaoshen_review_seconds_sum") == 61.25);
  CHECK(value("biaoshen_review_seconds_count") == 42);
  CHECK(value("biaoshen_pages_total") == 12'345'678'901);
  CHECK(value("biaoshen_worker_deaths_total{how=\"crashed\"}") == 1);
  CHECK(value("biaoshen_last_scan_timestamp_seconds") == 1'772'323'200.5);
  CHECK(value("biaoshen_paused") == 0);
  CHECK(value("biaoshen_cache_bytes") == 7);
}

TEST_CASE("what has not happened yet has no time") {
  const std::string text = metrics_text(sample_metrics());
  CHECK(text.find("biaoshen_last_scan_timestamp_seconds") != std::string::npos);
  CHECK(text.find("biaoshen_last_success_timestamp_seconds") == std::string::npos);
}

TEST_CASE("a label cannot break out of its quotes") {
  ServiceMetrics metrics = sample_metrics();
  metrics.version = "1\"} 2\nx \\";
  const std::string text = metrics_text(metrics);
  CHECK(text.find("{version=\"1\\\"} 2\\nx \\\\\"} 1\n") != std::string::npos);
}

TEST_CASE("the file is replaced whole, readable for others, and nothing else is left") {
  const ScratchFolder folder;
  const std::filesystem::path file = folder / "biaoshen.prom";
  std::ofstream(file) << "old";
  const mode_t mask = ::umask(0077);
  const Result<void> written = write_metrics(file, sample_metrics());
  ::umask(mask);
  REQUIRE(written);
  CHECK(bytes_of(file) == metrics_text(sample_metrics()));
  struct stat about {};
  REQUIRE(::stat(file.c_str(), &about) == 0);
  CHECK((about.st_mode & 0777) == 0644);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a file that cannot be written is an error that names it, and the folder stays clean") {
  const ScratchFolder folder;
  std::filesystem::create_directories(folder / "taken/by a folder");
  for (const char* name : {"taken", "not there/biaoshen.prom"}) {
    const Result<void> written = write_metrics(folder / name, sample_metrics());
    CAPTURE(name);
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::output);
    CHECK(written.error().message.find(name) != std::string::npos);
  }
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}
