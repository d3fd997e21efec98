#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kRoster = {{"fact", "roster"}};

void add_list(SmallDossier& d, std::initializer_list<const char*> ranks, const char* file = "f01",
              const char* doubt = "") {
  for (const char* rank : ranks) {
    Fact& row = d.fact("roster", "项目" + std::to_string(d.facts.size()), "other", doubt);
    row.details = {{"rank", rank}};
    row.quote.file = file;
  }
}

SmallDossier with_list(std::initializer_list<const char*> ranks) {
  SmallDossier d;
  d.file("汇总表.xlsx", "other");
  add_list(d, ranks);
  return d;
}

Status of(std::initializer_list<const char*> ranks) {
  return with_list(ranks).ask(ranked, kRoster).status;
}

}  // namespace

TEST_CASE("ranks are 1 to n, each once, in any order") {
  CHECK(of({"1", "2", "3"}) == Status::pass);
  CHECK(of({"2", "01", "3."}) == Status::pass);
  CHECK(with_list({"1", "2"}).ask(ranked, kRoster).arguments.at("ranks") == "1、2");
}

TEST_CASE("a rank that stands twice or is left out fails") {
  CHECK(of({"1", "1", "2"}) == Status::fail);
  CHECK(of({"1", "3"}) == Status::fail);
  CHECK(of({"2", "3"}) == Status::fail);
  CHECK(contains(with_list({"1", "3"}).ask(ranked, kRoster).reason.zh, "不连续"));
}

TEST_CASE("a rank that cannot be read, or a second list, is for a person") {
  CHECK(of({"1", "二"}) == Status::review);
  CHECK(of({"1", ""}) == Status::review);
  CHECK(of({"1", "99999999999999999999"}) == Status::review);
  CHECK(of({"1", "2", "1", "2"}) == Status::review);
}

TEST_CASE("a gap may be on an unread page, and doubtful rows decide nothing") {
  SmallDossier d = with_list({"1", "3"});
  d.file("汇总表扫描件.pdf");
  d.unread();
  CHECK(d.ask(ranked, kRoster).status == Status::review);
  SmallDossier doubtful;
  add_list(doubtful, {"1", "2"}, "f01", "ocr");
  CHECK(doubtful.ask(ranked, kRoster).status == Status::review);
  SmallDossier twice;
  add_list(twice, {"1", "1"}, "f01", "ocr");
  CHECK(twice.ask(ranked, kRoster).status == Status::review);
}

TEST_CASE("the table and its scan are the same list, not one list twice") {
  SmallDossier d = with_list({"1", "2"});
  add_list(d, {"1", "7"}, "f02", "ocr");
  CHECK(d.ask(ranked, kRoster).status == Status::pass);
}

TEST_CASE("a list of one row, or no list, has nothing to rank") {
  CHECK(of({"1"}) == Status::not_applicable);
  CHECK(of({}) == Status::not_applicable);
  SmallDossier d;
  d.file("汇总表.pdf");
  d.unread();
  CHECK(d.ask(ranked, kRoster).status == Status::review);
}
