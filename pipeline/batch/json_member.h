// Reads members of a JSON object that nobody vouches for. The first member that is missing or of
// another type is remembered, and reading goes on with an empty value: one look at the end
// tells whether everything was there.
//
// Tested by tests/batch/batch_entry_test.cpp.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

class JsonMember {
 public:
  using Json = nlohmann::ordered_json;  // details stay in their order

  // `mistake` outlives this and all members made from it; it stays empty where all is well.
  JsonMember(const Json& json, std::string name, std::string& mistake)
      : json_(&json), name_(std::move(name)), mistake_(&mistake) {}

  JsonMember at(std::string_view key) const;
  bool has(std::string_view key) const;
  bool is_null() const { return json_->is_null(); }
  std::string text() const;
  std::string text_or_nothing() const;  // also for null
  bool truth() const;
  double number() const;  // also for null: 0
  std::optional<double> number_or_nothing() const;
  std::uint32_t count() const;  // a whole number that fits
  std::vector<JsonMember> list() const;
  std::vector<std::pair<std::string, JsonMember>> members() const;

 private:
  void complain(std::string_view expected) const;

  const Json* json_;
  std::string name_;
  std::string* mistake_;
};

}  // namespace biaoshen
