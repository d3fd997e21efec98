#include "pipeline/app/sample_index.h"

#include "embedded/sample_index.h"
#include "pipeline/base/text.h"

namespace biaoshen {

std::vector<std::string> samples_of_rule(std::string_view rule) {
  std::vector<std::string> samples;
  for (const embedded::File& file : embedded::sample_index()) {
    for (std::string_view line : split(file.content, '\n')) {
      const auto columns = split(line, '\t');
      if (columns.size() == 2 && columns[0] == rule) samples.emplace_back(columns[1]);
    }
  }
  return samples;
}

}  // namespace biaoshen
