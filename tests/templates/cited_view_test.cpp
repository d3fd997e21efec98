// The table of standards cited and compared.
#include <algorithm>
#include <catch2/catch.hpp>

#include "html_reading.h"
#include "sample_review.h"
#include "templates/view.h"

using namespace biaoshen;

namespace {

Fact number_fact(const std::string& name, const std::string& prefix, const std::string& nature,
                 const std::string& sequence, const std::string& year, NumberKind kind,
                 std::uint32_t page) {
  StandardNumber number;
  number.prefix = prefix;
  number.nature = nature;
  number.sequence = sequence;
  number.year = year;
  number.kind = kind;
  number.role = NumberRole::cited;
  number.key = prefix + (nature.empty() ? "" : "/" + nature) + " " + sequence +
               (year.empty() ? "" : "-" + year);
  number.display = number.key;
  Fact fact;
  fact.name = name;
  fact.value = number.key;
  fact.typed = number;
  fact.quote.file = name == "cited" ? "f04" : "f06";
  fact.quote.page = page;
  return fact;
}

Review review_with_standards() {
  Review review = sample_review();
  review.profile.facts.push_back({"compared", "numbers", "innovation", {}});
  review.profile.facts.push_back({"cited", "cited", "standard-text", {}});
  RuleSpec rule;
  rule.condition.check = {"person-decides", {{"facts", "title | compared | cited"}}, {}};
  review.profile.rules.push_back(rule);
  const auto national = NumberKind::national;
  review.facts = {number_fact("compared", "GB", "T", "22239", "2019", national, 2),
                  number_fact("compared", "GB", "T", "1.1", "2009", national, 2),
                  number_fact("cited", "GB", "T", "22239", "2019", national, 3),
                  number_fact("cited", "GB", "T", "22239", "2019", national, 5),
                  number_fact("cited", "GB", "", "31605", "2020", national, 3),
                  number_fact("cited", "GB", "T", "1.1", "", national, 3),
                  number_fact("cited", "DB11", "T", "2020", "2022", NumberKind::local, 3)};
  return review;
}

CitedView cited_of(const Review& review) {
  return view_of(review, Language::zh).cited;
}

const CitedRowView& row_of(const CitedView& view, const std::string& number) {
  const auto found = std::ranges::find(view.rows, number, &CitedRowView::number);
  REQUIRE(found != view.rows.end());
  return *found;
}

}  // namespace

TEST_CASE("what the text cites stands beside what the comparison names, a row a standard") {
  const CitedView view = cited_of(review_with_standards());
  CHECK(view.columns == std::vector<std::string>{"标准文本", "创新性先进性说明"});
  CHECK(view.rows.size() == 5);
  const CitedRowView& both = row_of(view, "GB/T 22239-2019");
  REQUIRE(both.cells.size() == 2);
  REQUIRE(both.cells[0].places.size() == 2);
  CHECK(both.cells[0].places[1].place == "第 5 页");
  CHECK(both.cells[1].places[0].file.id == "f06");
  CHECK(row_of(view, "GB 31605-2020").cells[1].places.empty());
}

TEST_CASE("class, missing year and binding nature are read from the number") {
  const CitedView view = cited_of(review_with_standards());
  CHECK(row_of(view, "GB 31605-2020").mandatory == "强制性");
  CHECK(row_of(view, "GB/T 22239-2019").mandatory.empty());
  CHECK(row_of(view, "DB11/T 2020-2022").kind == "地方标准");
  CHECK(row_of(view, "GB/T 1.1").is_undated);
  CHECK(row_of(view, "GB/T 1.1").year == "不注日期");
  CHECK(view.sum == "共 5 项，其中不注日期 1 项、强制性 1 项。");
}

TEST_CASE("the same standard with another year is told") {
  const CitedView view = cited_of(review_with_standards());
  CHECK_FALSE(row_of(view, "GB/T 1.1").other_year.empty());
  CHECK_FALSE(row_of(view, "GB/T 1.1-2009").other_year.empty());
  CHECK(row_of(view, "GB/T 22239-2019").other_year.empty());
}

TEST_CASE("without a rule that asks a person, or without such facts, there is no table") {
  Review review = review_with_standards();
  CHECK(page_of(review).find("id=\"cited\"") != std::string::npos);
  review.profile.rules.pop_back();
  CHECK(cited_of(review).rows.empty());
  CHECK(page_of(review).find("id=\"cited\"") == std::string::npos);
  review = review_with_standards();
  review.facts.clear();
  CHECK(cited_of(review).rows.empty());
}

TEST_CASE("the standard's own number and those it replaces are not among the others") {
  Review review = review_with_standards();
  for (Fact& fact : review.facts) std::get<StandardNumber>(fact.typed).role = NumberRole::own;
  CHECK(cited_of(review).rows.empty());
}

TEST_CASE("endless lists of standards are cut and the rest is counted") {
  Review review = review_with_standards();
  review.facts.clear();
  for (int i = 1; i <= 500; ++i)
    review.facts.push_back(
        number_fact("cited", "GB", "T", std::to_string(i), "2020", NumberKind::national, 1));
  CHECK(cited_of(review).rows.size() == 200);
  CHECK(cited_of(review).unlisted == "另有 300 处，见 dossier.json");
}
