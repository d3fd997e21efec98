#include "checkers/profile_tree.h"

#include <algorithm>

#include "embedded/profiles.h"

namespace biaoshen {

std::string_view embedded_file(std::string_view path) {
  for (const embedded::File& file : embedded::profiles()) {
    if (file.path == path) return file.content;
  }
  return {};
}

ProfileTree read_profile_file(std::string_view xml) {
  return read_profile_tree(xml, embedded_file("checkers/profile.rng"), {"profile", "module"},
                           {"instrument", "material", "fact", "field", "part", "rule", "also"});
}

// Comments may stand before the root, and may name elements.
std::string_view root_name(std::string_view xml) {
  std::size_t at = 0;
  while ((at = xml.find('<', at)) != std::string_view::npos) {
    const std::string_view rest = xml.substr(at);
    if (rest.starts_with("<!--")) {
      at = xml.find("-->", at);
    } else if (rest.starts_with("<?")) {
      at = xml.find("?>", at);
    } else {
      return rest.substr(1, std::min(rest.find_first_of(" \t\r\n/>"), rest.size()) - 1);
    }
    if (at == std::string_view::npos) return {};
    ++at;
  }
  return {};
}

bool is_module(std::string_view xml) {
  return root_name(xml) == "module";
}

}  // namespace biaoshen
