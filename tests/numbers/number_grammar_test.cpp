#include "extractors/numbers/number_grammar.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <string>

namespace biaoshen {
namespace {

std::vector<std::string> keys(std::string_view print, NumberContext context = NumberContext::text) {
  std::vector<std::string> out;
  for (const FoundNumber& found : find_numbers(print, context)) out.push_back(found.number.key);
  return out;
}

std::vector<std::string> quotes(std::string_view print) {
  std::vector<std::string> out;
  for (const FoundNumber& found : find_numbers(print))
    out.emplace_back(print.substr(found.begin, found.end - found.begin));
  return out;
}

std::vector<std::string> replaced(std::string_view print) {
  std::vector<std::string> out;
  for (const FoundNumber& found : find_numbers(print))
    if (found.number.role == NumberRole::replaced) out.push_back(found.number.key);
  return out;
}

using Strings = std::vector<std::string>;

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

}  // namespace

TEST_CASE("a number is quoted exactly as it is printed") {
  CHECK(quotes("按照 犌犅／犜１．１—２０２０ 起草") == Strings{"犌犅／犜１．１—２０２０"});
  CHECK(quotes("见Ｔ／ＣＡＳ　２９０－２０１７。") == Strings{"Ｔ／ＣＡＳ　２９０－２０１７"});
  CHECK(quotes("（GB<sup>/</sup>T32952<sup>—</sup>2016）") ==
        Strings{"GB<sup>/</sup>T32952<sup>—</sup>2016"});
  CHECK(quotes("脚注 GB/T 20000.4—20031 之后") == Strings{"GB/T 20000.4—2003"});
  CHECK(quotes("GB/T\n1.1—2020《导则》") == Strings{"GB/T\n1.1—2020"});
}

TEST_CASE("display and key are canonical") {
  const auto number = parse_number(" DB 37/T 2904-2019 ");
  REQUIRE(number);
  CHECK(number->display == "DB37/T 2904—2019");
  CHECK(number->key == "DB37/T 2904-2019");
  CHECK(parse_number("T/BAIIA021.1—2022")->display == "T/BAIIA 021.1—2022");
  CHECK(parse_number("ISO 9001-2015")->key == "ISO 9001:2015");
  CHECK(parse_number("IETF RFC 3550")->key == "IETF RFC 3550");
  CHECK(parse_number("CECS 01:2000")->display == "CECS 01:2000");
}

TEST_CASE("a whole field is one number or none") {
  CHECK(parse_number("GA 36"));
  CHECK(parse_number("ISO 37"));
  CHECK_FALSE(parse_number("GB/T 1.1—2020《标准化工作导则》"));
  CHECK_FALSE(parse_number("T/CIE 088—2020 T/CESA 1119—2020"));
  CHECK_FALSE(parse_number(""));
  CHECK_FALSE(parse_number("无"));
}

TEST_CASE("sequence 2020 of year 2022 is not a range of years") {
  const auto number = parse_number("DB11/T 2020—2022");
  REQUIRE(number);
  CHECK(number->sequence == "2020");
  CHECK(number->year == "2022");
  CHECK_FALSE(number->uncertain);
}

TEST_CASE("a blank between code and sequence decides which digits belong to the code") {
  CHECK(parse_number("T/BAIIA015—2022")->code == "BAIIA");
  CHECK(parse_number("T/ABC2020 001—2022")->code == "ABC2020");
  CHECK(parse_number("T/ABC2020 001—2022")->sequence == "001");
  CHECK(parse_number("T/ABC2020001—2022")->code == "ABC");
  CHECK(parse_number("T/CECA-G0171—2022")->code == "CECA-G");
  CHECK(parse_number("T/CAS290 2017")->key == "T/CAS 290-2017");
  CHECK(parse_number("T/CAS290 2017")->doubt == "dash-lost");
}

TEST_CASE("group numbers that break the rules are read as they are, for rules to judge") {
  const auto two_digits = parse_number("T/CAS 290-17");
  REQUIRE(two_digits);
  CHECK(two_digits->year == "17");
  CHECK(two_digits->key == "T/CAS 290-17");
  CHECK_FALSE(two_digits->uncertain);
  CHECK(parse_number("T/CAS 290")->year.empty());
  CHECK(parse_number("T/GB 001-2022")->code == "GB");
  CHECK(parse_number("T/GB 001-2022")->kind == NumberKind::group);
  CHECK(parse_number("T/CAS 290-2012")->doubt == "year-range");
  const auto early = parse_number("T/310101009-C007—2019");
  REQUIRE(early);
  CHECK(early->display == "T/310101009-C007—2019");
  CHECK(early->code == "310101009");
  CHECK(early->doubt == "early-form");
  const auto undated = parse_number("T/310101009-C007");
  REQUIRE(undated);
  CHECK(undated->doubt == "early-form");
  CHECK(undated->code == "310101009");
  CHECK(parse_number("T/PTSHOES GS001—2017")->sequence == "GS001");
  CHECK(parse_number("T/XCFW TG06-011.3—2023")->key == "T/XCFW TG06-011.3-2023");
}

TEST_CASE("small letters are read with a doubt, words in small letters are not") {
  const auto number = parse_number("t/cas 290-2017");
  REQUIRE(number);
  CHECK(number->display == "T/CAS 290—2017");
  CHECK(number->doubt == "lower-case");
  CHECK(keys("gb/t 1.1-2020") == Strings{"GB/T 1.1-2020"});
  CHECK(keys("db11/t 2020-2022") == Strings{"DB11/T 2020-2022"});
  CHECK(keys("GlWI/T0002-2012").empty());
  CHECK(keys("iso 9001, tb 10, db 11, so/t 3").empty());
  CHECK(parse_number("GBn 123-1982")->doubt.empty());
}

TEST_CASE("a code that the table does not know is an industry with a doubt") {
  const auto number = parse_number("AB/T 1234—2023");
  REQUIRE(number);
  CHECK(number->kind == NumberKind::industry);
  CHECK(number->doubt == "unknown-code");
  CHECK(parse_number("DB99/T 12—2020")->doubt == "unknown-region");
  CHECK(parse_number("NB/SH/T 0913—2015")->prefix == "NB/SH");
}

TEST_CASE("bare codes without a year count only where a standard is named") {
  CHECK(keys("外观应符合GA 36的规定") == Strings{"GA 36"});
  CHECK(keys("GA 36").empty());
  CHECK(keys("按 HJ 644、HJ 759 测定") == Strings{"HJ 644", "HJ 759"});
  CHECK(keys("执行标准：SC 12") == Strings{"SC 12"});
  CHECK(keys("GA 36 机动车号牌\nGN 43 其他\nISO 37 橡胶\nTC 286 委员会", NumberContext::citation) ==
        Strings{"GA 36", "GN 43", "ISO 37"});
  CHECK(keys("尺寸 GN 43 毫米", NumberContext::citation).empty());
  CHECK(find_numbers("GN 43", NumberContext::citation)[0].number.doubt == "unknown-code");
  CHECK(keys("GB 4208 外壳防护等级") == Strings{"GB 4208"});
}

TEST_CASE("line ends, blanks and letter-spacing inside a number are bridged") {
  CHECK(keys("DB13/T\n5651.5-2023") == Strings{"DB13/T 5651.5-2023"});
  CHECK(keys("GB/T 1.1\n—2020") == Strings{"GB/T 1.1-2020"});
  CHECK(keys("YS/T 23 - 20 11") == Strings{"YS/T 23-2011"});
  CHECK(keys("GB/T 4 3 5 6 4—2 0 2 3") == Strings{"GB/T 43564-2023"});
  CHECK(keys("GB/T 1 . 1—2020") == Strings{"GB/T 1.1-2020"});
  CHECK(keys("按 GB/T16422.\n2—2014 老化") == Strings{"GB/T 16422.2-2014"});
  CHECK(find_numbers("ＧＢ２９４ １ 橡胶")[0].number.doubt == "spaced");
  CHECK(find_numbers("DB13/T\n5651.5-2023")[0].number.doubt.empty());
  CHECK(find_numbers("GB/T 1.1—\n2020")[0].number.doubt == "split");
}

TEST_CASE("a number does not swallow what follows on the next line or in the sentence") {
  CHECK(keys("应符合 GB/T 1.1\n2020 年发布") == Strings{"GB/T 1.1"});
  CHECK(keys("符合 GB\n5 要求").empty());
  CHECK(keys("按 GB/T 228.1 2021年执行") == Strings{"GB/T 228.1"});
  CHECK(keys("GB/T 2260\n- 2012 年修订") == Strings{"GB/T 2260"});
  CHECK(keys("GB/T 14833—2020代替GB/T 14833—2011") ==
        Strings{"GB/T 14833-2020", "GB/T 14833-2011"});
}

TEST_CASE("all numbers of a paragraph are found in order") {
  CHECK(keys("依据GB/T 1.1—2020、T/CAS 1.1-2017和ISO/IEC 27001:2022（参见DB11/T 2020—2022、JGJ "
             "146、JJF 1070）编写，"
             "联系电话010-82261056，国标委联〔2022〕6号。") ==
        Strings{"GB/T 1.1-2020", "T/CAS 1.1-2017", "ISO/IEC 27001:2022", "DB11/T 2020-2022",
                "JGJ 146", "JJF 1070"});
}

TEST_CASE("ranges stay one number with a doubt") {
  const auto number = parse_number("HG/T 20592～20635-2009");
  REQUIRE(number);
  CHECK(number->sequence == "20592-20635");
  CHECK(number->doubt == "range");
}

TEST_CASE("only what the words before a number replace is replaced") {
  CHECK(replaced("GB/T 14833—2020\n代替 GB/T 14833—2011") == Strings{"GB/T 14833-2011"});
  CHECK(replaced("代替\nGB/T 14833—2011\nT/CAS 1—2020") == Strings{"GB/T 14833-2011"});
  CHECK(replaced("部分代替：T/CAS 1—2016《甲》、T/CAS 2—2016《乙》，与其相比") ==
        Strings{"T/CAS 1-2016", "T/CAS 2-2016"});
  CHECK(replaced("本标准取代了 GB 5749-1985。按 GB/T 5750 检验").size() == 1);
  CHECK(replaced("T/CAS 1—2016 已被 T/CAS 1—2020 代替 见公告").empty());
  CHECK(replaced("被代替标准：T/CAS 1—2016").empty());
}

TEST_CASE("a template's placeholder is no number but is pointed at") {
  auto marked = [](std::string_view print) {
    Strings out;
    for (auto [begin, end] : find_number_placeholders(print))
      out.emplace_back(print.substr(begin, end - begin));
    return out;
  };
  CHECK(marked("GB/T XXXXX—XXXX") == Strings{"GB/T XXXXX—XXXX"});
  CHECK(marked("编号 T/CSAE xx—20xx 发布") == Strings{"T/CSAE xx—20xx"});
  CHECK(marked("T/CSAEXXXX—XXXX") == Strings{"T/CSAEXXXX—XXXX"});
  CHECK(marked("Q/LB.□XXXXX-XXXX") == Strings{"Q/LB.□XXXXX-XXXX"});
  CHECK(marked("DB5101/ XXX 2020") == Strings{"DB5101/ XXX 2020"});
  CHECK(marked("T/XZYC XXXXYYYY") == Strings{"T/XZYC XXXXYYYY"});
  CHECK(marked("T/CAS ××××—××××") == Strings{"T/CAS ××××—××××"});
  CHECK(marked("T/XXX 001—2015") == Strings{"T/XXX 001—2015"});
  CHECK(marked("T/CAS 290—20XX") == Strings{"T/CAS 290—20XX"});
  CHECK(marked("T/CAS 290—202X") == Strings{"T/CAS 290—202X"});
  for (const char* text :
       {"T/CSAE xx—20xx", "T/CAS 290—20XX", "T/CAS 290—202X", "T/XXX 001—2015", "T/CAS 290—××××"}) {
    CAPTURE(text);
    CHECK(keys(text).empty());
  }
  for (const char* text :
       {"T/CAS 290—2017", "GB X 8", "XXXX-XX-XX", "GB/T 1.1", "MAXX", "T/CAS", "10 GB"}) {
    CAPTURE(text);
    CHECK(marked(text).empty());
  }
}

TEST_CASE("hostile text costs time in proportion to its length") {
  for (const char* piece : {"T/",
                            "GB/T ",
                            "GB/T 1",
                            "0123456789",
                            "T/A",
                            "GB/T 1.1-",
                            "DB11/T 2020-",
                            "代替 ",
                            "ISO/IEC ",
                            "BS EN ISO ",
                            "GB 1 . 1 . ",
                            "GB\n",
                            "Q/ABC",
                            "、GA 36",
                            "T/CAS 1、",
                            "GB/T XX",
                            "标准了GA 1",
                            "A ",
                            "代替《GB/T 1《",
                            "-",
                            "一",
                            "GB/T 1(",
                            "(",
                            " ",
                            "\xFF",
                            "犌犅／犜"}) {
    CAPTURE(piece);
    const std::string small = repeat(piece, 1 << 17), large = repeat(piece, 1 << 20);
    auto seconds = [](const std::string& text) {
      const auto start = std::chrono::steady_clock::now();
      find_numbers(text);
      find_numbers(text, NumberContext::file_name);
      find_number_placeholders(text);
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    // Eight times the text; quadratic time would be sixty-four times as long.
    CHECK(seconds(large) < 30 * (seconds(small) + 0.02));
  }
}

TEST_CASE("a number whose print would be read as another number is in doubt") {
  const auto doubt = [](std::string_view text) {
    const std::vector<FoundNumber> found = find_numbers(text);
    REQUIRE(found.size() == 1);
    return found[0].number.doubt;
  };
  CHECK(doubt("ISO 5.2021") == "ambiguous");  // printed as ISO 5-2021, which is of 2021
  CHECK(doubt("DGJ 08-2一3") == "ambiguous");
  CHECK(doubt("ISO 22000-5:2021").empty());
}

TEST_CASE("a year before a dash that leads nowhere is a year") {
  const std::vector<FoundNumber> lost =
      find_numbers("DB11/T 12342019_32T", NumberContext::file_name);
  REQUIRE(lost.size() == 1);
  CHECK(lost[0].number.key == "DB11/T 1234-2019");
  CHECK(lost[0].number.doubt == "dash-lost");
  const std::vector<FoundNumber> colon = find_numbers("ISO 9001—2017:20");
  REQUIRE(colon.size() == 1);
  CHECK(colon[0].number.key == "ISO 9001:2017");
}

TEST_CASE("any cut of a text can be read") {
  const std::string text =
      "代替 犌犅／犜１．１—２０２０、T/CECA-G 0171—2022/ISO 5509:2000（2018年版）DB | 15 / T "
      "389—2021";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const std::string_view cut = std::string_view(text).substr(0, length);
    for (const FoundNumber& found : find_numbers(cut)) {
      CHECK(found.begin < found.end);
      CHECK(found.end <= cut.size());
    }
    find_number_placeholders(cut);
  }
}

}  // namespace biaoshen
