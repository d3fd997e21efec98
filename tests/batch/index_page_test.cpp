#include "pipeline/app/index_page.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "sample_batch.h"
#include "sample_status.h"
#include "templates/batch/index_writer.h"

using namespace biaoshen;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

// An OUT of its own, and a clock that is moved by hand.
struct Fixture {
  fs::path out = fs::temp_directory_path() / ("biaoshen-index-page-" + std::to_string(::getpid()));
  IndexPage page{out, Language::zh};
  ServiceStatus status = sample_status();
  IndexPage::Instant now{1h};

  Fixture() {
    fs::remove_all(out);
    fs::create_directories(out);
  }
  ~Fixture() { fs::remove_all(out); }

  void leave(const std::string& compared) const {
    fs::create_directories((out / kComparedIndex).parent_path());
    std::ofstream(out / kComparedIndex, std::ios::binary) << compared;
  }
  void compare(const BatchReport& report) const {
    const auto index = write_index(report, Language::zh);
    REQUIRE(index);
    leave(*index);
  }
  std::string shown() const {
    std::stringstream bytes;
    bytes << std::ifstream(out / "index.html", std::ios::binary).rdbuf();
    return bytes.str();
  }
  bool shows(std::string_view text) const { return shown().find(text) != std::string::npos; }
  // Whether the page is written anew.
  bool is_published() {
    fs::remove(out / "index.html");
    REQUIRE(page.show(status, now));
    return fs::exists(out / "index.html");
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "before anything is compared the index has the status and no rows") {
  REQUIRE(page.show(status, now));
  CHECK(shows("正在值守"));
  CHECK(shows("还没有已审查的材料。"));
}

TEST_CASE_METHOD(Fixture, "the rows of the last comparison stand below the status") {
  compare(sample_batch());
  REQUIRE(page.show(status, now));
  CHECK(shows("正在值守"));
  CHECK(shows("人型机器人安全技术要求"));
}

TEST_CASE_METHOD(Fixture, "a comparison's page without a place for the status is passed over") {
  leave("<html></html>");
  REQUIRE(page.show(status, now));
  CHECK(shows("正在值守"));
}

TEST_CASE_METHOD(Fixture, "what has changed is published within a second") {
  CHECK(is_published());
  status.running[0].page = 4;
  now += 400ms;
  CHECK_FALSE(is_published());
  now += 600ms;
  CHECK(is_published());
  CHECK(shows("第 4/12 页"));
}

TEST_CASE_METHOD(Fixture, "a new comparison is published without any change of the status") {
  CHECK(is_published());
  compare(sample_batch());
  now += 1s;
  CHECK(is_published());
  CHECK(shows("人型机器人安全技术要求"));
}

TEST_CASE_METHOD(Fixture, "that only time has passed is published every ten seconds") {
  CHECK(is_published());
  status.written = status.last_scan = "2026-03-01T08:00:21+08:00";
  status.scan_age = 9;
  status.waiting[0].seconds_left = 3;
  now += 9s;
  CHECK_FALSE(is_published());
  now += 1s;
  CHECK(is_published());
  CHECK(shows("08:00:21"));
}

TEST_CASE_METHOD(Fixture, "that it stops or pauses is published at once") {
  CHECK(is_published());
  status.state = "stopped";
  CHECK(is_published());
  CHECK(shows("已停止"));
}

TEST_CASE_METHOD(Fixture, "a long page is published more rarely") {
  BatchReport report = sample_batch();
  report.rows.assign(12'000, report.rows[0]);
  for (std::size_t i = 0; i < report.rows.size(); ++i)
    report.rows[i].name = report.rows[i].folder = "材料 " + std::to_string(i);
  compare(report);
  CHECK(is_published());
  const auto megabytes = fs::file_size(out / "index.html") / 1'000'000;
  REQUIRE(megabytes >= 2);
  REQUIRE(megabytes < 6);
  status.queued_more = 8;
  now += 1s;
  CHECK_FALSE(is_published());
  now += std::chrono::seconds(megabytes - 1);
  CHECK(is_published());
  now += std::chrono::seconds(10 * megabytes - 1);  // nothing but the time is new
  CHECK_FALSE(is_published());
  now += 1s;
  CHECK(is_published());
}

TEST_CASE_METHOD(Fixture, "an OUT that cannot be written is an error, and is tried again") {
  const fs::path away = out.string() + "-away";
  fs::rename(out, away);
  std::ofstream(out) << "no folder";
  const auto done = page.show(status, now);
  REQUIRE_FALSE(done);
  CHECK(done.error().code == ErrorCode::output);
  fs::remove(out);
  fs::rename(away, out);
  CHECK(is_published());
}
