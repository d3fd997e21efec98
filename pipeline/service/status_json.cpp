#include "pipeline/service/status_json.h"

#include <nlohmann/json.hpp>

#include "pipeline/base/unseen.h"
#include "pipeline/base/untrusted_path.h"

namespace biaoshen {
namespace {

using Json = nlohmann::ordered_json;

std::string shown(const std::string& text) {
  return readable_name(text).text;
}
Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(shown(text));
}
Json or_null(std::uint64_t number) {
  return number == 0 ? Json(nullptr) : Json(number);
}

Json json_of(const StatusWaiting& row) {
  return {{"name", shown(row.name)},
          {"waits_for", row.waits_for},
          {"detail", or_null(row.detail)},
          {"since", or_null(row.since)},
          {"seconds_left", row.seconds_left}};
}

Json json_of(const StatusRunning& row) {
  return {
      {"name", shown(row.name)},     {"since", or_null(row.since)}, {"attempt", row.attempt},
      {"doing", or_null(row.doing)}, {"path", or_null(row.path)},   {"file", or_null(row.file)},
      {"files", or_null(row.files)}, {"page", or_null(row.page)},   {"pages", or_null(row.pages)}};
}

Json json_of(const StatusQuarantined& row) {
  return {{"name", shown(row.name)},
          {"folder", shown(row.folder)},
          {"reason", shown(row.reason)},
          {"since", or_null(row.since)},
          {"has_result", row.has_result}};
}

Json json_of(const StatusDone& row) {
  return {{"name", shown(row.name)},           {"folder", shown(row.folder)},
          {"finished", or_null(row.finished)}, {"verdict", or_null(row.verdict)},
          {"revision", row.revision},          {"duplicate_of", or_null(row.duplicate_of)}};
}

Json list(const std::vector<std::string>& names) {
  Json all = Json::array();
  for (const std::string& name : names) all.push_back(shown(name));
  return all;
}

template <typename Row>
Json list(const std::vector<Row>& rows) {
  Json all = Json::array();
  for (const Row& row : rows) all.push_back(json_of(row));
  return all;
}

Json counts(const ServiceStatus& status) {
  return {{"entries", status.entries},
          {"waiting", status.waiting.size() + status.waiting_more - status.refused},
          {"refused", status.refused},
          {"queued", status.queued.size() + status.queued_more},
          {"running", status.running.size()},
          {"done", status.done},
          {"quarantined", status.quarantined.size()}};
}

Json last_scan(const ServiceStatus& status) {
  if (status.last_scan.empty()) return nullptr;
  return {{"at", status.last_scan},
          {"age_seconds", status.scan_age},
          {"seconds", status.scan_seconds},
          {"entries", status.entries}};
}

}  // namespace

std::string status_json(const ServiceStatus& status) {
  const Json all = {{"schema", "biaoshen/status/1"},
                    {"tool", {{"name", "biaoshen"}, {"version", status.tool_version}}},
                    {"command", status.command},
                    {"state", status.state},
                    {"pid", status.process},
                    {"started", or_null(status.started)},
                    {"written", or_null(status.written)},
                    {"inbox", shown(status.inbox)},
                    {"out", shown(status.out)},
                    {"paused_for", or_null(status.paused_for)},
                    {"events", or_null(status.events)},
                    {"why_poll", or_null(status.why_poll)},
                    {"poll_seconds", status.poll_seconds},
                    {"last_scan", last_scan(status)},
                    {"counts", counts(status)},
                    {"waiting", list(status.waiting)},
                    {"queued", list(status.queued)},
                    {"running", list(status.running)},
                    {"quarantined", list(status.quarantined)},
                    {"recent", list(status.recent)}};
  return with_unseen_escaped(all.dump(1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace biaoshen
