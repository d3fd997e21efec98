#include "checkers/profile_names.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

bool is_required(std::string_view declared) {
  return declared.ends_with('!');
}

std::string_view plain(std::string_view declared) {
  return is_required(declared) ? declared.substr(0, declared.size() - 1) : declared;
}

}  // namespace

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

void check_parameters(const Parameters& given, std::span<const std::string_view> declared, int line,
                      const std::string& whose, std::vector<ProfileMistake>& mistakes) {
  KnownNames known;
  for (std::string_view name : declared) {
    known.push_back(plain(name));
    const auto found = given.find(plain(name));
    if (is_required(name) && (found == given.end() || found->second.empty())) {
      mistakes.push_back({line, whose + " needs the parameter “" + std::string(plain(name)) + "”"});
    }
  }
  for (const auto& [name, text] : given) {
    if (is_known(name, known)) continue;
    mistakes.push_back(
        {line, whose + " has no parameter “" + name + "”" + did_you_mean(name, known)});
  }
}

}  // namespace biaoshen
