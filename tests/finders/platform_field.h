// What a print-out of a platform says in one of its fields.
#pragma once

#include <string>
#include <string_view>

#include "extractors/finders/platform_page.h"

namespace biaoshen::testing {

inline std::string field(const PlatformPage& page, std::string_view name) {
  const auto found = page.fields.find(name);
  return found == page.fields.end() ? "absent" : std::string(found->second.print());
}

}  // namespace biaoshen::testing
