#include "extractors/dates/date_grammar.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <string>

namespace biaoshen {
namespace {

// "published 2022-09-29", "implemented ? invalid": all that was found, in one comparable form.
std::vector<std::string> read(std::string_view print) {
  constexpr std::string_view kNames[] = {"published", "implemented", "applied", "approved",
                                         "abolished", "disclosed",   "other"};
  std::vector<std::string> out;
  for (const FoundDate& found : find_dates(print)) {
    std::string one(kNames[static_cast<std::size_t>(found.role)]);
    one += " " + (found.value ? to_string(*found.value) : "?");
    if (!found.doubt.empty()) one += " " + found.doubt;
    out.push_back(one);
  }
  return out;
}

std::vector<std::string> quotes(std::string_view print) {
  std::vector<std::string> out;
  for (const FoundDate& found : find_dates(print))
    out.emplace_back(print.substr(found.begin, found.end - found.begin));
  return out;
}

using Strings = std::vector<std::string>;

struct Row {
  const char* print;
  Strings found;
};

}  // namespace

TEST_CASE("each wording of an implementation date is read with its role") {
  const Row rows[] = {
      {"2023-06-01实施", {"implemented 2023-06-01"}},
      {"2023-06-01 实施", {"implemented 2023-06-01"}},
      {"2023-06-01 实 施", {"implemented 2023-06-01"}},
      {"2023年6月1日实施", {"implemented 2023-06-01"}},
      {"本标准自2023年6月1日起实施。", {"implemented 2023-06-01"}},
      {"2023年6月1日起施行", {"implemented 2023-06-01"}},
      {"自2023年6月1日起正式实施", {"implemented 2023-06-01"}},
      {"实施日期：2023.06.01", {"implemented 2023-06-01"}},
      {"实施日期 2023.6.1", {"implemented 2023-06-01"}},
      {"实施日期：2023/6/1", {"implemented 2023-06-01"}},
      {"实施日期：2018年07月01日", {"implemented 2018-07-01"}},
      {"实施日期 2018年07月01日", {"implemented 2018-07-01"}},
      {"实 施 日 期\n2018年07月01日", {"implemented 2018-07-01"}},
      {"实施于 2006-09-01", {"implemented 2006-09-01"}},
      {"发布于 2006-03-10 实施于 2006-09-01 废止于 2018-05-01",
       {"published 2006-03-10", "implemented 2006-09-01", "abolished 2018-05-01"}},
      {"二〇二三年六月一日实施", {"implemented 2023-06-01"}},
      {"二○二三年六月一日起实施", {"implemented 2023-06-01"}},
      {"二零二三年十二月三十一日实施", {"implemented 2023-12-31"}},
      {"二Ｏ二三年十月廿三日实施", {"implemented 2023-10-23"}},
      {"二O二三年六月十日实施", {"implemented 2023-06-10"}},
      {"二0二三年六月二十日实施", {"implemented 2023-06-20"}},
      {"20 23-06-01 实施", {"implemented 2023-06-01"}},
      {"2 0 2 3 - 0 6 - 0 1 实施", {"implemented 2023-06-01"}},
      {"2023 年 6 月 1 日 实施", {"implemented 2023-06-01"}},
      {"２０２３－０６－０１　实施", {"implemented 2023-06-01"}},
      {"2023—06—01实施", {"implemented 2023-06-01"}},
      {"2023-06-31实施", {"implemented ? invalid"}},
      {"2023-13-01实施", {"implemented ? invalid"}},
      {"2023年6月31日实施", {"implemented ? invalid"}},
      {"实施日期：2023年6月", {"implemented ? month-only"}},
      {"实施日期：2023.06", {"implemented ? month-only"}},
      {"2023年6月", {"other ? month-only"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.print);
    CHECK(read(row.print) == row.found);
  }
}

TEST_CASE("each date takes its own word") {
  const Row rows[] = {
      {"2022-09-29发布 2023-01-01实施", {"published 2022-09-29", "implemented 2023-01-01"}},
      {"2020-12-29\n发布\n2021-01-01\n实施", {"published 2020-12-29", "implemented 2021-01-01"}},
      {"2022-09-29发布2023-01-01实施", {"published 2022-09-29", "implemented 2023-01-01"}},
      {"2020-12-29 发布\n2021-01-01 实施", {"published 2020-12-29", "implemented 2021-01-01"}},
      {"2020–12–29 发布                          2021–01–01 实施",
       {"published 2020-12-29", "implemented 2021-01-01"}},
      {"发布日期：2022-09-29 实施日期：2023-01-01",
       {"published 2022-09-29", "implemented 2023-01-01"}},
      {"发布日期 2022年9月29日 实施日期 2023年1月1日",
       {"published 2022-09-29", "implemented 2023-01-01"}},
      {"实施日期：2023-01-01\n发布日期：2022-09-29",
       {"implemented 2023-01-01", "published 2022-09-29"}},
      {"2022-09-29 2023-01-01实施", {"other 2022-09-29", "implemented 2023-01-01"}},
      {"2023-05-01发布实施", {"published 2023-05-01", "implemented 2023-05-01"}},
      {"2022-09-29 发布\n中国标准化协会 发布", {"published 2022-09-29"}},
      {"1993一12一30批准 1994一10一01实施",
       {"approved 1993-12-30 dash", "implemented 1994-10-01 dash"}},
      {"填表日期：2024年8月1日", {"applied 2024-08-01"}},
      {"申报日期：2024年8月1日", {"applied 2024-08-01"}},
      {"申请日期 2024.8.1", {"applied 2024-08-01"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.print);
    CHECK(read(row.print) == row.found);
  }
}

TEST_CASE("other dates of a standard never become its publication or implementation") {
  const Row rows[] = {
      {"公布日期：2018-5-17 17:13:18", {"disclosed 2018-05-17"}},
      {"公布时间 2018-05-17", {"disclosed 2018-05-17"}},
      {"批准日期：2018-05-08", {"approved 2018-05-08"}},
      {"复审日期：2021-05-08", {"other 2021-05-08"}},
      {"确认日期 2021-05-08", {"other 2021-05-08"}},
      {"拟发布日期：2025-05-08", {"other 2025-05-08"}},
      {"首次发布日期：2010-05-08", {"other 2010-05-08"}},
      {"2023-06-01", {"other 2023-06-01"}},
      {"2024年8月31日", {"other 2024-08-31"}},
      {"2023-06-01 发布单位：中国标准化协会", {"other 2023-06-01"}},
      {"2023年6月1日实施方案通过", {"other 2023-06-01"}},
      {"发布日期 实施日期\n2023-05-01 2023-06-01", {"other 2023-05-01", "other 2023-06-01"}},
      {"发布日期\n实施日期\n2023-05-01\n2023-06-01", {"other 2023-05-01", "other 2023-06-01"}},
      {"2024年8月1日\n申报书", {"other 2024-08-01"}},
      {"2024年8月1日\n实施标准化战略", {"other 2024-08-01"}},
      {"2024年8月1日执行标准", {"other 2024-08-01"}},
      {"发布日期/实施日期：2023-05-01/2023-06-01", {"other 2023-05-01", "other 2023-06-01"}},
      {"2023.1.1-2023.12.31", {"other 2023-01-01", "other 2023-12-31"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.print);
    CHECK(read(row.print) == row.found);
  }
}

TEST_CASE("what only looks like a date is left alone") {
  for (const char* print : {"010-82261056",
                            "010-64289128-4132",
                            "13810831731",
                            "国标委联〔2022〕6号",
                            "2018年第4号",
                            "20112220-T-456",
                            "2025-003T-CAEE",
                            "1001-9677(2021)012-0108-04",
                            "DB11/T 2020-2022",
                            "GB/T 2020.1.1—2018",
                            "17:13:18",
                            "2020-2022 年",
                            "2023年度",
                            "2023.06",
                            "V2023.6.1",
                            "192.168.1.1",
                            "97.040.99",
                            "978-7-5066-1234-5",
                            "20230601",
                            "2020033167",
                            "51440100517355015H",
                            "2023年",
                            "二十世纪",
                            "一月",
                            "6月1日",
                            "2023-15 实施",
                            "      年  月  日",
                            "20xx-xx-xx 发布",
                            "1.2.2023.6.1"}) {
    CAPTURE(print);
    CHECK(read(print).empty());
  }
}

TEST_CASE("dates whose hyphens were lost are given with a doubt") {
  CHECK(read("２０２００３３１67 ２０２０１００１89") ==
        Strings{"published 2020-03-31 damaged", "implemented 2020-10-01 damaged"});
  CHECK(quotes("２０２００３３１67 ２０２０１００１89") ==
        Strings{"２０２００３３１", "２０２０１００１"});
  CHECK(read("２０２０００１１89") == Strings{"implemented ? damaged"});
  CHECK(read("２０２００３３１发布 ２０２０１００１实施") ==
        Strings{"published 2020-03-31 damaged", "implemented 2020-10-01 damaged"});
  CHECK(read("２０２００３３１45").empty());
}

TEST_CASE("a relative wording is an implementation that depends on the publication") {
  for (const char* print : {"本标准自发布之日起实施。", "自公布之日起施行", "自印发之日起实施",
                            "发布即实施", "自发布之日起30日后实施", "发布之日起三个月后实施",
                            "自 发 布 之 日 起 实 施", "自批准之日起实施"}) {
    CAPTURE(print);
    const auto found = find_dates(print);
    REQUIRE(found.size() == 1);
    CHECK(found[0].relative);
    CHECK(found[0].role == DateRole::implemented);
    CHECK(found[0].doubt == "relative");
    CHECK_FALSE(found[0].value);
  }
  CHECK(quotes("本标准自发布之日起实施。") == Strings{"自发布之日起实施"});
}

TEST_CASE("a relative wording is resolved by the one publication date of the same print") {
  CHECK(read("2023-05-01发布，自发布之日起实施") ==
        Strings{"published 2023-05-01", "implemented 2023-05-01 relative"});
  CHECK(read("自发布之日起三个月后实施\n发布日期：2023-11-30") ==
        Strings{"implemented 2024-02-29 relative", "published 2023-11-30"});
  CHECK(read("2023-05-01，自发布之日起实施") ==
        Strings{"other 2023-05-01", "implemented ? relative"});
  CHECK(read("公布日期：2023-05-01，自公布之日起实施") ==
        Strings{"disclosed 2023-05-01", "implemented ? relative"});
  CHECK(read("2023-05-01发布 2024-05-01发布 发布即实施").back() == "implemented ? relative");
}

TEST_CASE("relative wordings are computed") {
  const Date published{2023, 1, 31};
  CHECK(resolve_relative("自发布之日起实施", published) == published);
  CHECK(resolve_relative("发布即实施", published) == published);
  CHECK(resolve_relative("自发布之日起30日后实施", published) == Date{2023, 3, 2});
  CHECK(resolve_relative("发布之日起三个月后实施", published) == Date{2023, 4, 30});
  CHECK(resolve_relative("自发布之日起满一年后施行", published) == Date{2024, 1, 31});
  CHECK(resolve_relative("自发布次日起实施", published) == Date{2023, 2, 1});
  CHECK(resolve_relative("自发布之日起半年后实施", published) == Date{2023, 7, 31});
  CHECK(resolve_relative("自发布之日起180日后实施", published) == Date{2023, 7, 30});
  CHECK(resolve_relative("自发布之日起一百八十日后施行", published) == Date{2023, 7, 30});
  CHECK(resolve_relative("发布后三个月实施", published) == Date{2023, 4, 30});
  CHECK(resolve_relative("发布三个月后实施", published) == Date{2023, 4, 30});
  CHECK(resolve_relative("自发布满6个月起施行", published) == Date{2023, 7, 31});
  CHECK(resolve_relative("发布之日即实施", published) == published);
  CHECK_FALSE(resolve_relative("发布 3月实施", published));
  CHECK_FALSE(resolve_relative("2022年发布 10月实施", published));
  CHECK_FALSE(resolve_relative("发布后实施", published));
  CHECK_FALSE(resolve_relative("自发布之日起10个工作日后实施", published));
  CHECK_FALSE(resolve_relative("自批准之日起实施", published));
  CHECK_FALSE(resolve_relative("2023-06-01实施", published));
  CHECK_FALSE(resolve_relative("发布日期 实施日期", published));
}

TEST_CASE("under the label the wording needs no verb") {
  const Date published{2023, 1, 31};
  for (const char* value :
       {"自发布之日起", "发布之日", "发布当日", "同发布日期", "与发布日期相同"}) {
    CAPTURE(value);
    CHECK(is_relative_value(value));
    CHECK(resolve_relative(value, published) == published);
  }
  CHECK(resolve_relative("发布之日起三个月后", published) == Date{2023, 4, 30});
  CHECK(read("发布日期：2023-05-01\n实施日期：自发布之日起三个月后") ==
        Strings{"published 2023-05-01", "implemented 2023-08-01 relative"});
  CHECK(read("发布日期：2023-05-01 实施日期：同发布日期") ==
        Strings{"published 2023-05-01", "implemented 2023-05-01 relative"});
  for (const char* value :
       {"发布日期", "见发布公告", "发布之日起由协会解释", "待发布", "同意发布"}) {
    CAPTURE(value);
    CHECK_FALSE(is_relative_value(value));
  }
  CHECK(read("有效期：自发布之日起三年").empty());
  CHECK(read("实施日期 发布日期\n2023-06-01 2023-05-01").size() == 2);
}

TEST_CASE("a whole field is one date or none") {
  for (const char* print : {"2023-06-01", "2023年6月1日", "2023.6.1", "2023/6/1", "2023.06.01",
                            "二〇二三年六月一日", "二○二三年六月一日", "二零二三年六月一日",
                            "二Ｏ二三年六月一日", "20 23-06-01", "2023 年 6 月 1 日", "20230601",
                            " 2023-06-01 ", "２０２３年０６月０１日", "2023年六月一日"}) {
    CAPTURE(print);
    CHECK(parse_chinese_date(print) == Date{2023, 6, 1});
  }
  for (const char* print : {"", "2023-06-31", "2023年6月", "2023", "20231301", "2023-06-01实施",
                            "13810831731", "年 月 日", "2023-06-01至2023-07-01", "2023年2月29日"}) {
    CAPTURE(print);
    CHECK_FALSE(parse_chinese_date(print));
  }
}

TEST_CASE("a date is quoted exactly as it is printed") {
  CHECK(quotes("于２０２３年６月１日　实施") == Strings{"２０２３年６月１日"});
  CHECK(quotes("2020-12-29 发布\n2021-01-01 实施") == Strings{"2020-12-29", "2021-01-01"});
  CHECK(quotes("二〇二三年\n六月一日起施行") == Strings{"二〇二三年\n六月一日"});
}

TEST_CASE("the output knows four roles") {
  CHECK(name_of(DateRole::published) == "published");
  CHECK(name_of(DateRole::implemented) == "implemented");
  CHECK(name_of(DateRole::applied) == "applied");
  CHECK(name_of(DateRole::approved) == "other");
  CHECK(name_of(DateRole::abolished) == "other");
  CHECK(name_of(DateRole::disclosed) == "other");
}

TEST_CASE("hostile text costs time in proportion to its length: dates") {
  for (const char* piece : {"2",
                            "2023-",
                            "2023年",
                            "2023-06-01",
                            "2023-06-01发布 ",
                            "发布",
                            "自发布之日起",
                            "实施日期:自发布之日起",
                            "同发布",
                            "一",
                            "二〇",
                            "2 ",
                            "2023 - ",
                            "日期",
                            "实施日期\n",
                            "发布之日起正式",
                            "即",
                            " ",
                            "\n",
                            "２０２００３３１67",
                            "\xFF"}) {
    CAPTURE(piece);
    auto seconds = [&](std::size_t bytes) {
      std::string text;
      while (text.size() < bytes) text += piece;
      const auto start = std::chrono::steady_clock::now();
      find_dates(text);
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    // Eight times the text; quadratic time would be sixty-four times as long.
    const double small = seconds(1 << 17);
    CHECK(seconds(1 << 20) < 30 * (small + 0.02));
  }
}

}  // namespace biaoshen
