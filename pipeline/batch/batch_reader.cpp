#include "pipeline/batch/batch_reader.h"

#include <algorithm>
#include <fstream>
#include <functional>

#include "pipeline/base/sha256.h"
#include "pipeline/batch/recorded_parts.h"

namespace biaoshen {
namespace {

constexpr Ending kEndings[] = {Ending::failed, Ending::returned, Ending::review, Ending::ready,
                               Ending::accompanying};

std::vector<OpenFinding> findings_of(const JsonMember& json, std::string& mistake) {
  std::vector<OpenFinding> findings;
  for (const JsonMember& one : json.list())
    findings.push_back({one.at("rule").text(), one.at("title").text(),
                        word_of(one.at("status"), kStatuses, mistake)});
  return findings;
}

std::vector<std::string> names_of(const JsonMember& json) {
  std::vector<std::string> names;
  for (const JsonMember& one : json.list()) names.push_back(one.text());
  return names;
}

DossierState state_of(const JsonMember& json, std::string& mistake) {
  const bool is_application = json.at("application").truth();
  return {json.at("name").text(),
          is_application ? word_of(json.at("verdict"), kEndings, mistake) : Ending::accompanying,
          findings_of(json.at("findings"), mistake)};
}

BatchChanges changes_of(const JsonMember& json, std::string& mistake) {
  BatchChanges changes{
      json.at("since").text(), names_of(json.at("added")), names_of(json.at("removed")), {}};
  for (const JsonMember& one : json.at("changed").list())
    changes.changed.push_back({one.at("name").text(), word_of(one.at("from"), kEndings, mistake),
                               word_of(one.at("to"), kEndings, mistake),
                               findings_of(one.at("new"), mistake),
                               findings_of(one.at("resolved"), mistake)});
  return changes;
}

// Reads each dossier as soon as its end is there, and keeps no more of it in the tree: that of
// ten thousand would take many times the room of its text.
class DossiersByTheWay {
 public:
  DossiersByTheWay(LastBatch& batch, std::string& mistake) : batch_(batch), mistake_(mistake) {}

  // What the parser asks: is this to be kept?
  bool operator()(int depth, JsonMember::Json::parse_event_t event, JsonMember::Json& parsed) {
    using Event = JsonMember::Json::parse_event_t;
    if (event == Event::key && depth == 1) is_in_dossiers_ = parsed == "dossiers";
    if (event != Event::object_end || depth != 2 || !is_in_dossiers_) return true;
    DossierState& state =
        batch_.dossiers.emplace_back(state_of(JsonMember(parsed, "dossiers", mistake_), mistake_));
    for (OpenFinding& finding : state.findings) {
      texts_.share(finding.rule);
      texts_.share(finding.title);
    }
    return false;
  }

 private:
  LastBatch& batch_;
  std::string& mistake_;
  TextPool texts_;
  bool is_in_dossiers_ = false;
};

void add_rest(LastBatch& batch, const JsonMember& json, std::string& mistake) {
  for (const JsonMember& other : json.at("dossiers").list())
    batch.dossiers.push_back(state_of(other, mistake));
  for (const JsonMember& one : json.at("failed").list())
    batch.dossiers.push_back({one.at("name").text(), Ending::failed, {}});
  std::ranges::stable_sort(batch.dossiers, {}, &DossierState::name);
  const JsonMember changes = json.at("changes");
  if (!changes.is_null()) batch.changes = changes_of(changes, mistake);
}

}  // namespace

std::optional<LastBatch> last_batch(std::istream& batch_json) {
  std::string mistake;
  LastBatch batch;
  DossiersByTheWay dossiers(batch, mistake);
  const auto json = JsonMember::Json::parse(batch_json, std::ref(dossiers), false);
  if (json.is_discarded()) return std::nullopt;
  const JsonMember whole(json, "", mistake);
  if (whole.at("schema").text() != "biaoshen/batch/1") return std::nullopt;
  add_rest(batch, whole, mistake);
  if (!mistake.empty()) return std::nullopt;
  return batch;
}

std::optional<LastBatch> last_batch_in(const std::filesystem::path& out) {
  const std::filesystem::path path = out / "batch.json";
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  auto batch = last_batch(file);
  const auto digest = sha256_of_file(path);
  if (!batch || !digest) return std::nullopt;
  batch->sha256 = *digest;
  return batch;
}

}  // namespace biaoshen
