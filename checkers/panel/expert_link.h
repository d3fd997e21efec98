// Does an expert have to do with what a dossier says of its makers? One expert, one reading.
//
//   same  the employer is the body, the name is the person's, and the reading is firm
//   near  the bodies' names are near (pipeline/model/party_name.h), or the reading is doubtful
//         and the names are the same or one letter apart
//
// A reading may list several names. A name says nothing of who bears it: namesakes are for the
// expert to show. Tested by tests/panel/no_link_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "pipeline/contracts.h"
#include "pipeline/model/party_name.h"

namespace biaoshen {

// An expert prepared for many comparisons.
struct ExpertNames {
  explicit ExpertNames(const Expert& expert);
  std::string name;
  PartyName employer;
};

// A reading prepared for many comparisons.
class MakerNames {
 public:
  enum class Kind : unsigned char { employer, name };
  MakerNames(const Fact& fact, Kind kind);
  PartyMatch match(const ExpertNames& expert) const;
  const Fact& fact() const { return *fact_; }
  Kind kind() const { return kind_; }

 private:
  PartyMatch match_person(const std::string& name) const;

  const Fact* fact_;
  Kind kind_;
  std::vector<std::string> persons_;
  std::vector<PartyName> parties_;
};

}  // namespace biaoshen
