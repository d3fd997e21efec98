#include "pipeline/base/did_you_mean.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace biaoshen {

std::string_view nearest_name(std::string_view wrong, const KnownNames& known) {
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
  return nearest;
}

std::string did_you_mean(std::string_view wrong, const KnownNames& known) {
  const std::string_view nearest = nearest_name(wrong, known);
  return nearest.empty() ? "" : "; did you mean “" + std::string(nearest) + "”?";
}

bool is_known(std::string_view name, const KnownNames& known) {
  return std::find(known.begin(), known.end(), name) != known.end();
}

}  // namespace biaoshen
