#include "pipeline/stages/confirm_facts.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

Fact read(std::string name, std::string value, std::string material, std::string doubt,
          float left = 10) {
  Fact fact;
  fact.name = std::move(name);
  fact.value = std::move(value);
  fact.material = std::move(material);
  fact.quote.file = "f-" + fact.material;
  fact.quote.page = 1;
  fact.quote.text = fact.value;
  fact.quote.place = OnPage{{left, 10, 90, 20}};
  fact.quote.origin = doubt.empty() ? Origin::text : Origin::ocr;
  fact.quote.confidence = 95;
  fact.doubt = std::move(doubt);
  return fact;
}

Fact number(std::string code, std::string sequence, std::string material, std::string doubt) {
  StandardNumber typed;
  typed.kind = NumberKind::group;
  typed.code = code;
  typed.sequence = sequence;
  typed.year = "2022";
  typed.key = "T/" + code + " " + sequence + "-2022";
  typed.display = "T/" + code + " " + sequence + "—2022";
  Fact fact = read("number", typed.display, std::move(material), std::move(doubt));
  fact.typed = typed;
  return fact;
}

}  // namespace

TEST_CASE("what another material says firmly confirms a recognised value") {
  const auto facts = confirm_facts({read("title", "智能家电", "standard-text", "ocr"),
                                    read("title", "智能 家电", "application-form", "")});
  CHECK(facts[0].doubt.empty());
  REQUIRE(facts[0].detail("confirmed-by") != nullptr);
  CHECK(*facts[0].detail("confirmed-by") == "application-form");
}

TEST_CASE("a value that differs, or one of the same material, confirms nothing") {
  CHECK(confirm_facts({read("title", "智能家电", "standard-text", "ocr"),
                       read("title", "智能家具", "application-form", "")})[0]
            .doubt == "ocr");
  CHECK(confirm_facts({read("title", "智能家电", "standard-text", "ocr"),
                       read("title", "智能家电", "standard-text", "")})[0]
            .doubt == "ocr");
}

TEST_CASE("two sure readings of two prints confirm one another") {
  const auto facts = confirm_facts({read("title", "智能家电", "standard-text", "ocr"),
                                    read("title", "智能家电", "application-form", "ocr", 30)});
  CHECK(facts[0].doubt.empty());
  CHECK(facts[1].doubt.empty());
}

TEST_CASE("the same picture handed in twice is one reading") {
  const auto facts = confirm_facts({read("title", "智能家电", "standard-text", "ocr"),
                                    read("title", "智能家电", "application-form", "ocr")});
  CHECK(facts[0].doubt == "ocr");
}

TEST_CASE("unsure readings do not confirm one another") {
  Fact unsure = read("title", "智能家电", "application-form", "ocr", 30);
  unsure.quote.confidence = 80;
  CHECK(confirm_facts({read("title", "智能家电", "standard-text", "ocr"), unsure})[0].doubt ==
        "ocr");
}

TEST_CASE("a lost blank is where the firm twin has it") {
  const auto facts = confirm_facts({number("ABC", "2020015", "standard-text", "no-blank"),
                                    number("ABC2020", "015", "application-form", "")});
  CHECK(facts[0].value == "T/ABC2020 015—2022");
  CHECK(facts[0].doubt.empty());
}

TEST_CASE("doubts of the print itself stay") {
  CHECK(confirm_facts({read("title", "智能家电", "standard-text", "uncertain"),
                       read("title", "智能家电", "application-form", "")})[0]
            .doubt == "uncertain");
}

TEST_CASE("the same words under another name share what confirms them") {
  const auto facts = confirm_facts({read("platform.title", "智能家电", "standard-text", "ocr"),
                                    read("title", "智能家电", "standard-text", "ocr"),
                                    read("title", "智能家电", "application-form", "")});
  CHECK(facts[0].doubt.empty());
}
