#include "pipeline/batch/json_member.h"

#include <limits>

namespace biaoshen {
namespace {

const JsonMember::Json kNothing;

}  // namespace

void JsonMember::complain(std::string_view expected) const {
  if (mistake_->empty()) *mistake_ = name_ + ": not " + std::string(expected);
}

JsonMember JsonMember::at(std::string_view key) const {
  const std::string name = (name_.empty() ? "" : name_ + ".") + std::string(key);
  if (json_->is_object()) {
    const auto found = json_->find(std::string(key));
    if (found != json_->end()) return {*found, name, *mistake_};
  }
  const JsonMember nothing(kNothing, name, *mistake_);
  nothing.complain("there");
  return nothing;
}

bool JsonMember::has(std::string_view key) const {
  return json_->is_object() && json_->contains(std::string(key));
}

std::string JsonMember::text() const {
  if (json_->is_string()) return json_->get<std::string>();
  complain("a text");
  return {};
}

std::string JsonMember::text_or_nothing() const {
  return json_->is_null() ? std::string() : text();
}

bool JsonMember::truth() const {
  if (json_->is_boolean()) return json_->get<bool>();
  complain("true or false");
  return false;
}

double JsonMember::number() const {
  if (json_->is_number()) return json_->get<double>();
  if (!json_->is_null()) complain("a number");
  return 0;
}

std::optional<double> JsonMember::number_or_nothing() const {
  return json_->is_null() ? std::nullopt : std::optional(number());
}

std::uint32_t JsonMember::count() const {
  if (json_->is_number_unsigned()) {
    const auto value = json_->get<std::uint64_t>();
    if (value <= std::numeric_limits<std::uint32_t>::max())
      return static_cast<std::uint32_t>(value);
  }
  complain("a whole number");
  return 0;
}

std::vector<JsonMember> JsonMember::list() const {
  std::vector<JsonMember> out;
  if (!json_->is_array()) {
    complain("a list");
    return out;
  }
  for (std::size_t i = 0; i < json_->size(); ++i)
    out.emplace_back((*json_)[i], name_ + "[" + std::to_string(i) + "]", *mistake_);
  return out;
}

std::vector<std::pair<std::string, JsonMember>> JsonMember::members() const {
  std::vector<std::pair<std::string, JsonMember>> out;
  if (!json_->is_object()) {
    complain("an object");
    return out;
  }
  for (const auto& [key, value] : json_->items())
    out.emplace_back(key, JsonMember(value, name_ + "." + key, *mistake_));
  return out;
}

}  // namespace biaoshen
