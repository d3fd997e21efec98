#include "pipeline/batch/batch_entry.h"

#include <fstream>
#include <system_error>

#include "pipeline/batch/needed_members.h"
#include "pipeline/batch/open_findings.h"
#include "pipeline/batch/recorded_parts.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

// Of a finding of the dossier no more than open_findings.cpp asks for.
const std::vector<NeededMember>& needed_members() {
  static const std::vector<NeededMember> kNeeded = {
      {"schema", {}},
      {"name", {}},
      {"programme", {{"id", {}}, {"version", {}}, {"title", {}}}},
      {"batch", {{"dossier_verdict", {}}, {"section_sha256", {}}}},
      {"verdict", {}},
      {"subject", {}},
      {"application", {}},
      {"revision", {}},
      {"duplicate_of", {}},
      {"problems", {}},
      {"as_of", {}},
      {"input_sha256", {}},
      {"setting_sha256", {}},
      {"files", {{"id", {}}, {"path", {}}, {"sha256", {}}, {"parts", {{"material", {}}}}}},
      {"facts", {}},
      {"decisions", {}},
      {"findings",
       {{"rule", {}},
        {"status", {}},
        {"level", {}},
        {"title", {}},
        {"message", {}},
        {"remedy", {}},
        {"cites", {{"instrument", {}}, {"clause", {}}}},
        {"evidence", {{"file", {}}, {"page", {}}, {"cell", {}}, {"quote", {}}}},
        {"evidence_sha256", {}},
        {"waiver", {}}}},
  };
  return kNeeded;
}

BatchFile file_of(const JsonMember& json) {
  BatchFile file{json.at("id").text(), json.at("path").text(), json.at("sha256").text(), {}};
  for (const JsonMember& part : json.at("parts").list())
    file.materials.push_back(part.at("material").text());
  return file;
}

// Why no file was opened, or nothing.
std::string quarantine_of(const JsonMember& problems) {
  std::vector<Problem> all;
  for (const JsonMember& one : problems.list())
    all.push_back({one.at("kind").text(), 0, one.at("detail").text()});
  const std::string* reason = quarantine_in(all);
  return reason == nullptr ? std::string() : *reason;
}

// Empty where an earlier version of this program put the findings of a batch there.
std::optional<std::string> section_of(const JsonMember& json) {
  if (!json.has("batch")) return std::nullopt;
  const JsonMember batch = json.at("batch");
  return batch.has("section_sha256") ? batch.at("section_sha256").text() : std::string();
}

BatchEntry entry_of(const JsonMember& json, std::string& mistake) {
  BatchEntry entry;
  entry.name = json.at("name").text();
  const JsonMember programme = json.at("programme");
  entry.programme = programme.at("id").text();
  entry.version = programme.at("version").text();
  entry.programme_title = programme.at("title").text();
  const JsonMember verdict =
      json.has("batch") ? json.at("batch").at("dossier_verdict") : json.at("verdict");
  entry.verdict = word_of(verdict, kVerdicts, mistake);
  entry.section_sha256 = section_of(json);
  entry.subject = subject_of(json.at("subject"));
  entry.is_application = json.at("application").truth();
  entry.revision = static_cast<int>(json.at("revision").count());
  if (json.has("duplicate_of")) entry.duplicate_of = json.at("duplicate_of").text();
  entry.quarantined = quarantine_of(json.at("problems"));
  entry.as_of = json.at("as_of").text();
  entry.input_sha256 = json.at("input_sha256").text();
  entry.setting_sha256 = json.at("setting_sha256").text();
  for (const JsonMember& file : json.at("files").list()) entry.files.push_back(file_of(file));
  for (const JsonMember& fact : json.at("facts").list())
    entry.facts.push_back(fact_of(fact, mistake));
  add_findings(entry, json, mistake);
  return entry;
}

tl::unexpected<Error> unusable(const std::string& path, const std::string& why) {
  return fail(ErrorCode::input, path + ": not a dossier.json of this program (" + why +
                                    "); review the dossier again");
}

}  // namespace

Result<BatchEntry> batch_entry(std::string_view dossier_json, const std::string& path) {
  const auto needed = with_needed(dossier_json, needed_members());
  const auto json = JsonMember::Json::parse(needed ? *needed : dossier_json, nullptr, false);
  if (json.is_discarded()) return unusable(path, "not JSON");
  std::string mistake;
  const JsonMember whole(json, "", mistake);
  if (const std::string schema = whole.at("schema").text(); schema != "biaoshen/dossier/1")
    return unusable(path, mistake.empty() ? "schema " + schema : mistake);
  BatchEntry entry = entry_of(whole, mistake);
  if (!mistake.empty()) return unusable(path, mistake);
  return entry;
}

Result<std::string> read_result_file(const fs::path& path) {
  constexpr std::uintmax_t kLargest = 512ull << 20;
  std::error_code error;
  const auto bytes = fs::file_size(path, error);
  if (error || !fs::is_regular_file(path, error))
    return fail(ErrorCode::input, path.string() + ": no such file / 没有这个文件");
  if (bytes > kLargest)
    return fail(ErrorCode::input, path.string() + ": " + std::to_string(bytes) +
                                      " bytes, larger than any result of this program");
  std::string text(bytes, '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(text.data(), static_cast<std::streamsize>(bytes));
  if (static_cast<std::uintmax_t>(in.gcount()) != bytes)
    return fail(ErrorCode::input, path.string() + ": cannot be read; check its permissions");
  return text;
}

Result<BatchEntry> batch_entry_in(const fs::path& result) {
  const fs::path path = result / "dossier.json";
  const auto text = read_result_file(path);
  if (!text) return tl::unexpected(text.error());
  return batch_entry(*text, path.string());
}

}  // namespace biaoshen
