#include "checkers/profile_names.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace biaoshen {
std::string did_you_mean(std::string_view wrong, const KnownNames& known) {
  constexpr std::size_t kLongest = 80;
  if (wrong.size() > kLongest) return "";
  std::size_t best = std::max<std::size_t>(2, wrong.size() / 3) + 1;
  std::string_view nearest;
  for (std::string_view name : known) {
    const std::size_t distance = edit_distance(wrong, name);
    if (distance < best) {
      best = distance;
      nearest = name;
    }
  }
  return nearest.empty() ? "" : "; did you mean “" + std::string(nearest) + "”?";
}

bool is_known(std::string_view name, const KnownNames& known) {
  return std::find(known.begin(), known.end(), name) != known.end();
}

Declared declared_parameter(std::string_view row) {
  const std::size_t colon = std::min(row.find(':'), row.size());
  Declared out{row.substr(0, colon), row.substr(std::min(colon + 1, row.size())), false};
  out.is_required = out.name.ends_with('!');
  if (out.is_required) out.name.remove_suffix(1);
  return out;
}

void check_parameters(const Parameters& given, std::span<const std::string_view> declared, int line,
                      const std::string& whose, std::vector<ProfileMistake>& mistakes) {
  KnownNames known;
  for (std::string_view row : declared) {
    const Declared one = declared_parameter(row);
    known.push_back(one.name);
    const auto found = given.find(one.name);
    if (one.is_required && (found == given.end() || found->second.empty())) {
      mistakes.push_back({line, whose + " needs the parameter “" + std::string(one.name) + "”"});
    }
  }
  for (const auto& [name, text] : given) {
    if (is_known(name, known)) continue;
    mistakes.push_back(
        {line, whose + " has no parameter “" + name + "”" + did_you_mean(name, known)});
  }
}

}  // namespace biaoshen
