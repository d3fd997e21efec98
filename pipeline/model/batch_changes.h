// What has changed in a batch since the one before it: dossiers that came, went, or stand
// otherwise than they did. Findings are compared by rule and status, so that another wording
// of a message is no change.
//
// Tested by tests/batch/batch_changes_test.cpp.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/review.h"
#include "pipeline/model/shared_text.h"

namespace biaoshen {

class BatchNames;
struct BatchReport;
struct BatchRow;

// Where an entry of an inbox stands.
enum class Ending : unsigned char { returned, review, ready, accompanying, failed };
std::string_view name_of(Ending ending);  // return, review, ready, accompanying, failed
Ending ending_of(const BatchRow& row);

// A failure or an open question, of the dossier alone or of its batch.
struct OpenFinding {
  SharedText rule, title;
  Status status = Status::review;
  bool operator==(const OpenFinding&) const = default;
};

struct DossierState {
  std::string name;
  Ending ending = Ending::failed;
  std::vector<OpenFinding> findings;  // by rule and status, each once
  bool operator==(const DossierState&) const = default;
};

struct DossierChange {
  std::string name;
  Ending from = Ending::failed, to = Ending::failed;
  std::vector<OpenFinding> arisen, resolved;
};

struct BatchChanges {
  std::string since;  // SHA-256 of the batch.json compared with
  std::vector<std::string> added, removed;
  std::vector<DossierChange> changed;
};

// A batch as it was left: what its batch.json says of each entry.
struct LastBatch {
  std::string sha256;
  std::vector<DossierState> dossiers;   // by name
  std::optional<BatchChanges> changes;  // none: it was the first
};

DossierState state_of(const BatchRow& row, const BatchNames& names, Language language);
// States by name, made one at a time: all of a hundred thousand dossiers would take much room.
struct States {
  std::size_t count = 0;
  std::function<DossierState(std::size_t)> at;
};
// The report outlives them.
States states_of(const BatchReport& report, Language language);

// Where both batches are the same in every state, what the last one had to tell: a batch run
// again changes nothing, and that includes what it says has changed.
std::optional<BatchChanges> changes_since(const LastBatch& last, const States& now);

}  // namespace biaoshen
