#include "pipeline/batch/needed_members.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace biaoshen;

namespace {

const std::vector<NeededMember> kNeeded = {{"a", {}}, {"b", {{"c", {}}}}};

}  // namespace

TEST_CASE("what nobody asks for is left out, whatever stands in it") {
  for (const auto& [json, kept] : std::vector<std::pair<std::string, std::string>>{
           {R"({"a": [1], "b": [{"c": 2, "d": 3}], "e": {"a": 4}})", R"({"a":[1],"b":[{"c":2}]})"},
           {R"({"e": "\"}],\\", "a": "\\\"{", "f": ["]", {"a": "}"}]})", R"({"a":"\\\"{"})"},
           {R"({"e": 1, "f": null})", "{}"},
           {R"({"b": {"d": [], "c": {"d": 1}}, "a": {}})", R"({"b":{"c":{"d": 1}},"a":{}})"},
           {R"({"b": [], "a": ""})", R"({"b":[],"a":""})"},
           {R"({"b": [7, null, "c", {}]})", R"({"b":[7,null,"c",{}]})"},
           {" [ {\"a\" : -1.5e3 , \"e\" : true} ] ", R"([{"a":-1.5e3}])"},
           {"{}", "{}"},
           {"7", "7"}}) {
    INFO(json);
    const auto found = with_needed(json, kNeeded);
    REQUIRE(found);
    CHECK(*found == kept);
    CHECK(nlohmann::json::accept(*found));
  }
}

TEST_CASE("a text whose brackets or quotation marks do not close is refused") {
  const std::string whole = R"({"a": ["x", {"y": 1}], "b": [{"c": "z"}], "e": ["\"", 2]})";
  REQUIRE(with_needed(whole, kNeeded));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    INFO(whole.substr(0, length));
    CHECK_FALSE(with_needed(whole.substr(0, length), kNeeded));
  }
  for (const char* json : {"{", "}", "[}", "{\"a\"}", "{1: 2}", "{} {}", "{\"a\": }", "\"a"})
    CHECK_FALSE(with_needed(json, kNeeded));
}

TEST_CASE("a text that nests without end costs no more than its length") {
  CHECK_FALSE(with_needed(std::string(1'000'000, '['), kNeeded));
  CHECK_FALSE(with_needed("{\"e\": " + std::string(1'000'000, '['), kNeeded));
}
