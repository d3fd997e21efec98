#include "extractors/worker/confinement.h"

#include <algorithm>

namespace biaoshen {

bool Confinement::accepts(const wire::Frame& frame) {
  const auto* confined = std::get_if<wire::Confined>(&frame);
  if ((confined != nullptr) == layers_.has_value()) return false;
  if (confined != nullptr) layers_ = confined->layers;
  return !is_lacking();
}

std::optional<Error> Confinement::trouble() const {
  if (!is_lacking()) return std::nullopt;
  return Error{ErrorCode::output, "the sandbox of biaoshen-reader is incomplete (" +
                                      to_string(*layers_) +
                                      ") and was required (--require-sandbox)"};
}

SandboxLayers weaker_of(const SandboxLayers& a, const SandboxLayers& b) {
  return {a.limits && b.limits, a.no_new_privileges && b.no_new_privileges,
          std::min(a.landlock, b.landlock), a.call_filter && b.call_filter};
}

}  // namespace biaoshen
