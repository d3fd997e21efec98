// Which samples show a rule: samples/index.txt, which `samples/make --index` writes and
// tests/app compares with what is made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

std::vector<std::string> samples_of_rule(std::string_view rule);

}  // namespace biaoshen
