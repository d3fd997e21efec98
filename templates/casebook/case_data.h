// A case in words: what the templates of the casebook ask for.
//
// Tested by tests/templates/casebook_writer_test.cpp.
#pragma once

#include <kainjow/mustache.hpp>

#include "pipeline/model/casebook.h"
#include "pipeline/model/presentation.h"

namespace biaoshen {

// `index`: of the section, from 1.
kainjow::mustache::data case_data(const Case& one, std::size_t index,
                                  const Presentation& presentation);

}  // namespace biaoshen
