// What becomes of the pictures of a flow page when it is complete: they are recognised, or only
// counted so that one can be found again. `parts` names where each of page.images came from.
#pragma once

#include <string>
#include <vector>

#include "pipeline/model/document.h"

namespace biaoshen {

class PagePictures {
 public:
  virtual ~PagePictures() = default;
  // `page` has its number, text and images. False where a picture that may hold text could not
  // be read; why has been said.
  virtual bool take(const std::vector<std::string>& parts, Page& page) = 0;
};

}  // namespace biaoshen
