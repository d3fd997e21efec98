#include "pipeline/service/status_json.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "scratch_folder.h"

using namespace biaoshen;
using Json = nlohmann::json;

namespace {

const std::string kTime = "2026-03-01T08:00:00+08:00";

ServiceStatus busy_status() {
  ServiceStatus status;
  status.command = "watch";
  status.state = "paused";
  status.paused_for = "no space left";
  status.tool_version = "0.1.0";
  status.inbox = "/srv/收件";
  status.out = "/srv/out";
  status.started = status.written = status.last_scan = kTime;
  status.process = 4711;
  status.events = "poll";
  status.why_poll = "nfs";
  status.scan_age = 1.5;
  status.scan_seconds = 0.02;
  status.poll_seconds = 5;
  status.entries = 100;
  status.done = 90;
  status.queued_more = 3;
  status.waiting_more = 10;
  status.refused = 1;
  status.waiting = {{"甲", "settle", "", kTime, 12.5},
                    {"乙", "upload", "a.part", kTime, 0},
                    {"丙", "refused", "it is a device", kTime, 0}};
  status.queued = {"丁", "戊"};
  status.running = {{"己", kTime, "read", "附件2.pdf", 2, 5, 3, 12, 1},
                    {"庚", kTime, "check", "", 5, 5, 0, 0, 2}};
  status.quarantined = {{"辛", "辛", "its worker crashed twice", kTime, true}};
  status.recent = {{"壬", "壬", kTime, "return", "", 2}, {"癸", "癸", kTime, "return", "壬", 1}};
  return status;
}

// What the schema says against it; empty: nothing.
std::string objections(const std::string& json) {
  const ScratchFolder folder;
  std::ofstream(folder / "status.json", std::ios::binary) << json;
  const std::string command =
      "/usr/bin/python3 '" SOURCE_DIR "/tests/templates/validate_json.py' '" SOURCE_DIR
      "/pipeline/service/status.schema.json' '" +
      (folder / "status.json").string() + "' > '" + (folder / "said").string() + "' 2>&1";
  const int status = std::system(command.c_str());
  return status == 0 ? std::string() : "not valid: " + bytes_of(folder / "said");
}

}  // namespace

TEST_CASE("a busy watch and one that has just begun are told as the schema says") {
  CHECK(objections(status_json(busy_status())) == "");
  ServiceStatus begun;
  begun.command = "batch";
  begun.state = "running";
  CHECK(objections(status_json(begun)) == "");
}

TEST_CASE("the schema notices what is wrong") {
  ServiceStatus wrong = busy_status();
  wrong.waiting[0].waits_for = "godot";
  CHECK(objections(status_json(wrong)).find("godot") != std::string::npos);
  wrong = busy_status();
  wrong.written = "yesterday";
  CHECK(objections(status_json(wrong)).find("yesterday") != std::string::npos);
}

TEST_CASE("the counts count what the lists hold, and what they do not") {
  const Json all = Json::parse(status_json(busy_status()));
  const Json expected = {{"entries", 100}, {"waiting", 12}, {"refused", 1},    {"queued", 5},
                         {"running", 2},   {"done", 90},    {"quarantined", 1}};
  CHECK(all["counts"] == expected);
  CHECK(all["waiting"].size() == 3);
  CHECK(all["queued"] == Json({"丁", "戊"}));
}

TEST_CASE("what is running is told to the page; what is not known is null") {
  const Json all = Json::parse(status_json(busy_status()));
  const Json& reading = all["running"][0];
  CHECK(reading["name"] == "己");
  CHECK(reading["doing"] == "read");
  CHECK(reading["path"] == "附件2.pdf");
  CHECK(reading["file"] == 2);
  CHECK(reading["files"] == 5);
  CHECK(reading["page"] == 3);
  CHECK(reading["pages"] == 12);
  CHECK(all["running"][1]["page"].is_null());
  CHECK(all["running"][1]["path"].is_null());
  CHECK(all["recent"][0]["duplicate_of"].is_null());
  CHECK(all["recent"][1]["duplicate_of"] == "壬");
  CHECK(all["last_scan"]["age_seconds"] == 1.5);
  CHECK(all["paused_for"] == "no space left");
  CHECK(Json::parse(status_json({}))["last_scan"].is_null());
}

TEST_CASE("hostile names are readable JSON") {
  ServiceStatus status = busy_status();
  const std::string name = "a\n\"b\xff\x1b";
  status.inbox = status.waiting[0].name = status.waiting[0].detail = status.queued[0] =
      status.running[0].name = status.running[0].path = status.quarantined[0].name =
          status.quarantined[0].reason = status.recent[0].name = status.recent[0].duplicate_of =
              name;
  const std::string text = status_json(status);
  CHECK(objections(text) == "");
  const Json all = Json::parse(text);
  const std::string shown = all["queued"][0];
  CHECK(shown.find('\n') == std::string::npos);
  CHECK(shown.find('\x1b') == std::string::npos);
  CHECK(shown.starts_with("a\\n\"b"));
  for (const Json& other : {all["inbox"], all["waiting"][0]["name"], all["waiting"][0]["detail"],
                            all["running"][0]["name"], all["running"][0]["path"],
                            all["quarantined"][0]["name"], all["quarantined"][0]["reason"],
                            all["recent"][0]["name"], all["recent"][0]["duplicate_of"]})
    CHECK(other == shown);
}
