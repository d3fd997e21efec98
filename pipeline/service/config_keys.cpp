#include "pipeline/service/config_keys.h"

#include <algorithm>
#include <charconv>

#include "pipeline/model/date.h"

namespace biaoshen {
namespace {

constexpr ConfigKey kKeys[] = {
    {"inbox", KeyKind::path},
    {"out", KeyKind::path},
    {"programme", KeyKind::text},
    {"as-of", KeyKind::date},
    {"profiles", KeyKind::path},
    {"policy", KeyKind::path},
    {"waivers", KeyKind::path},
    {"limit", KeyKind::limits},
    {"jobs", KeyKind::whole},
    {"lang", KeyKind::language},
    {"notice-template", KeyKind::path},
    {"show-personal-data", KeyKind::flag},
    {"unsandboxed-office", KeyKind::flag},
    {"require-sandbox", KeyKind::flag},
    {"cache-size", KeyKind::size},
    {"stall", KeyKind::period},
    {"log", KeyKind::path},
    {"metrics", KeyKind::path},
    {"settle", KeyKind::seconds, true, false},
    {"poll", KeyKind::period, true, false},
    {"force", KeyKind::flag, false, true},
    {"until", KeyKind::time, false, true},
    {"fail-on", KeyKind::verdict, false, true},
};

template <typename Number>
bool is_number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value >= 0 &&
         value <= Number{1'000'000'000};
}

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// HH:MM
bool is_time(std::string_view text) {
  return text.size() == 5 && text[2] == ':' && is_digits(text.substr(0, 2)) &&
         is_digits(text.substr(3)) && text.substr(0, 2) < "24" && text.substr(3) < "60";
}

bool is_size(std::string_view text) {
  if (!text.empty() && std::string_view("KMGT").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return is_digits(text) && text.size() <= 12;
}

}  // namespace

std::span<const ConfigKey> config_keys() {
  return kKeys;
}

const ConfigKey* config_key(std::string_view name) {
  for (const ConfigKey& key : kKeys)
    if (key.name == name) return &key;
  return nullptr;
}

Wording expected_of(KeyKind kind) {
  switch (kind) {
    case KeyKind::text:
      return {"加引号的文字", "text in quotes"};
    case KeyKind::path:
      return {"加引号的路径", "a path in quotes"};
    case KeyKind::flag:
      return {"true 或 false", "true or false"};
    case KeyKind::whole:
      return {"不小于 0 的整数，如 4", "a whole number, 0 or more, such as 4"};
    case KeyKind::seconds:
      return {"秒数，不小于 0，如 20", "a number of seconds, 0 or more, such as 20"};
    case KeyKind::period:
      return {"大于 0 的秒数，如 30", "a number of seconds above 0, such as 30"};
    case KeyKind::date:
      return {"日期，如 \"2026-08-31\"", "a date, such as \"2026-08-31\""};
    case KeyKind::time:
      return {"时刻，如 \"06:30\"", "a time of day, such as \"06:30\""};
    case KeyKind::size:
      return {"大小，如 \"2G\" 或 \"500M\"", "a size, such as \"2G\" or \"500M\""};
    case KeyKind::language:
      return {"\"zh\" 或 \"en\"", "\"zh\" or \"en\""};
    case KeyKind::verdict:
      return {"\"return\" 或 \"review\"", "\"return\" or \"review\""};
    case KeyKind::limits:
      return {"限额的列表，如 [\"entries=5000\"]", "a list of limits, such as [\"entries=5000\"]"};
  }
  return {};
}

bool is_fit(KeyKind kind, std::string_view value) {
  switch (kind) {
    case KeyKind::text:
    case KeyKind::path:
      return !value.empty() && value.find('\0') == std::string_view::npos;
    case KeyKind::flag:
      return value == "true" || value == "false";
    case KeyKind::whole:
      return is_digits(value) && is_number<long long>(value);
    case KeyKind::seconds:
      return is_number<double>(value);
    case KeyKind::period:
      return is_number<double>(value) && value.find_first_of("123456789") != std::string_view::npos;
    case KeyKind::date:
      return parse_date(value).has_value();
    case KeyKind::time:
      return is_time(value);
    case KeyKind::size:
      return is_size(value);
    case KeyKind::language:
      return value == "zh" || value == "en";
    case KeyKind::verdict:
      return value == "return" || value == "review";
    case KeyKind::limits: {
      const std::size_t equals = value.find('=');
      return equals != std::string_view::npos && equals > 0 &&
             is_number<double>(value.substr(equals + 1));
    }
  }
  return false;
}

}  // namespace biaoshen
