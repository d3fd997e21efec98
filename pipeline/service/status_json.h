// OUT/status.json: what a watch or batch is doing, for programs (status.schema.json says how it is
// written; people see the same at the head of OUT/index.html). Names are made readable.
// Tested by tests/service/status_json_test.cpp.
#pragma once

#include <string>

#include "pipeline/model/service_status.h"

namespace biaoshen {

std::string status_json(const ServiceStatus& status);

}  // namespace biaoshen
