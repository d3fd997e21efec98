// A programme's rules as data: what checkers/profile_reader makes of a profile's
// XML. Everything a person may want to change for next year's call stands in the
// XML; what each predicate does stands in checkers/predicates.
#pragma once

#include <map>
#include <optional>
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

struct RuleSpec {
  std::string id;
  Level level = Level::error;
  Wording title;
  std::vector<Citation> cites;
  std::string predicate;
  Parameters parameters;
  std::map<Status, Wording> messages;  // templates with {placeholders}
  Wording remedy;
  Wording rationale;
};

// A field of the consistency matrix.
struct MatrixField {
  std::string fact;
  Wording title;
};

struct Profile {
  std::string id, version, sha256;
  Wording title;
  std::optional<Date> cut_off;
  std::vector<Instrument> instruments;
  std::vector<Material> materials;
  std::vector<FactSpec> facts;
  std::vector<RuleSpec> rules;
  std::vector<MatrixField> matrix;
  std::vector<std::string> recognised_by;  // phrases of the application form's title

  const Material* material(std::string_view id) const;
  const RuleSpec* rule(std::string_view id) const;
};

std::string_view name_of(Level level);  // error, warning, note
std::string_view name_of(
    Status status);  // pass, fail, review, notApplicable: the words of SARIF 2.1.0

}  // namespace biaoshen
