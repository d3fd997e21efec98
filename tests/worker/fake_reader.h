// What readers of scripts begin with, as every real one does.
#pragma once

#include <initializer_list>
#include <string>

#include "extractors/worker/wire.h"

namespace biaoshen {

// That of a reader with all layers.
inline std::string confined() {
  return wire::encode(wire::Frame(wire::Confined{{true, true, 7, true}}));
}

// Confined, then these.
inline std::string frames_of(std::initializer_list<wire::Frame> frames) {
  std::string all = confined();
  for (const wire::Frame& frame : frames) all += wire::encode(frame);
  return all;
}

}  // namespace biaoshen
