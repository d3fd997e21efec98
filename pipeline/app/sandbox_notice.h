// What the sandbox of the readers (extractors/sandbox) lacks on this machine, and how that is told:
// refused where --require-sandbox was given, else said once, when a run begins.
//
// Tested by tests/app/sandbox_notice_test.cpp.
#pragma once

#include <string>

#include "extractors/sandbox/sandbox.h"
#include "pipeline/base/result.h"
#include "pipeline/model/presentation.h"

namespace biaoshen {

// "landlock, call-filter"; empty where every layer is on.
std::string lacking_layers(const SandboxLayers& layers);

// What is to be done where `layers` lack one.
std::string sandbox_remedy(const SandboxLayers& layers, Language language);

// Error `internal`, naming what `layers` lack and the remedy.
Result<void> check_sandbox(const SandboxLayers& layers);

// For people; empty where nothing is lacking.
std::string sandbox_warning(const SandboxLayers& layers, Language language);

// On stderr, where the kernel offers less than everything.
void warn_of_sandbox();

}  // namespace biaoshen
