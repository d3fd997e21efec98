#include "pipeline/app/publicity_command.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "checkers/calendar/working_period.h"
#include "pipeline/app/program.h"
#include "templates/json/evidence_json.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr int kPlannedDays = 15;  // by the plan

// What a notice of `days` rests on, besides the notices of the calendar.
std::vector<Citation> grounds(int days) {
  std::vector<Citation> all;
  if (days == kPlannedDays)
    all.push_back({"《高质量团体标准评价工作实施方案》", "二（五）5.汇总与公示 2）",
                   "向社会公示15个工作日。"});
  all.push_back({"《中华人民共和国民法典》", "第二百零一条",
                 "按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。"});
  return all;
}

// A calendar is small; what is larger is none, and the reader of calendars says so.
Result<std::string> start_of_file(const fs::path& path) {
  constexpr std::size_t kMore = 100'000;
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorCode::input, path.string() + ": cannot be opened");
  std::string text(kMore, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

Result<void> add_year(HolidayCalendar& calendar, const fs::path& path, int year) {
  const auto text = start_of_file(path);
  if (!text) return tl::unexpected(text.error());
  ReadCalendarYear read = read_calendar_year(*text, year);
  std::string mistakes;
  for (const CalendarMistake& mistake : read.mistakes)
    mistakes += (mistakes.empty() ? "" : "\n") + path.string() + ":" +
                std::to_string(mistake.line) + ": " + mistake.message;
  if (!read.year) return fail(ErrorCode::input, mistakes);
  calendar.insert_or_assign(year, std::move(*read.year));
  return {};
}

// The secretariat's own years take the place of shipped ones.
Result<void> add_folder(HolidayCalendar& calendar, const fs::path& folder) {
  std::error_code error;
  std::size_t years = 0;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const auto year = year_of_file(it->path().filename().string());
    if (!year) continue;
    if (auto added = add_year(calendar, it->path(), *year); !added) return added;
    ++years;
  }
  if (error) return fail(ErrorCode::input, folder.string() + ": " + error.message());
  if (years == 0)
    return fail(ErrorCode::input, folder.string() + ": no calendar in it; one is called 2027.txt");
  return {};
}

Result<HolidayCalendar> calendar_of(const PublicityOptions& options) {
  auto calendar = shipped_calendar();
  if (!calendar || options.calendars.empty()) return calendar;
  if (auto added = add_folder(*calendar, options.calendars); !added)
    return tl::unexpected(added.error());
  return calendar;
}

int report_missing(int year) {
  const std::string name = std::to_string(year);
  return report(
      {ErrorCode::input,
       terminal_language() == Language::zh
           ? "没有" + name + "年的放假安排，不作推算；请按国务院办公厅的通知写成 " + name +
                 ".txt，用 --calendars 指明所在文件夹（写法见 checkers/calendar/README.md）"
           : "no holidays of " + name + " are known, and none are guessed; write " + name +
                 ".txt from the notice of the State Council and give its folder with --calendars "
                 "(checkers/calendar/README.md says how)"});
}

Json json_of(const WorkingPeriod& period, const HolidayCalendar& calendar) {
  Json skipped = Json::array(), weekends = Json::array(), calendars = Json::array(),
       cites = Json::array();
  for (const Holiday& holiday : period.skipped)
    skipped.push_back({{"name", holiday.name},
                       {"first", to_string(holiday.first)},
                       {"last", to_string(holiday.last)}});
  for (const Date& day : period.working_weekends) weekends.push_back(to_string(day));
  for (int year : period.years) {
    Json notices = Json::array();
    for (const HolidayNotice& notice : calendar.at(year).notices)
      notices.push_back({{"number", notice.number}, {"title", notice.title}});
    calendars.push_back({{"year", year}, {"notices", std::move(notices)}});
  }
  for (const Citation& cite : grounds(period.days))
    cites.push_back(
        {{"instrument", cite.instrument}, {"clause", cite.clause}, {"quote", cite.quote}});
  return {{"schema", "biaoshen/publicity/1"},
          {"from", to_string(period.from)},
          {"days", period.days},
          {"first", to_string(period.first)},
          {"last", to_string(period.last)},
          {"skipped", std::move(skipped)},
          {"working_weekends", std::move(weekends)},
          {"calendars", std::move(calendars)},
          {"cites", std::move(cites)}};
}

// 2026-10-08（周四）
std::string with_weekday(const Date& date, Language language) {
  constexpr std::string_view kZh[] = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
  constexpr std::string_view kEn[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  const auto day = std::chrono::year(date.year) / date.month / date.day;
  const auto index = std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding() - 1;
  return language == Language::zh ? to_string(date) + "（" + std::string(kZh[index]) + "）"
                                  : to_string(date) + " (" + std::string(kEn[index]) + ")";
}

std::string skipped_in_words(const WorkingPeriod& period, bool zh) {
  std::string out;
  for (const Holiday& holiday : period.skipped) {
    const std::string first = to_string(holiday.first), last = to_string(holiday.last);
    out += (out.empty() ? "" : zh ? "；" : "; ") + holiday.name + " " + first;
    if (first != last) out += (zh ? " 至 " : " to ") + last;
  }
  return out;
}

void print(const WorkingPeriod& period, const HolidayCalendar& calendar, Language language) {
  const bool zh = language == Language::zh;
  const std::string days = std::to_string(period.days);
  std::cout << (zh ? "公示截止：" : "last day:          ") << with_weekday(period.last, language)
            << '\n'
            << (zh ? "公布日：" : "published:         ") << with_weekday(period.from, language)
            << (zh ? "，当日不计入\n" : ", not counted\n")
            << (zh ? "公示期：" + days + "个工作日，" : "working days:      " + days + ", ")
            << with_weekday(period.first, language) << (zh ? " 至 " : " to ")
            << with_weekday(period.last, language) << '\n';
  if (!period.skipped.empty())
    std::cout << (zh ? "跳过的节假日：" : "holidays skipped:  ") << skipped_in_words(period, zh)
              << '\n';
  if (!period.working_weekends.empty()) {
    std::cout << (zh ? "计入的周末上班日：" : "weekends worked:   ");
    for (const Date& day : period.working_weekends)
      std::cout << (day == period.working_weekends.front() ? ""
                    : zh                                   ? "、"
                                                           : ", ")
                << with_weekday(day, language);
    std::cout << '\n';
  }
  std::cout << (zh ? "依据：\n" : "rests on:\n");
  for (const Citation& cite : grounds(period.days))
    std::cout << "  " << cite.instrument << ' ' << cite.clause << "：“" << cite.quote << "”\n";
  for (int year : period.years)
    for (const HolidayNotice& notice : calendar.at(year).notices)
      std::cout << "  《" << notice.title << "》（" << notice.number << "）\n";
}

}  // namespace

int publicity_command(const PublicityOptions& options) {
  const auto from = parse_date(options.from);
  if (!from)
    return report({ErrorCode::usage, "--from " + options.from + ": not a date; write YYYY-MM-DD"});
  const auto calendar = calendar_of(options);
  if (!calendar) return report(calendar.error());
  const auto period = working_period(*calendar, *from, options.days);
  if (!period) return report_missing(period.error().year);
  if (options.form == Form::json)
    std::cout << json_text(json_of(*period, *calendar));
  else
    print(*period, *calendar, terminal_language());
  return 0;
}

}  // namespace biaoshen
