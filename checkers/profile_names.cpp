#include "checkers/profile_names.h"

#include <algorithm>

namespace biaoshen {

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
