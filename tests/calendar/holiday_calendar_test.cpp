// A calendar's file: what it says, and every mistake in it with its line.
#include "checkers/calendar/holiday_calendar.h"

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/base/text.h"

using namespace biaoshen;

namespace {

const std::string kGood =
    "# 说明\n"
    "通知 国办发明电〔2029〕1号 国务院办公厅关于2030年部分节假日安排的通知\n"
    "放假 元旦 2029-12-30 2030-01-01\n"
    "上班 2029-12-29\n"
    "放假 春节 2030-02-02 2030-02-08\n"
    "放假 清明节 2030-04-05\n"
    "放假 劳动节 2030-05-01\n"
    "放假 端午节 2030-06-05\n"
    "放假 国庆节、中秋节 2030-10-01 2030-10-07\n";

// The mistakes of the good file with one line more, its tenth; "10: …".
std::vector<std::string> mistakes_with(const std::string& line) {
  std::vector<std::string> all;
  for (const CalendarMistake& mistake : read_calendar_year(kGood + line, 2030).mistakes)
    all.push_back(std::to_string(mistake.line) + ": " + mistake.message);
  return all;
}
bool is_wrong(const std::string& line, const std::string& why) {
  const auto found = mistakes_with(line);
  return found.size() == 1 && found[0].starts_with("10: ") && contains(found[0], why);
}

}  // namespace

TEST_CASE("a year is its notices, holidays and working weekends") {
  const ReadCalendarYear read = read_calendar_year(kGood, 2030);
  REQUIRE(read.year);
  CHECK(read.year->year == 2030);
  REQUIRE(read.year->notices.size() == 1);
  CHECK(read.year->notices[0].number == "国办发明电〔2029〕1号");
  CHECK(read.year->notices[0].title == "国务院办公厅关于2030年部分节假日安排的通知");
  REQUIRE(read.year->holidays.size() == 6);
  CHECK(read.year->holidays[0] == Holiday{"元旦", {2029, 12, 30}, {2030, 1, 1}});
  CHECK(read.year->holidays[2] == Holiday{"清明节", {2030, 4, 5}, {2030, 4, 5}});
  CHECK(read.year->working_days == std::set<Date>{{2029, 12, 29}});
}

TEST_CASE("a file as an editor for Windows saves it is read alike") {
  const std::string windows =
      "\xEF\xBB\xBF" + replace_all(replace_all(kGood, "\n", "\r\n"), " ", "\xE3\x80\x80");
  CHECK(read_calendar_year(windows, 2030).year);
}

TEST_CASE("every mistake is told with its line, and a file with one is no calendar") {
  CHECK(is_wrong("休息 2030-03-03", "休息"));
  CHECK(is_wrong("放假 植树节 2030-3-12", "YYYY-MM-DD"));
  CHECK(is_wrong("放假 植树节 2030-02-30", "2030-02-30"));
  CHECK(is_wrong("放假 植树节 2031-03-12", "not of 2030"));
  CHECK(is_wrong("放假 圣诞节 2029-12-24", "not of 2030"));
  CHECK(is_wrong("放假 植树节 2030-03-12 2030-03-11", "before the first"));
  CHECK(is_wrong("放假 青年节 2030-04-30 2030-05-04", "劳动节"));
  CHECK(is_wrong("放假 植树节", "首日"));
  CHECK(is_wrong("上班 2030-03-11", "no Saturday or Sunday"));
  CHECK(is_wrong("上班 2030-10-05", "国庆节"));
  CHECK(is_wrong("上班 2029-12-29", "twice"));
  CHECK(is_wrong("通知 国办发明电〔2029〕1号", "标题"));
  CHECK(mistakes_with("休息 1\n上班 x").size() == 2);
  CHECK_FALSE(read_calendar_year(kGood + "休息 1", 2030).year);
}

TEST_CASE("a calendar that lacks a holiday or its notice is refused, whatever else it says") {
  for (const char* name : {"元旦", "春节", "清明节", "劳动节", "端午节", "中秋节"}) {
    CAPTURE(name);
    const auto read = read_calendar_year(replace_all(kGood, name, "某日"), 2030);
    CHECK_FALSE(read.year);
    CHECK(read.mistakes.size() == 1);
  }
  CHECK_FALSE(read_calendar_year(replace_all(kGood, "通知 ", "# "), 2030).year);
  CHECK_FALSE(read_calendar_year("", 2030).year);
}

TEST_CASE("what is no text of a calendar is refused at once") {
  CHECK(read_calendar_year(std::string(70000, '#'), 2030).mistakes.size() == 1);
  CHECK(read_calendar_year("\xC7\xE5\xC3\xF7\n", 2030).mistakes.size() == 1);
}

TEST_CASE("the name of a file says the year") {
  CHECK(year_of_file("2027.txt") == 2027);
  CHECK_FALSE(year_of_file("2027.xml"));
  CHECK_FALSE(year_of_file("说明.txt"));
  CHECK_FALSE(year_of_file("20270.txt"));
  CHECK_FALSE(year_of_file("0000.txt"));
}
