// Where a text names a mobile number, a citizen number or an address of e-mail, and which bytes
// of it are hidden from people: 138****5678, 110101********1234, l***@example.com. Figures of
// any width and writing, also with characters between them that nobody sees.
//
// It refuses to judge: a credit code of an organization is not personal data.
//
// Tested by tests/templates/shown_text_test.cpp and tests/stages/crops_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace biaoshen {

// Bytes [begin, end), for which `stars` stars stand.
struct HiddenBytes {
  std::size_t begin, end, stars;
};
std::vector<HiddenBytes> personal_data(std::string_view text);  // in order, apart

}  // namespace biaoshen
