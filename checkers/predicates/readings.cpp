#include "checkers/predicates/readings.h"

#include <algorithm>
#include <charconv>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostQuotes = 60;
constexpr std::size_t kMostValues = 12;

// Materials in the order of trust of `name`.
std::vector<std::string_view> trusted_order(const Profile& profile, std::string_view name) {
  std::vector<std::string_view> order;
  for (const FactSpec& spec : profile.facts) {
    if (spec.name == name) order.push_back(spec.material);
  }
  return order;
}

std::size_t rank(const std::vector<std::string_view>& order, std::string_view material) {
  const auto found = std::find(order.begin(), order.end(), material);
  return static_cast<std::size_t>(found - order.begin());
}

Readings best_ranked(const Readings& readings, const std::vector<std::string_view>& order) {
  std::size_t best = order.size() + 1;
  for (const Fact* fact : readings) best = std::min(best, rank(order, fact->material));
  Readings kept;
  for (const Fact* fact : readings) {
    if (rank(order, fact->material) == best) kept.push_back(fact);
  }
  return kept;
}

std::string title_of(const Profile& profile, std::string_view material, Language language) {
  const Material* found = profile.material(material);
  if (found != nullptr) return found->title.in(language);
  return language == Language::zh ? "其他材料" : "other material";
}

// （读数存疑，另一读数：…）
Wording doubt_mark(const Fact& fact, const std::string& second) {
  if (is_firm(fact)) return {};
  if (fact.doubt == "other-standard") return {"（另一项标准）", " (another standard)"};
  if (fact.doubt == "relative") {
    const std::string print = cut_text(fact.quote.text);
    return {"（由“" + print + "”推算）", " (worked out from “" + print + "”)"};
  }
  if (second.empty()) return {"（读数存疑）", " (doubtful reading)"};
  return {"（读数存疑，另一读数：" + second + "）", " (doubtful, other reading: " + second + ")"};
}

}  // namespace

bool is_firm(const Fact& fact) {
  return fact.doubt.empty() || fact.doubt == "founder";
}

bool is_reading(const Fact& fact) {
  return !fact.value.empty() && fact.doubt != "placeholder" && fact.doubt != "blank-form";
}

bool is_of_application(const Fact& fact) {
  return is_reading(fact) && fact.doubt != "other-standard";
}

Readings readings_of(const CheckInput& input, std::string_view name) {
  Readings found;
  for (const Fact& fact : input.facts) {
    if (fact.name == name && is_reading(fact)) found.push_back(&fact);
  }
  return found;
}

Readings firm(const Readings& readings) {
  Readings kept;
  std::copy_if(readings.begin(), readings.end(), std::back_inserter(kept),
               [](const Fact* fact) { return is_firm(*fact); });
  return kept;
}

bool all_firm(const Readings& readings) {
  return std::all_of(readings.begin(), readings.end(),
                     [](const Fact* fact) { return is_firm(*fact); });
}

Readings preferred(const CheckInput& input, std::string_view name, Fitness is_fit) {
  const Readings all = readings_of(input, name);
  Readings fit;
  std::copy_if(all.begin(), all.end(), std::back_inserter(fit),
               [&](const Fact* fact) { return is_fit(*fact); });
  const auto order = trusted_order(input.profile, name);
  return best_ranked(fit.empty() ? all : fit, order);
}

std::string key_of(const Fact& fact) {
  if (const StandardNumber* number = number_in(fact)) return number->key;
  if (const Date* date = date_in(fact)) return to_string(*date);
  // Title marks, and the hint where to put the seal, are not part of a name.
  std::string key = bare(squeeze(fact.value));
  for (std::string_view mark : {"《", "》", "(盖章)", "(公章)", "(签章)", "(加盖公章)"})
    key = replace_all(std::move(key), mark, "");
  return key;
}

const StandardNumber* number_in(const Fact& fact) {
  return std::get_if<StandardNumber>(&fact.typed);
}
const Date* date_in(const Fact& fact) {
  return std::get_if<Date>(&fact.typed);
}
const double* decimal_in(const Fact& fact) {
  return std::get_if<double>(&fact.typed);
}

void add_quotes(std::vector<Evidence>& evidence, const Readings& readings) {
  for (const Fact* fact : readings) {
    if (evidence.size() >= kMostQuotes) return;
    const Evidence quote = fact->quote;
    if (std::find(evidence.begin(), evidence.end(), quote) == evidence.end()) {
      evidence.push_back(quote);
    }
  }
}

std::vector<Evidence> quotes(const Readings& readings) {
  std::vector<Evidence> evidence;
  add_quotes(evidence, readings);
  return evidence;
}

std::string cut_text(const std::string& text) {
  constexpr std::size_t kLongest = 240;
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::string values(const Readings& readings) {
  std::vector<std::string> seen;
  for (const Fact* fact : readings) {
    if (std::find(seen.begin(), seen.end(), fact->value) != seen.end()) continue;
    if (seen.size() == kMostValues) {
      seen.push_back("…");
      break;
    }
    seen.push_back(fact->value);
  }
  std::string out;
  for (const std::string& value : seen) out += (out.empty() ? "" : "、") + cut_text(value);
  return out;
}

Wording side_by_side(const CheckInput& input, const Readings& readings) {
  Wording out;
  std::vector<std::string> seen;
  std::string_view last;  // readings of one material in a row share its title
  for (const Fact* fact : readings) {
    const std::string line = fact->material + '\n' + fact->value + '\n' + fact->doubt;
    if (std::find(seen.begin(), seen.end(), line) != seen.end()) continue;
    if (seen.size() == kMostValues) break;
    const bool again = !seen.empty() && last == fact->material;
    const std::string* second = fact->detail("second");
    const Wording mark = doubt_mark(*fact, second == nullptr ? "" : cut_text(*second));
    const std::string zh =
        again ? "、" : title_of(input.profile, fact->material, Language::zh) + "：";
    const std::string en =
        again ? ", " : title_of(input.profile, fact->material, Language::en) + ": ";
    out.zh += (again || seen.empty() ? "" : "；") + zh + cut_text(fact->value) + mark.zh;
    out.en += (again || seen.empty() ? "" : "; ") + en + cut_text(fact->value) + mark.en;
    seen.push_back(line);
    last = fact->material;
  }
  return out;
}

std::string_view parameter(const Check& check, std::string_view name) {
  const auto found = check.parameters.find(name);
  return found == check.parameters.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string_view> list_parameter(const Check& check, std::string_view name) {
  const std::string_view whole = parameter(check, name);
  if (whole.empty()) return {};
  return split(whole, '|');
}

std::vector<std::vector<std::string_view>> groups_parameter(const Check& check,
                                                            std::string_view name) {
  std::vector<std::vector<std::string_view>> groups;
  for (std::string_view group : list_parameter(check, name)) groups.push_back(split(group, '/'));
  return groups;
}

int whole_parameter(const Check& check, std::string_view name, int otherwise) {
  const std::string_view text = parameter(check, name);
  int number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failed == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

}  // namespace biaoshen
