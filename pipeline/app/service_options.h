// The options of `batch` and `watch`, beyond those of a review.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "pipeline/app/review_run.h"

namespace biaoshen {

struct ServiceOptions : ReviewSettings {
  std::string inbox;                         // batch: empty where there is a manifest
  std::string manifest;                      // batch, merge: path of the manifest
  std::optional<std::size_t> shard, shards;  // batch: which of how many, from 0
  std::string config;                        // path; empty: none was given
  bool force = false;                        // review also what has not changed
  bool explain = false;                      // say of each entry why it is or is not reviewed
  std::string until;                         // batch: HH:MM, local time; empty: to the end
  std::string log, metrics;                  // paths; log empty: OUT/.biaoshen/log.jsonl
  std::string cache_size = "2G";
  double stall_seconds = 600;  // a worker that says nothing for so long is ended
  double settle_seconds = 20;  // watch
  double poll_seconds = 0;     // watch: between scans; 0: 30, and 10 where no events come
};

}  // namespace biaoshen
