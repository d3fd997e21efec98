#include "pipeline/app/done_log.h"

namespace biaoshen {

std::vector<LogField> done_fields(const PublishedReview& published, double seconds) {
  std::vector<LogField> fields{{"seconds", seconds},
                               {"verdict", std::string(name_of(published.verdict))},
                               {"revision", std::int64_t{published.revision}},
                               {"pages", static_cast<std::int64_t>(published.pages)}};
  if (!published.sandbox.empty()) fields.push_back({"sandbox", published.sandbox});
  if (!published.last_words.empty()) fields.push_back({"readers_said", published.last_words});
  return fields;
}

}  // namespace biaoshen
