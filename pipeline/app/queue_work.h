// A job of the review queue while it runs; of interest to the two sources of ReviewQueue alone.
#pragma once

#include "pipeline/app/review_queue.h"

namespace biaoshen {

struct ReviewQueue::Work {
  enum class Kind : unsigned char { digest, review, copy, aside } kind = Kind::review;
  std::vector<Candidate>
      candidates;  // digest: in the order of the list; review, copy: one; aside: none
  std::vector<bool> is_digested;  // by candidate
  ReviewStep step;
  Clock::time_point since = Clock::now();
  std::optional<PublishedReview> published;
  std::optional<Error> error;
  bool is_withdrawn = false;
  std::function<void(const JobEnd&)> on_end;  // aside

  Candidate& candidate() { return candidates.front(); }
};

}  // namespace biaoshen
