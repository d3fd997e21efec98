#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kStatus = {
    {"fact", "platform.status"}, {"good", "现行|现行有效"}, {"bad", "废止"}};
const Parameters kDisclosed = {{"facts", "platform.number|platform.scope"},
                               {"names", "编号|适用范围"}};

Status status_of(const char* value, const char* doubt = "") {
  SmallDossier d;
  d.fact("platform.status", value, "platform-screenshot", doubt);
  return d.ask(platform_status, kStatus).status;
}

}  // namespace

TEST_CASE("现行 passes, 废止 fails, another status is for review") {
  CHECK(status_of("现行") == Status::pass);
  CHECK(status_of("现行 有效") == Status::pass);
  CHECK(status_of("废止") == Status::fail);
  CHECK(status_of("即将实施") == Status::review);
}

TEST_CASE("a status nobody could read, or read for certain, is for review") {
  CHECK(status_of("废止", "ocr") == Status::review);
  SmallDossier d;
  d.file("截图.png");
  d.unread();
  const Outcome outcome = d.ask(platform_status, kStatus);
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "截图.png"));
}

TEST_CASE("two pages with different status are for review") {
  SmallDossier d;
  d.fact("platform.status", "现行", "platform-screenshot");
  d.fact("platform.status", "废止", "platform-screenshot");
  CHECK(d.ask(platform_status, kStatus).status == Status::review);
}

TEST_CASE("all basic facts on the platform's page pass, a missing one is named and never fails") {
  SmallDossier d;
  d.fact("platform.number", "T/BAIIA 015—2022", "platform-screenshot");
  const Outcome missing = d.ask(platform_disclosed, kDisclosed);
  CHECK(missing.status == Status::review);
  CHECK(missing.arguments.at("missing") == "适用范围");
  d.fact("platform.scope", "本文件适用于……", "platform-screenshot");
  CHECK(d.ask(platform_disclosed, kDisclosed).status == Status::pass);
  d.facts.back().doubt = "ocr";
  CHECK(d.ask(platform_disclosed, kDisclosed).status == Status::review);
}
