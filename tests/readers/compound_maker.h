// Makes compound files (OLE2) in memory: streams at the root, small ones in small sectors.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace biaoshen {

using Streams = std::vector<std::pair<std::string, std::string>>;  // names are ASCII

std::string compound_file_of(const Streams& streams);

}  // namespace biaoshen
