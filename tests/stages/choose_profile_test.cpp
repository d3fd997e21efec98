#include "pipeline/stages/choose_profile.h"

#include <catch2/catch.hpp>

#include "pages.h"
#include "pipeline/base/text.h"

using namespace biaoshen;

namespace {

Profile programme(const std::string& id, const std::string& version,
                  std::vector<std::string> phrases) {
  Profile profile;
  profile.id = id;
  profile.version = version;
  profile.recognised_by.phrases = std::move(phrases);
  const int year = version == "2023" ? 2023 : 2024;
  profile.cut_off = Date{year, 6, 30};
  return profile;
}

// Says as fact what the page has after "类型：".
std::vector<Fact> find_kind(const Dossier& dossier, const Part& part, const FactSpec&) {
  const std::string& text = dossier.files[part.file].document.pages.front().text;
  const std::string_view mark = "类型：";
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return {};
  Fact fact;
  fact.value = text.substr(at + mark.size(), std::string_view("示范").size());
  return {fact};
}
constexpr FinderRow kFinders[] = {{"option", "", {}, find_kind}};

Profile shared(const std::string& id, const std::string& kind) {
  Profile profile = programme(id, "2023", {"试点示范项目申报书"});
  profile.recognised_by.kind = FactSpec{"kind", "option", "", {}};
  profile.recognised_by.kind_values = {kind};
  return profile;
}

struct Choice {
  std::string profile;  // id@version, or the error
  std::vector<Problem> problems;
};

Choice chosen(const std::vector<std::string>& lines, const std::vector<Profile>& profiles,
              const std::string& wanted = "", std::optional<Date> as_of = {},
              const std::string& path = "a.pdf") {
  std::vector<PrintedLine> printed;
  for (const std::string& line : lines) printed.push_back({line, 16});
  for (int i = 0; i < 6; ++i) printed.push_back({"正文内容", 10});
  Dossier dossier = dossier_of(path, {page_of(printed, 1)});
  const auto profile = choose_profile(dossier, wanted, as_of, profiles, kFinders);
  if (!profile) return {profile.error().message, {}};
  return {(*profile)->id + "@" + (*profile)->version, dossier.problems};
}

const std::vector<Profile> kYears{programme("m", "2023", {"示范项目申报书"}),
                                  programme("m", "2024", {"示范项目申报书", "典型案例申报书"})};

}  // namespace

TEST_CASE("the longest phrase wins, and a form's name before any other") {
  const std::vector<Profile> profiles{
      programme("a", "2024", {"团体标准", "百项团体标准应用示范项目"}),
      programme("b", "2024", {"高质量团体标准申报书"})};
  CHECK(chosen({"高质量团体标准申报书"}, profiles).profile == "b@2024");
  CHECK(chosen({"百项团体标准应用示范项目"}, profiles).profile == "a@2024");
  // A certificate of another programme does not outweigh the form.
  CHECK(chosen({"高质量团体标准申报书", "百项团体标准应用示范项目"}, profiles).profile == "b@2024");
  CHECK(chosen({"高质量团体标准申报书"}, profiles).problems.empty());
}

TEST_CASE("without a form, what else belongs to a submission says more than an award") {
  const std::vector<Profile> profiles{programme("a", "2024", {"百项团体标准应用示范项目"}),
                                      programme("b", "2024", {"高质量团体标准"})};
  const auto page = [](const std::string& line, std::uint32_t number) {
    return page_of({{line, 16}, {"正文内容", 10}, {"正文内容", 10}, {"正文内容", 10}}, number);
  };
  const Page award = page("百项团体标准应用示范项目", 1);
  const auto id_of = [&](std::vector<Page> pages) {
    Dossier dossier = dossier_of("a.pdf", std::move(pages));
    return (*choose_profile(dossier, "", {}, profiles, kFinders))->id;
  };
  CHECK(id_of({award}) == "a");
  CHECK(id_of({award, page("高质量团体标准自评打分表", 2)}) == "b");
}

TEST_CASE("a title may be broken over lines") {
  CHECK(chosen({"典型案例", "申报书"}, kYears).profile == "m@2024");
  CHECK(chosen({"典型", "案例", "申报书"}, kYears).problems.empty());
  CHECK_FALSE(chosen({"典型", "案例", "的", "申报书"}, kYears).problems.empty());
}

TEST_CASE("what is not recognised is assumed, and said") {
  const Choice choice = chosen({"别的表格"}, kYears);
  CHECK(choice.profile == "m@2023");
  REQUIRE(choice.problems.size() == 1);
  CHECK(choice.problems.front().kind == "programme-assumed");
}

TEST_CASE("programmes that share a form are told apart by its field") {
  const std::vector<Profile> profiles{shared("pilot", "试点"), shared("show", "示范")};
  CHECK(chosen({"试点示范项目申报书", "类型：示范"}, profiles).profile == "show@2023");
  CHECK(chosen({"试点示范项目申报书", "类型：试点"}, profiles).profile == "pilot@2023");
  CHECK(chosen({"试点示范项目申报书", "类型：示范"}, profiles).problems.empty());
  const Choice open = chosen({"试点示范项目申报书"}, profiles);
  CHECK(open.profile == "pilot@2023");
  REQUIRE(open.problems.size() == 1);
  CHECK(open.problems.front().kind == "programme-assumed");
}

TEST_CASE("the version is that of the reference date, else of the year the form names") {
  CHECK(chosen({"示范项目申报书", "2023年度"}, kYears).profile == "m@2023");
  CHECK(chosen({"示范项目申报书", "2023年度"}, kYears, "", Date{2024, 5, 1}).profile == "m@2024");
  CHECK(chosen({"示范项目申报书"}, kYears, "", {}, "2023申报/申报书.pdf").profile == "m@2023");
  CHECK(chosen({"典型案例申报书"}, kYears).profile == "m@2024");
  CHECK(chosen({"示范项目申报书", "2023年度"}, kYears).problems.empty());
}

TEST_CASE("the year of a date near the title is not that of the call") {
  CHECK(chosen({"示范项目申报书", "（2023年度）", "发布日期 2024年3月15日"}, kYears).profile ==
        "m@2023");
}

TEST_CASE("a version that is assumed is the newest, and said") {
  for (const char* line : {"正文", "2023年至2024年", "120235年"}) {
    const Choice choice = chosen({"示范项目申报书", line}, kYears);
    INFO(line);
    CHECK(choice.profile == "m@2024");
    REQUIRE(choice.problems.size() == 1);
    CHECK(choice.problems.front().kind == "version-assumed");
    CHECK(choice.problems.front().detail == "m 2024");
  }
}

TEST_CASE("the command line may name programme and version") {
  CHECK(chosen({"别的表格"}, kYears, "m@2023").profile == "m@2023");
  CHECK(chosen({"2023年度申报"}, kYears, "m", Date{2023, 6, 30}).profile == "m@2023");
  CHECK(contains(chosen({"别的表格"}, kYears, "n").profile, "known: m@2023, m@2024"));
  CHECK(contains(chosen({"别的表格"}, kYears, "m@2020").profile, "unknown programme"));
}
