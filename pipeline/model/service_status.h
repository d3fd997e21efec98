// What a watch or batch is doing, for OUT/status.json and the head of OUT/index.html.
//
// Values only; pipeline/app/ fills them in; written by pipeline/service/status_json.h and
// templates/batch/status_section.h. Tested by tests/service/status_json_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace biaoshen {

// Times are RFC 3339 with the offset of the local time zone: 2026-03-01T08:00:00+08:00.
struct StatusWaiting {
  std::string name;
  std::string waits_for;  // settle, upload, archive, permission, refused
  std::string detail;     // the file that it waits for; why it is refused
  std::string since;
  double seconds_left = 0;  // of the settle time
  bool operator==(const StatusWaiting&) const = default;
};
struct StatusRunning {
  std::string name, since;
  std::string doing;  // read, check, write
  std::string path;   // of the file
  std::uint64_t file = 0, files = 0, page = 0, pages = 0;
  int attempt = 1;
  bool operator==(const StatusRunning&) const = default;
};
struct StatusDone {
  std::string name, folder, finished, verdict, duplicate_of;
  int revision = 1;
  bool operator==(const StatusDone&) const = default;
};
struct StatusQuarantined {
  std::string name, folder, reason, since;
  bool has_result = false;
  bool operator==(const StatusQuarantined&) const = default;
};

struct ServiceStatus {
  std::string command;     // watch, batch
  std::string state;       // running, paused, stopping, stopped
  std::string paused_for;  // the error and its remedy; empty: it is not
  std::string tool_version, inbox, out, started, written;
  std::int64_t process = 0;
  std::string events;  // inotify, poll
  std::string why_poll;
  std::string last_scan;                  // of the last complete one; empty: none yet
  double scan_age = 0, scan_seconds = 0;  // seconds
  double poll_seconds = 0;
  std::uint64_t entries = 0, done = 0;
  std::uint64_t waiting_more = 0, queued_more = 0;  // not in `waiting`, not in `queued`
  std::uint64_t refused = 0;                        // of all that wait: for good
  std::vector<StatusWaiting> waiting;
  std::vector<std::string> queued;
  std::vector<StatusRunning> running;
  std::vector<StatusQuarantined> quarantined;
  std::vector<StatusDone> recent;  // the last ones done, newest first
  bool operator==(const ServiceStatus&) const = default;
};

}  // namespace biaoshen
