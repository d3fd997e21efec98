#include "pipeline/batch/batch_reader.h"

#include <algorithm>

#include "pipeline/base/sha256.h"
#include "pipeline/batch/batch_entry.h"
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

LastBatch batch_of(const JsonMember& json, std::string& mistake) {
  LastBatch batch;
  for (const JsonMember& one : json.at("dossiers").list())
    batch.dossiers.push_back(state_of(one, mistake));
  for (const JsonMember& one : json.at("failed").list())
    batch.dossiers.push_back({one.at("name").text(), Ending::failed, {}});
  std::ranges::stable_sort(batch.dossiers, {}, &DossierState::name);
  const JsonMember changes = json.at("changes");
  if (!changes.is_null()) batch.changes = changes_of(changes, mistake);
  return batch;
}

}  // namespace

std::optional<LastBatch> last_batch(std::string_view batch_json) {
  const auto json = JsonMember::Json::parse(batch_json, nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  std::string mistake;
  const JsonMember whole(json, "", mistake);
  if (whole.at("schema").text() != "biaoshen/batch/1") return std::nullopt;
  LastBatch batch = batch_of(whole, mistake);
  if (!mistake.empty()) return std::nullopt;
  batch.sha256 = sha256(batch_json);
  return batch;
}

std::optional<LastBatch> last_batch_in(const std::filesystem::path& out) {
  const auto text = read_result_file(out / "batch.json");
  return text ? last_batch(*text) : std::nullopt;
}

}  // namespace biaoshen
