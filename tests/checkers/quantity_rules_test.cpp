#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kVisits = {{"fact", "visits"}, {"minimum", "3"}};
const Parameters kShare = {{"part", "members"}, {"whole", "all"}, {"percent", "80"}};

Outcome share(double part, double whole) {
  SmallDossier d;
  d.points("members", part, std::to_string(part), "application-form");
  d.points("all", whole, std::to_string(whole), "application-form");
  return d.ask(ratio_at_least, kShare);
}

}  // namespace

TEST_CASE("a promised number is enough from the minimum on") {
  SmallDossier d;
  d.points("visits", 3, "3", "application-form");
  CHECK(d.ask(quantity_at_least, kVisits).status == Status::pass);
  d.facts.front().typed = 2.0;
  d.facts.front().value = "2";
  const Outcome low = d.ask(quantity_at_least, kVisits);
  CHECK(low.status == Status::fail);
  CHECK(low.arguments.at("value") == "2");
  CHECK(low.arguments.at("minimum") == "3");
}

TEST_CASE("a number that is not there, doubtful or given twice is for a person") {
  SmallDossier d;
  CHECK(d.ask(quantity_at_least, kVisits).status == Status::review);
  d.points("visits", 2, "2", "application-form").doubt = "ocr";
  CHECK(d.ask(quantity_at_least, kVisits).status == Status::review);
  d.facts.front().doubt.clear();
  d.points("visits", 5, "5", "application-form");
  CHECK(d.ask(quantity_at_least, kVisits).status == Status::review);
  d.facts.front().typed = 4.0;
  CHECK(d.ask(quantity_at_least, kVisits).status == Status::pass);
}

TEST_CASE("a low number fails where its sentence promises it, and not where it reports the past") {
  SmallDossier d;
  const Parameters promised = {{"fact", "visits"}, {"minimum", "3"}, {"promise", "每年|不少于"}};
  d.points("visits", 2, "2", "application-form", {{"sentence", "近两年已举办观摩活动2次。"}});
  const Outcome past = d.ask(quantity_at_least, promised);
  CHECK(past.status == Status::review);
  CHECK(contains(past.reason.zh, "以往"));
  CHECK(d.ask(quantity_at_least, kVisits).status == Status::fail);
  d.facts.front().details = {{"sentence", "每年举办观摩活动2次。"}};
  CHECK(d.ask(quantity_at_least, promised).status == Status::fail);
  d.facts.front().details.clear();
  CHECK(d.ask(quantity_at_least, promised).status == Status::review);
}

TEST_CASE("a share is computed and not rounded up") {
  const Outcome enough = share(80, 100);
  CHECK(enough.status == Status::pass);
  CHECK(enough.arguments.at("ratio") == "80.00");
  CHECK(share(8, 10).status == Status::pass);
  const Outcome short_of_it = share(79999, 100000);
  CHECK(short_of_it.status == Status::fail);
  CHECK(short_of_it.arguments.at("ratio") == "79.99");
}

TEST_CASE("numbers that cannot be a share are for a person") {
  CHECK(share(12, 10).status == Status::review);
  CHECK(share(0, 0).status == Status::review);
  CHECK(share(-1, 10).status == Status::review);
  CHECK(share(12, 10).arguments.at("ratio").empty());
}

TEST_CASE("a share with one number missing, doubtful or contradictory is for a person") {
  SmallDossier d;
  d.points("members", 8, "8", "application-form");
  CHECK(d.ask(ratio_at_least, kShare).status == Status::review);
  d.points("all", 10, "10", "application-form");
  CHECK(d.ask(ratio_at_least, kShare).status == Status::pass);
  d.points("all", 20, "20", "application-form");
  CHECK(d.ask(ratio_at_least, kShare).status == Status::review);
  d.facts.back().doubt = "ocr";
  CHECK(d.ask(ratio_at_least, kShare).status == Status::pass);
}
