// What every command of the program shares: the language of the terminal, the tools that
// are put together here and nowhere else, and how an error is told.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "extractors/worker/client.h"
#include "pipeline/contracts.h"
#include "pipeline/stages/review_dossier.h"

namespace biaoshen {

// Chinese where the locale of the environment is, else English.
Language terminal_language();

// Where biaoshen-reader stands: beside this program.
std::filesystem::path reader_program();

SandboxDemand demand(bool require_sandbox);

// What recognition depends on besides a picture and its engines, which the reader puts into the
// picture's key: this program's version, the reader and what it opens on this machine.
std::string recognition_parameters();

// Prints `program: message` on stderr; gives the exit code.
int report(const Error& error);

Tools tools_with(Reader& reader, const std::vector<Profile>& profiles);

Date today();

}  // namespace biaoshen
