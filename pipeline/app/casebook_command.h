// `biaoshen casebook RESULT… --out FILE.docx`: what is told of the standards that passed.
// Says on stderr which dossiers are left out and why.
//
// It refuses to take the place of a file that is already there, unless --force: editors may have
// worked in it.
//
// Tested by tests/app/casebook_command_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "pipeline/app/knowledge.h"
#include "pipeline/model/presentation.h"

namespace biaoshen {

struct CasebookOptions {
  std::vector<std::string> results;  // result folders, or OUT of a review or batch
  std::string out;                   // the DOCX
  KnowledgeOptions knowledge;
  Presentation presentation;
  bool force = false;
};

int casebook_command(const CasebookOptions& options);

}  // namespace biaoshen
