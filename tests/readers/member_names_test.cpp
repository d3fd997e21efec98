// Claims about names of members: their encoding, and what a name may not try.
#include <catch2/catch.hpp>

#include "extractors/readers/archives/member_names.h"
#include "pipeline/base/text.h"

namespace biaoshen {

using namespace std::string_literals;

namespace {

const std::string kForm = "\xC9\xEA\xC7\xEB\xCA\xE9.txt";  // 申请书.txt in GBK
const std::string kPattern = "\xC4\xA3\xCA\xBD.txt";       // 模式.txt in GBK, valid UTF-8
const std::string kReport = "\xB0\x5D\xB0\xC8\xB3\xF8\xAA\xED.txt";  // 財務報表.txt in Big5

std::vector<MemberName> judged(const std::vector<std::string>& names, const Limits& limits = {}) {
  std::vector<RawName> raw;
  for (const std::string& name : names) raw.push_back({name});
  return judge_names(raw, limits);
}

std::string kinds_of(const MemberName& member) {
  std::string kinds;
  for (const Problem& problem : member.problems) kinds += (kinds.empty() ? "" : " ") + problem.kind;
  return kinds;
}

}  // namespace

TEST_CASE("the names of a package decide their encoding together") {
  struct Row {
    std::vector<std::string> names, shown;
    std::string kinds;  // of the last
  };
  const Row rows[] = {
      {{"申请书.txt"}, {"申请书.txt"}, ""},
      {{kForm}, {"申请书.txt"}, "name-encoding"},
      {{kPattern}, {"模式.txt"}, "name-encoding"},
      {{kForm, kPattern}, {"申请书.txt", "模式.txt"}, "name-encoding"},
      {{"说明.txt", "caf\xC3\xA9.txt"}, {"说明.txt", "café.txt"}, ""},
      {{kForm, "营业执照.txt"}, {"申请书.txt", "营业执照.txt"}, ""},
      {{kForm, kReport}, {"申请书.txt", "財務報表.txt"}, "name-encoding-unsure"},
      {{"a\xFF\xFF.txt"}, {"a\\xff\\xff.txt"}, "name-encoding-unsure"},
      {{kForm, "plain.txt"}, {"申请书.txt", "plain.txt"}, ""},
      // The second byte of 賊 is a backslash, which is no border between names.
      {{"\xD9\x5C.txt"}, {"賊.txt"}, "name-encoding"},
  };
  for (const Row& row : rows) {
    const std::vector<MemberName> members = judged(row.names);
    for (std::size_t i = 0; i < members.size(); ++i) CHECK(members[i].path == row.shown[i]);
    CHECK(kinds_of(members.back()) == row.kinds);
    CHECK(members.back().may_be_opened());
  }
}

TEST_CASE("a name that the package states as UTF-8 has no vote and is not voted on") {
  const RawName names[] = {{"ģʽ.txt", true}, {kForm}};
  CHECK(judge_names(names, {})[0].path == "ģʽ.txt");
  const RawName lie[] = {{kForm, true}};
  CHECK(judge_names(lie, {})[0].path == "申请书.txt");
}

TEST_CASE("the original of a decoded name is kept") {
  CHECK(judged({kForm})[0].problems[0].detail == "GB18030；原始字节 C9EAC7EBCAE92E747874");
  std::string many;
  for (int i = 0; i < 60; ++i) many += "\xC9\xEA";
  const std::string detail = judged({many})[0].problems[0].detail;
  CHECK(detail.ends_with("…"));
  CHECK(detail.size() < 300);
}

TEST_CASE("a name that points out of the package, or hides something, is refused and shown") {
  const std::pair<std::string, std::string> rows[] = {
      {"../../a.txt", "../../a.txt"},
      {"资料/../../a.txt", "资料/../../a.txt"},
      {"/tmp/a.txt", "/tmp/a.txt"},
      {"..\\a.txt", "../a.txt"},
      {"C:\\Windows\\a.txt", "C:\\Windows\\a.txt"},
      {"d:/a.txt", "d:/a.txt"},
      {"\\\\server\\share\\a.txt", "\\\\server\\share\\a.txt"},
      {"report.pdf\0.exe"s, "report.pdf .exe"},
      {"a\n2024 OK \x1b[2J.txt", "a\\n2024 OK \\x1b[2J.txt"},
      {"合同\u202Etxt.exe", "合同\\u202etxt.exe"},
      {"", "（无名）"},
  };
  for (const auto& [name, shown] : rows) {
    const MemberName member = judged({name})[0];
    CHECK(member.path == shown);
    CHECK(member.status == FileStatus::refused);
    CHECK(kinds_of(member) == "unsafe-name");
    CHECK_FALSE(member.problems[0].detail.empty());
  }
}

TEST_CASE("a name with a character that nobody sees is shown with it, and read") {
  const MemberName member = judged({"合\u200B同 👩\u200D👧.txt"})[0];
  CHECK(member.path == "合\\u200b同 👩\\u200d👧.txt");
  CHECK(member.status == FileStatus::read);
  CHECK(member.problems.empty());
}

TEST_CASE("harmless names are only tidied") {
  CHECK(judged({"./资料//说明.txt"})[0].path == "资料/说明.txt");
  CHECK(judged({"资料\\说明.txt"})[0].path == "资料/说明.txt");
  CHECK(judged({"a..b.txt"})[0].may_be_opened());
  CHECK(judged({"a:b.txt"})[0].may_be_opened());
}

TEST_CASE("folders are told by their end, and are nothing to open") {
  const RawName names[] = {{"资料/"}, {"资料\\"}, {"资料", false, true}, {"资料/说明.txt"}};
  const std::vector<MemberName> members = judge_names(names, {});
  for (int i = 0; i < 3; ++i) CHECK(members[static_cast<std::size_t>(i)].is_folder);
  CHECK(members[3].may_be_opened());
}

TEST_CASE("a path beyond the limits is refused, and shown without its middle") {
  std::string deep;
  for (int i = 0; i < 600; ++i) deep += "资料夹/";
  const MemberName member = judged({deep + "a.txt"})[0];
  CHECK(kinds_of(member) == "path-too-deep");
  CHECK(member.problems[0].detail == "600 > 32");
  CHECK(member.path.ends_with("/a.txt"));
  CHECK(member.path.size() <= Limits{}.path_bytes + 3);
  CHECK(is_valid_utf8(member.path));
  const MemberName wide = judged({std::string(2000, 'a')})[0];
  CHECK(kinds_of(wide) == "path-too-deep");
  CHECK(wide.problems[0].detail == "2000 > 1024 bytes");
  CHECK(judged({"1/2/3/a.txt"}, {.path_depth = 3})[0].may_be_opened());
  CHECK_FALSE(judged({"1/2/3/4/a.txt"}, {.path_depth = 3})[0].may_be_opened());
}

TEST_CASE("two members of one name are both refused: nobody knows which is meant") {
  const std::vector<MemberName> members = judged({"预算.txt", "说明.txt", "./预算.txt"});
  CHECK(kinds_of(members[0]) == "name-clash");
  CHECK(members[1].may_be_opened());
  CHECK(kinds_of(members[2]) == "name-clash");
}

TEST_CASE("a file that is a folder as well: the second is refused") {
  CHECK(kinds_of(judged({"d", "d/a.txt"})[1]) == "name-clash");
  CHECK(judged({"d", "d/a.txt"})[0].may_be_opened());
  CHECK(kinds_of(judged({"d/e/a.txt", "d"})[1]) == "name-clash");
}

TEST_CASE("names that some file systems take for one are read and noted") {
  for (const MemberName& member : judged({"Budget.TXT", "budget.txt"})) {
    CHECK(member.may_be_opened());
    CHECK(kinds_of(member) == "name-clash-case");
  }
  const std::vector<MemberName> members = judged({"caf\u00e9.txt", "cafe\u0301.txt", "说明.txt"});
  for (const std::size_t i : {0, 1}) {
    CHECK(members[i].may_be_opened());
    CHECK(kinds_of(members[i]) == "name-clash-normalised");
  }
  CHECK(members[2].problems.empty());
}

TEST_CASE("names that not every system can hold are read and noted") {
  for (const char* name : {"CON.txt", "资料/lpt1", "a:b.txt", "trailing. ", "申请书.txt ", "a."})
    CHECK(kinds_of(judged({name})[0]) == "name-not-portable");
  for (const char* name : {"CONtract.txt", "COM10.txt", "a b.txt", "COM.txt"})
    CHECK(judged({name})[0].problems.empty());
  std::string longest;
  for (int i = 0; i < 100; ++i) longest += "申";
  const MemberName member = judged({longest + ".txt"})[0];
  CHECK(kinds_of(member) == "name-shortened");
  CHECK(member.path == longest + ".txt");
}

TEST_CASE("litter is ignored wherever it lies, but not where its name climbs") {
  for (const char* name : {"__MACOSX/._说明.txt", "资料/Thumbs.db", "~$申请书.docx"}) {
    const MemberName member = judged({name})[0];
    CHECK(member.status == FileStatus::ignored);
    CHECK(kinds_of(member) == "litter");
  }
  CHECK(judged({"../Thumbs.db"})[0].status == FileStatus::refused);
  CHECK(judged({"Thumbs.db", "Thumbs.db"})[1].status == FileStatus::ignored);
}

}  // namespace biaoshen
