// Where a word stands in the small tables of tests: 12 points high.
#pragma once

#include "pipeline/model/document.h"

namespace biaoshen {

inline Box word_box(float left, float top, float width = 40) {
  return {left, top, left + width, top + 12};
}

}  // namespace biaoshen
