#include "templates/batch/status_section.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <kainjow/mustache.hpp>
#include <vector>

#include "templates/batch/joint_data.h"
#include "templates/html/page_marks.h"
#include "templates/html/page_template.h"
#include "templates/html/template_data.h"
#include "templates/shown_text.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

constexpr std::size_t kLongestLine = 200, kLongestError = 1000;
constexpr std::size_t kListed = 12, kListedNames = 30;
constexpr double kSilentAfter = 120;  // seconds without a new page, or three scans
// Pages without script are loaded again by the browser itself.
constexpr const char* kRefresh =
    "<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>";

using Pairs = std::initializer_list<std::pair<std::string_view, const char*>>;

// The words for a code of the status; the code itself where it is a new one.
std::string wording_of(Pairs keys, const std::string& code, Language language) {
  for (const auto& [known, key] : keys)
    if (known == code) return word(key, language);
  return code;
}

std::string whole(double seconds) {
  return std::to_string(std::llround(std::max(0.0, seconds)));
}

class StatusData {
 public:
  StatusData(const ServiceStatus& status, const Presentation& presentation)
      : status_(status), presentation_(presentation), language_(presentation.language) {}

  data all() const;

 private:
  void add_head(data& page) const;
  void add_alarms(data& page) const;
  void add_waiting(data& page) const;

  data text(const std::string& value, std::size_t longest = kLongestLine) const {
    return text_data(brief(value, longest, presentation_.personal_data));
  }
  std::string in_words(std::string_view key, Filling filling = {}) const {
    return phrase(key, language_, filling);
  }
  std::string moment(const std::string& time) const;
  std::string written() const {
    return status_.written.substr(0, 10) + " " + moment(status_.written);
  }
  data since(const std::string& time) const {
    return text_data(time.empty() ? "" : in_words("watch.since", {{"time", moment(time)}}));
  }
  data nth_revision(int revision) const {
    return text_data(revision > 1 ? in_words("batch.revision", {{"n", std::to_string(revision)}})
                                  : "");
  }
  std::string ago(double seconds) const;
  double silent_after() const {
    return std::max(kSilentAfter, 3 * (status_.poll_seconds + status_.scan_seconds));
  }

  data one(const StatusRunning& running) const;
  data one(const StatusWaiting& waiting) const;
  data one(const std::string& queued) const;
  data one(const StatusQuarantined& quarantined) const;
  data one(const StatusDone& done) const;

  // NAME, has_NAME, NAME_count and more_NAME, which says how many of `all` are not listed.
  template <typename Rows>
  void add(data& page, const std::string& name, const Rows& rows, std::size_t most,
           std::size_t all) const {
    list out;
    for (const auto& row : rows) {
      if (out.size() == most) break;
      out.push_back(one(row));
    }
    page["has_" + name] = !out.empty();
    page[name + "_count"] = std::to_string(all);
    page["more_" + name] = text_data(
        all == out.size() ? ""
                          : in_words("watch.more", {{"count", std::to_string(all - out.size())}}));
    page[name] = data(out);
  }

  const ServiceStatus& status_;
  const Presentation& presentation_;
  const Language language_;
};

// 2026-03-01T08:00:12+08:00 as 08:00:12 on the day of the page, else as 2026-03-01 08:00.
std::string StatusData::moment(const std::string& time) const {
  constexpr std::size_t kDay = 10, kSecond = 19;
  if (time.size() < kSecond) return time;
  return time.compare(0, kDay, status_.written, 0, kDay) == 0
             ? time.substr(kDay + 1, 8)
             : time.substr(0, kDay) + " " + time.substr(kDay + 1, 5);
}

std::string StatusData::ago(double seconds) const {
  if (seconds < 120) return in_words("watch.ago.seconds", {{"count", whole(seconds)}});
  if (seconds < 7200) return in_words("watch.ago.minutes", {{"count", whole(seconds / 60)}});
  return in_words("watch.ago.hours", {{"count", whole(seconds / 3600)}});
}

data StatusData::one(const StatusRunning& running) const {
  data out;
  out["name"] = text(running.name);
  out["path"] = text(running.path);
  out["file"] = in_words("watch.file", {{"file", std::to_string(running.file)},
                                        {"files", std::to_string(running.files)}});
  out["page"] = text_data(running.pages == 0
                              ? ""
                              : in_words("watch.page", {{"page", std::to_string(running.page)},
                                                        {"pages", std::to_string(running.pages)}}));
  out["doing"] = wording_of({{"read", "watch.doing.read"},
                             {"check", "watch.doing.check"},
                             {"write", "watch.doing.write"}},
                            running.doing, language_);
  out["since"] = since(running.since);
  out["attempt"] = text_data(
      running.attempt > 1 ? in_words("watch.attempt", {{"n", std::to_string(running.attempt)}})
                          : "");
  return out;
}

