// What a reader says confines it: believed where that is the first thing it says, before it looks
// at the file, and once. Where all layers are demanded one that lacks some is not listened to.
//
// Tested by tests/worker/client_test.cpp.
#pragma once

#include <optional>

#include "extractors/sandbox/sandbox.h"
#include "extractors/worker/wire.h"
#include "pipeline/base/result.h"

namespace biaoshen {

enum class SandboxDemand : unsigned char { as_offered, required };

class Confinement {
 public:
  explicit Confinement(SandboxDemand demand) : demand_(demand) {}
  // Whether the frame may come now.
  bool accepts(const wire::Frame& frame);
  const std::optional<SandboxLayers>& layers() const { return layers_; }
  std::optional<Error> trouble() const;

 private:
  bool is_lacking() const {
    return demand_ == SandboxDemand::required && layers_ && !layers_->are_complete();
  }
  SandboxDemand demand_;
  std::optional<SandboxLayers> layers_;
};

// The layers that both have.
SandboxLayers weaker_of(const SandboxLayers& a, const SandboxLayers& b);

}  // namespace biaoshen
