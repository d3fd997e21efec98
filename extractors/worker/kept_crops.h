// The crops of one file that readers drew for earlier reviews, packed: those that are asked for
// again need no reader. Another set of rules asks for some others, so each is known by its request.
//
// What does not come out of the packing with the size that it went in is as if it were not there.
// Bounded: those that the last review did not ask for go first.
// Tested by tests/worker/kept_crops_test.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/contracts.h"

namespace biaoshen {

class KeptCrops {
 public:
  // `bytes`: of an earlier one; empty: none.
  explicit KeptCrops(std::string_view bytes);
  // One that is found counts as asked for.
  std::optional<Crop> find(const CropRequest& request);
  void add(const CropRequest& request, const Crop& crop);
  std::string bytes() const;

 private:
  struct Packed {
    std::string bytes;
    bool is_wanted = false;
  };
  std::map<std::string, Packed> crops_;  // by the bytes of the request
};

}  // namespace biaoshen
