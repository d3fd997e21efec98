// A secretariat's own files: profile, policy, waivers. A mistake has a line of the file and words,
// and a file with a mistake is not used.
#include <algorithm>

#include "checkers/policy_reader.h"
#include "checkers/profile_library.h"
#include "extractors/finders/finder_table.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/shipped_programmes.h"

namespace biaoshen {

using fuzz::require;

namespace {

void check_mistakes(const Mistakes& mistakes, std::string_view xml) {
  const auto lines = std::count(xml.begin(), xml.end(), '\n') + 1;
  for (const ProfileMistake& mistake : mistakes) {
    const bool is_of_module = !mistake.file.empty();  // shipped, of other lines
    require(mistake.line >= 1 && (is_of_module || mistake.line <= lines),
            "a mistake is in the file");
    require(!mistake.message.empty(), "a mistake is told");
  }
}

}  // namespace

FUZZ_TARGET(rules_xml) {
  static const ModuleShelf modules(shipped_sources());
  const ReadProfile profile = read_profile(bytes, finders(), modules);
  require(profile.profile.has_value() == profile.mistakes.empty(), "a mistake gives no profile");
  check_mistakes(profile.mistakes, bytes);

  if (!is_policy_file(bytes)) return;
  std::vector<Profile> changed = fuzz::shipped_programmes();
  check_mistakes(apply_policy(bytes, changed), bytes);
  const ReadWaivers waivers = read_waivers(bytes, fuzz::shipped_programmes());
  check_mistakes(waivers.mistakes, bytes);
  require(waivers.mistakes.empty() || waivers.waivers.empty(), "half a list of waivers is none");
}

}  // namespace biaoshen
