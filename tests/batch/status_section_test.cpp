#include "templates/batch/status_section.h"

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"
#include "sample_batch.h"
#include "sample_status.h"
#include "templates/batch/index_writer.h"
#include "tests/templates/html_reading.h"

using namespace biaoshen;

namespace {

std::string page_of(const ServiceStatus& status, Language language = Language::zh) {
  const auto index = write_index(BatchReport{"0.1.0", {}, {}, {}}, language);
  REQUIRE(index);
  const auto page = with_status(*index, status, language);
  REQUIRE(page);
  return *page;
}

std::string section_of(const ServiceStatus& status, Language language = Language::zh) {
  const std::string page = page_of(status, language);
  const std::size_t begin = page.find("<!--status-->"), end = page.find("<!--/status-->");
  REQUIRE(begin < end);
  return page.substr(begin, end - begin);
}

const std::string kAttack =
    "甲\"><script>alert(1)</script>\n<!--status-->'\u202E\xFF{{w-watch-more}}";

}  // namespace

TEST_CASE("the status tells what runs, what waits and for what, what was given up, what is done") {
  const std::string html = section_of(sample_status());
  for (const char* text : {"正在值守",
                           "08:00:09",
                           "3 秒前",
                           "收件 126 份，已有结果 117 份",
                           "北京示例技术协会",
                           "第 2/5 个文件",
                           "附件/应用证明.pdf",
                           "第 3/12 页",
                           "07:59:58 起",
                           "正在核查",
                           "第 2 次尝试",
                           "还须静置约 12 秒",
                           "申报书.docx.crdownload",
                           "压缩包尚不完整",
                           "没有读取权限",
                           "是符号链接，请放入文件本身",
                           "排队待审 10",
                           "另有 7 份",
                           "已隔离 1",
                           "读取程序两次中断（第 2 个文件 坏.pdf）",
                           "2026-02-28 23:11",
                           "退回补正",
                           "第 2 次提交",
                           "与“乙”内容相同",
                           "/srv/biaoshen/inbox"}) {
    INFO(text);
    CHECK(contains(html, text));
  }
  CHECK(attribute_values(html, "href").contains("%E4%B9%99/dossier.html"));
  CHECK(first_unbalanced_tag(page_of(sample_status())) == "");
}

TEST_CASE("a pause stands in the alarm with its remedy, and nothing is alarming without one") {
  ServiceStatus status = sample_status();
  CHECK_FALSE(contains(section_of(status), "审查已暂停"));
  CHECK_FALSE(contains(section_of(status), "扫描迟迟没有完成"));
  status.state = "paused";
  status.paused_for = "OUT 所在磁盘已满；请腾出空间，程序会自行继续";
  const std::string html = section_of(status);
  CHECK(contains(html, "审查已暂停"));
  CHECK(contains(html, status.paused_for));
  CHECK(html.find("请腾出空间") < html.find("正在审查"));
}

TEST_CASE("a scan that is overdue alarms, unless the watch has been stopped") {
  ServiceStatus status = sample_status();
  status.poll_seconds = 60;
  status.scan_seconds = 5;
  status.scan_age = 194;  // three times both
  CHECK_FALSE(contains(section_of(status), "扫描迟迟没有完成"));
  status.scan_age = 196;
  CHECK(contains(section_of(status), "扫描迟迟没有完成"));
  CHECK(contains(section_of(status), "3 分钟前"));
  CHECK(contains(section_of(status), "data-limit=\"195\""));
  status.state = "stopped";
  CHECK_FALSE(contains(section_of(status), "扫描迟迟没有完成"));
  CHECK_FALSE(contains(section_of(status), "data-limit"));
}

TEST_CASE("a watch that has just begun says that it has not scanned yet, and lists nothing") {
  ServiceStatus status;
  status.state = "running";
  status.events = "poll";
  status.why_poll = "nfs 不发事件";
  status.poll_seconds = 20;
  const std::string html = section_of(status);
  CHECK(contains(html, "第一次扫描尚未完成"));
  CHECK(contains(html, "每 20 秒扫描一次（nfs 不发事件）"));
  CHECK_FALSE(contains(html, "<li>"));
  CHECK(first_unbalanced_tag(page_of(status)) == "");
}

