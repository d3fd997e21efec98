// The text of a form, taken through a whole programme: classified, facts found, rules checked.
// Every quote stands on its page, and every rule has its finding.
#include "checkers/check.h"
#include "checkers/profile_library.h"
#include "extractors/finders/finder_table.h"
#include "extractors/finders/structure_table.h"
#include "pipeline/base/text.h"
#include "pipeline/stages/classify.h"
#include "pipeline/stages/find_facts.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/shipped_programmes.h"
#include "tests/fuzz/sound_sink.h"

namespace biaoshen {

using fuzz::require;

namespace {

bool is_on_its_page(const Quote& quote, const Document& document) {
  if (quote.page == 0 || quote.origin == Origin::name) return true;
  return quote.page <= document.pages.size() &&
         contains(document.pages[quote.page - 1].text, quote.text);
}

}  // namespace

FUZZ_TARGET(facts) {
  if (bytes.empty()) return;
  const std::vector<Profile>& programmes = fuzz::shipped_programmes();
  const Profile& profile = programmes[static_cast<unsigned char>(bytes[0]) % programmes.size()];
  File file;
  file.id = "f01", file.path = "申报书.txt", file.bytes = bytes.size() - 1;
  file.document = fuzz::read_soundly(bytes.substr(1), {"txt", "html", "rtf"});
  Dossier dossier;
  dossier.name = "申报";
  dossier.files.push_back(std::move(file));
  dossier.parts = classify(dossier, profile, structures());
  for (const Part& part : dossier.parts)
    require(part.file == 0 && part.first_page <= part.last_page, "a part has pages of its file");
  const std::vector<Fact> facts = find_facts(dossier, profile, finders()).facts;
  for (const Fact& fact : facts) {
    require(is_valid_utf8(fact.value), "a value is UTF-8");
    require(is_on_its_page(fact.quote, dossier.files[0].document), "a quote stands on its page");
  }
  const auto findings = check({profile, dossier, facts, {2024, 6, 1}});
  require(findings.size() == profile.rules.size(), "every rule has its finding");
}

}  // namespace biaoshen
