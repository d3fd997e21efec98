// The casebook as a DOCX: a section a standard, with what its programme wants told of it, each
// part in the words of the dossier and with the places where they stand.
//
// It refuses to make anything up: what was not found is said and left to fill in. It carries no
// pictures and no fonts; headings, contents and page numbers are Word's own, so that the editors
// go on from there.
//
// Tested by tests/templates/casebook_writer_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/model/casebook.h"
#include "pipeline/model/presentation.h"

namespace biaoshen {

// `cases` in order (in_order()). Errors: internal.
Result<std::string> write_casebook(const std::vector<Case>& cases,
                                   const Presentation& presentation);

}  // namespace biaoshen