data StatusData::one(const StatusWaiting& waiting) const {
  data out;
  out["name"] = text(waiting.name);
  out["reason"] = waiting.waits_for == "settle"
                      ? in_words("watch.wait.settle", {{"count", whole(waiting.seconds_left)}})
                      : wording_of({{"upload", "watch.wait.upload"},
                                    {"archive", "watch.wait.archive"},
                                    {"permission", "watch.wait.permission"}},
                                   waiting.waits_for, language_);
  out["detail"] = text(waiting.detail);
  out["since"] = since(waiting.since);
  return out;
}

data StatusData::one(const std::string& queued) const {
  data out;
  out["name"] = text(queued);
  return out;
}

data StatusData::one(const StatusQuarantined& quarantined) const {
  data out;
  out["name"] = text(quarantined.name);
  out["link"] = text_data(quarantined.has_result ? result_link("", quarantined.folder) : "");
  out["reason"] = text(quarantined.reason);
  out["since"] = since(quarantined.since);
  return out;
}

data StatusData::one(const StatusDone& done) const {
  data out;
  out["name"] = text(done.name);
  out["link"] = result_link("", done.folder);
  out["ending"] = wording_of(
      {{"return", "verdict.return"}, {"review", "verdict.review"}, {"ready", "verdict.ready"}},
      done.verdict, language_);
  out["revision"] = nth_revision(done.revision);
  out["duplicate_of"] = text(
      done.duplicate_of.empty() ? "" : in_words("batch.same-as", {{"name", done.duplicate_of}}));
  out["finished"] = text_data(moment(done.finished));
  return out;
}

void StatusData::add_head(data& page) const {
  page["mark"] = text(status_.state);
  page["state"] = wording_of({{"running", "watch.state.running"},
                              {"paused", "watch.state.paused"},
                              {"stopping", "watch.state.stopping"},
                              {"stopped", "watch.state.stopped"}},
                             status_.state, language_);
  page["last_scan"] = text_data(moment(status_.last_scan));
  page["last_scan_at"] = text(status_.last_scan);
  page["scan_age"] = whole(status_.scan_age);
  page["scan_ago"] = ago(status_.scan_age);
  page["sums"] = in_words("watch.sums", {{"entries", std::to_string(status_.entries)},
                                         {"done", std::to_string(status_.done)}});
  const std::string every = whole(status_.poll_seconds);
  page["how"] =
      text(status_.events == "poll"
               ? in_words("watch.by-poll",
                          {{"every", every}, {"why", status_.why_poll}, {"inbox", status_.inbox}})
               : in_words("watch.by-events", {{"every", every}, {"inbox", status_.inbox}}),
           kLongestError);
  page["since"] = text(in_words("watch.started", {{"tool", status_.tool_version},
                                                  {"process", std::to_string(status_.process)},
                                                  {"time", moment(status_.started)}}));
  page["written"] = text(status_.written);
  page["written_at"] = text_data(written());
}

void StatusData::add_alarms(data& page) const {
  const bool is_over = status_.state == "stopped";
  page["paused_for"] = text(status_.paused_for, kLongestError);
  page["scan_late"] =
      text_data(!is_over && status_.scan_age > silent_after()
                    ? in_words("watch.scan-late.remedy", {{"every", whole(status_.poll_seconds)}})
                    : "");
  page["can_stop"] = !is_over;
  page["limit"] = whole(silent_after());
  page["silent"] = in_words("watch.silent.remedy", {{"time", written()}});
}

// What is refused waits for nothing: somebody has to do something about it.
void StatusData::add_waiting(data& page) const {
  std::vector<StatusWaiting> waiting, refused;
  for (const StatusWaiting& one : status_.waiting)
    (one.waits_for == "refused" ? refused : waiting).push_back(one);
  const std::size_t all = status_.waiting.size() + static_cast<std::size_t>(status_.waiting_more);
  const std::size_t all_refused =
      std::max(refused.size(), static_cast<std::size_t>(status_.refused));
  add(page, "waiting", waiting, kListed, all - std::min(all, all_refused));
  add(page, "refused", refused, kListed, all_refused);
}

data StatusData::all() const {
  data page;
  add_head(page);
  add_alarms(page);
  add(page, "running", status_.running, kListed, status_.running.size());
  add_waiting(page);
  add(page, "queued", status_.queued, kListedNames,
      status_.queued.size() + static_cast<std::size_t>(status_.queued_more));
  add(page, "quarantined", status_.quarantined, kListed, status_.quarantined.size());
  add(page, "recent", status_.recent, kListed, status_.recent.size());
  return page;
}

}  // namespace

Result<std::string> with_status(std::string_view page, const ServiceStatus& status,
                                const Presentation& presentation) {
  auto section = render_template("status_section.mustache", StatusData(status, presentation).all(),
                                 presentation);
  if (!section) return section;
  return with_parts(page, {{"refresh", kRefresh}, {"status", std::move(*section)}});
}

}  // namespace biaoshen
