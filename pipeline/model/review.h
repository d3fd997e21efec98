// The result of a review: a value that writers only read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/dossier.h"
#include "pipeline/model/fact.h"
#include "pipeline/model/profile.h"

namespace biaoshen {

struct Finding {
  std::string rule;
  Status status = Status::review;
  Level level = Level::error;
  Wording title, message, remedy;
  std::vector<Citation> cites;
  std::vector<Evidence> evidence;  // never empty; check.cpp sees to it
};

enum class Verdict : unsigned char { ready, returned, review };
std::string_view name_of(Verdict verdict);  // ready, return, review

struct Subject {
  std::optional<std::string> number, key, title, organization, uscc;
  std::optional<std::string> published, implemented;  // YYYY-MM-DD
  std::optional<double> self_score;
};

struct MatrixReading {
  std::string material, value;
  Evidence evidence;
  std::string doubt;
  std::string second = {};  // the other reading, where two engines differ or a blank is lost
};
struct MatrixRow {
  std::string field;
  Wording title;
  bool agrees = true;
  std::vector<MatrixReading> readings;
};

struct Review {
  Profile profile;
  Dossier dossier;
  Date as_of;
  bool as_of_given = false;  // on the command line; else the profile's cut-off or today
  int revision = 1;
  Verdict verdict = Verdict::review;
  Subject subject;
  std::vector<Fact> facts;
  std::vector<MatrixRow> matrix;
  std::vector<Finding> findings;             // in the order of the profile's rules
  std::map<std::string, std::string> crops;  // evidence/….png (as in Quote::image) -> PNG
  std::string tool_version;                  // of the program that made this review
  std::vector<std::string> reading_engines;  // what read the words: "text layer", an OCR engine
};

const File* file_by_id(const Dossier& dossier, std::string_view id);

}  // namespace biaoshen
