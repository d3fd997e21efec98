// `biaoshen panel EXPERTS RESULT…`: whether the experts of a list may judge the dossiers of these
// results, by the panel rules of their programmes.
//
// Tested by tests/app/panel_command_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/app/knowledge.h"
#include "pipeline/app/knowledge_commands.h"

namespace biaoshen {

struct PanelOptions {
  std::string experts;               // XLSX or CSV
  std::vector<std::string> results;  // result folders, or OUT of a review or batch
  std::string programme, fail_on;
  KnowledgeOptions knowledge;
  bool require_sandbox = false;
  Form form = Form::text;
  std::optional<Language> language;  // else the terminal's for text, Chinese for JSON
};

int panel_command(const PanelOptions& options);

}  // namespace biaoshen
