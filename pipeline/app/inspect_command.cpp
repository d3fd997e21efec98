#include "pipeline/app/inspect_command.h"

#include <filesystem>
#include <iostream>

#include "extractors/finders/finder_table.h"
#include "extractors/finders/structure_table.h"
#include "pipeline/app/dossier_reader.h"
#include "pipeline/app/inspect_json.h"
#include "pipeline/app/knowledge.h"
#include "pipeline/app/limit_options.h"
#include "pipeline/app/machine.h"
#include "pipeline/app/program.h"
#include "pipeline/app/sandbox_notice.h"
#include "pipeline/base/plain_path.h"
#include "pipeline/stages/choose_profile.h"
#include "pipeline/stages/classify.h"
#include "pipeline/stages/intake.h"
#include "pipeline/stages/read_files.h"

namespace biaoshen {

int inspect_command(const InspectOptions& options) {
  const std::string& path = options.file;
  const auto limits = limits_with(options.limits);
  if (!limits) return report(limits.error());
  if (const auto ready = check_machine(options.require_sandbox); !ready)
    return report(ready.error());
  std::error_code error;
  if (std::filesystem::is_directory(path, error))
    return report({ErrorCode::input,
                   path + ": a folder; inspect takes one file, `biaoshen review` takes folders"});
  const auto knowledge = load_knowledge({});
  if (!knowledge) return report(knowledge.error());
  auto dossier = intake(plain_path(path), *limits);
  if (!dossier) return report(dossier.error());
  warn_of_sandbox();
  Progress quiet;
  DossierReader readers(false, options.require_sandbox, nullptr, quiet);
  *dossier = read_files(std::move(*dossier), readers.reader, *limits, 1, quiet);
  if (const auto trouble = readers.reader.trouble()) return report(*trouble);
  const auto profile = choose_profile(*dossier, "", {}, knowledge->profiles, finders());
  if (!profile) return report(profile.error());
  dossier->parts = classify(*dossier, **profile, structures());
  write_inspect(std::cout, *dossier);
  return 0;
}

}  // namespace biaoshen