TEST_CASE("long lists are cut and say how much is missing") {
  ServiceStatus status = sample_status();
  status.waiting.assign(200, status.waiting.front());
  status.waiting.push_back(sample_status().waiting.back());
  status.waiting_more = 304;
  status.refused = 5;
  status.quarantined.assign(500, status.quarantined.front());
  status.queued.assign(50, "排队");
  status.queued_more = 9950;
  const std::string html = section_of(status);
  CHECK(contains(html, "等待 500"));
  CHECK(contains(html, "排队待审 10000"));
  CHECK(contains(html, "另有 488 份"));
  CHECK(contains(html, "不予受理 5"));
  CHECK(contains(html, "另有 4 份"));
  CHECK(contains(html, "另有 9970 份"));
  CHECK(html.size() < 30'000);
}

TEST_CASE("names and reasons from outside are shown as text in every place") {
  ServiceStatus status = sample_status();
  status.paused_for = status.why_poll = status.inbox = kAttack;
  status.events = "poll";
  for (auto& one : status.running) one.name = one.path = kAttack;
  for (auto& one : status.waiting) one.name = one.detail = kAttack;
  for (auto& one : status.queued) one = kAttack;
  for (auto& one : status.quarantined) one.name = one.folder = one.reason = kAttack;
  for (auto& one : status.recent) one.name = one.folder = one.duplicate_of = kAttack;
  const std::string page = page_of(status);
  CHECK(count(page, "<script") == 1);
  CHECK(count(page, "<!--status-->") == 1);
  CHECK(contains(page, "[U+202E]"));
  CHECK(contains(page, "{{w-watch-more}}"));
  CHECK(is_valid_utf8(page));
  CHECK(first_unbalanced_tag(page) == "");
  for (const std::string& link : attribute_values(page, "href"))
    CHECK(link.find_first_of("<>\"' ") == std::string::npos);
}

TEST_CASE("telephone numbers in names are masked") {
  ServiceStatus status = sample_status();
  status.queued = {"张三 13800138000"};
  CHECK(contains(section_of(status), "138****8000"));
}

TEST_CASE("a code that is new to this page is shown as it is") {
  ServiceStatus status = sample_status();
  status.waiting[0].waits_for = "moonrise";
  CHECK(contains(section_of(status), "moonrise"));
}

TEST_CASE("the English status has no Chinese words of ours") {
  ServiceStatus status = sample_status();
  const StatusDone done = {"A", "A", status.written, "ready", "B", 2};
  status.running = {{"A", status.started, "read", "a.pdf", 1, 2, 3, 4, 2}};
  status.waiting = {{"A", "settle", "", "", 3},
                    {"A", "upload", "", "", 0},
                    {"A", "archive", "", "", 0},
                    {"A", "permission", "", "", 0},
                    {"A", "refused", "", "", 0}};
  status.queued = {"A"};
  status.quarantined = {{"A", "A", "why", "", false}};
  status.recent = {done};
  status.scan_age = 100'000;
  CHECK_FALSE(has_han(section_of(status, Language::en)));
}

TEST_CASE("a new status takes the place of the old one, and all else of the page stays") {
  const auto index = write_index(sample_batch(), Language::zh);
  REQUIRE(index);
  ServiceStatus other = sample_status();
  other.queued = {"后来的"};
  const auto first = with_status(*index, sample_status(), Language::zh);
  REQUIRE(first);
  const auto second = with_status(*first, other, Language::zh);
  const auto afresh = with_status(*index, other, Language::zh);
  REQUIRE(second);
  REQUIRE(afresh);
  CHECK(*second == *afresh);
  const std::size_t end = index->find("<!--/status-->");
  CHECK(first->ends_with(index->substr(end)));
  CHECK(contains(*first, "<noscript><meta http-equiv=\"refresh\""));
}

TEST_CASE("a page without a place for the status is refused") {
  const auto page = with_status("<html></html>", sample_status(), Language::zh);
  REQUIRE_FALSE(page);
  CHECK(page.error().code == ErrorCode::internal);
}
