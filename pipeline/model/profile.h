// A programme's rules as data: what checkers/profile_reader makes of a profile's
// XML. Everything a person may want to change for next year's call stands in the
// XML; what each predicate does stands in checkers/predicates.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/date.h"

namespace biaoshen {

enum class Language : unsigned char { zh, en };

// The same wording in the languages of the program.
struct Wording {
  std::string zh, en;
  const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
  bool operator==(const Wording&) const = default;
};

enum class Level : unsigned char { error, warning, note };
enum class Status : unsigned char { pass, fail, review, not_applicable };

// A regulation, and one place of it.
struct Instrument {
  std::string id, title, source;
  std::string note;  // e.g. that the text at hand is a republished copy
};
struct Citation {
  std::string instrument;  // title of the instrument
  std::string clause, quote;
};

// A sign by which a material is known.
//   heading    the phrase is (part of) one of the first lines of a page, or a large one
//   body       the phrase stands anywhere in the part
//   name       the phrase stands in the path of the file
//   structure  a finder's word: standard-cover, platform-page, score-table
struct Cue {
  enum class Where : unsigned char { heading, body, name, structure } where = Where::heading;
  std::string phrase;
  int weight = 1;  // negative: speaks against it
};
struct Material {
  std::string id;
  Wording title;
  bool required = false;
  std::vector<Cue> cues;
  // What a recommender sends along with many applications (a letter, a list): a
  // submission of nothing else is no application, and rules do not apply to it.
  bool accompanies = false;
};

// Typed parameters of a finder or predicate, as text; the tables in extractors
// and checkers say which names and types they take.
using Parameters = std::map<std::string, std::string, std::less<>>;

struct FactSpec {
  std::string name;
  std::string finder;
  std::string material;  // where it is looked for; empty: everywhere
  Parameters parameters;
};

// One call of a predicate.
struct Check {
  std::string predicate;
  Parameters parameters;
  Wording sought;  // what is looked for, in words: the rule's title
};

// What a rule asks: one check, or several joined in three-valued logic (pass is
// true, fail false, review unknown; a part that is not applicable does not count).
struct Condition {
  enum class Kind : unsigned char { check, all, any, negation } kind = Kind::check;
  biaoshen::Check check;         // of kind check
  std::vector<Condition> parts;  // of all and any at least one, of negation one
};

// Over what a rule is decided: one dossier, all dossiers of a batch, a panel of experts.
enum class Scope : unsigned char { dossier, batch, panel };

struct RuleSpec {
  std::string id;
  Level level = Level::error;
  Scope scope = Scope::dossier;
  Wording title;
  std::vector<Citation> cites;
  std::optional<Condition> when;  // the rule applies where this holds; absent: always
  Condition condition;
  std::set<std::string> adjustable;    // parameters that local policy may change
  std::map<Status, Wording> messages;  // templates with {placeholders}
  Wording remedy;
  Wording rationale;
};

// A field of the consistency matrix.
struct MatrixField {
  std::string fact;
  Wording title;
};

// A part of what the casebook tells of a standard that passed, and the facts that fill it.
struct CasePart {
  Wording title;
  std::vector<std::string> facts;  // in the order in which their readings are told
};

// How a dossier is known to be of a programme. One of `phrases` stands in a heading; where
// several programmes share the form, the facts of `kind` tell them apart: one of them has
// a value among `kind_values`.
struct Recognition {
  std::vector<std::string> phrases;
  std::optional<FactSpec> kind;
  std::vector<std::string> kind_values;
};

// A change that a secretariat's policy makes to a profile; every dossier shows it.
struct Deviation {
  std::string rule;      // id of the rule concerned; empty: the profile as a whole
  std::string what;      // cut-off, level, a parameter's name, material
  std::string from, to;  // as the XML writes them; `from` empty where there was nothing
  std::string reason;    // in the secretariat's own words
};
struct Policy {
  std::string by, sha256;  // who answers for it; of the file
  std::vector<Deviation> deviations;
};

struct Profile {
  std::string id, version;
  std::string sha256;  // of the profile and the modules it includes
  Wording title;
  std::optional<Date> cut_off;
  std::vector<Instrument> instruments;
  std::vector<Material> materials;
  std::vector<FactSpec> facts;
  std::vector<RuleSpec> rules;  // of a dossier, in the order of the findings
  std::vector<RuleSpec> batch_rules, panel_rules;
  std::vector<MatrixField> matrix;
  std::vector<CasePart> casebook;
  Recognition recognised_by;
  std::vector<std::string> modules;  // "group-standard 1", as included
  std::optional<Policy> policy;      // of the secretariat, already applied

  bool has_fact(std::string_view name) const;
  const Material* material(std::string_view id) const;
  const RuleSpec* rule(std::string_view id) const;  // of any scope
};

// Rules of every scope: dossier, batch, panel.
std::vector<const RuleSpec*> all_rules(const Profile& profile);

// Calls `visit` for every check of a condition, in order.
template <typename Visitor>
void for_each_check(const Condition& condition, const Visitor& visit) {
  if (condition.kind == Condition::Kind::check) visit(condition.check);
  for (const Condition& part : condition.parts) for_each_check(part, visit);
}

std::string_view name_of(Scope scope);  // dossier, batch, panel
std::string_view name_of(Level level);  // error, warning, note
std::string_view name_of(
    Status status);  // pass, fail, review, notApplicable: the words of SARIF 2.1.0

}  // namespace biaoshen
