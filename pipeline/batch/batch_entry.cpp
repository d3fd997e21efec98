#include "pipeline/batch/batch_entry.h"

#include <cmath>
#include <fstream>
#include <optional>
#include <system_error>

#include "pipeline/batch/json_member.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

// The value whose word `text` is; the first where it is none of them.
template <typename Value, std::size_t count>
Value word_of(const JsonMember& member, const Value (&values)[count], std::string& mistake) {
  const std::string text = member.text();
  for (const Value value : values)
    if (name_of(value) == text) return value;
  if (mistake.empty()) mistake = "unknown word “" + text + "”";
  return values[0];
}

constexpr Verdict kVerdicts[] = {Verdict::review, Verdict::ready, Verdict::returned};
constexpr Status kStatuses[] = {Status::review, Status::pass, Status::fail, Status::not_applicable};
constexpr Level kLevels[] = {Level::error, Level::warning, Level::note};
constexpr Origin kOrigins[] = {Origin::text, Origin::ocr, Origin::cell, Origin::name};

std::optional<std::string> text_at(const JsonMember& json, std::string_view key) {
  const std::string text = json.at(key).text_or_nothing();
  return text.empty() ? std::nullopt : std::optional(text);
}

Subject subject_of(const JsonMember& json) {
  Subject subject;
  subject.number = text_at(json, "number");
  subject.key = text_at(json, "key");
  subject.title = text_at(json, "title");
  subject.organization = text_at(json, "organization");
  subject.uscc = text_at(json, "uscc");
  subject.published = text_at(json, "published");
  subject.implemented = text_at(json, "implemented");
  return subject;
}

Box box_of(const JsonMember& json) {
  float edges[4] = {};
  std::size_t i = 0;
  for (const JsonMember& edge : json.list()) {
    const double value = edge.number();
    if (i < 4 && std::abs(value) < 1e7) edges[i] = static_cast<float>(value);
    ++i;
  }
  return {edges[0], edges[1], edges[2], edges[3]};
}

// The number of a cell is in its name, which is what people are shown.
Place place_of(const JsonMember& json) {
  if (json.has("box")) {
    const Box box = box_of(json.at("box"));
    if (!json.has("picture")) return OnPage{box};
    return InImage{json.at("picture").count() + 1, box};
  }
  if (json.has("paragraph")) return InFlow{json.at("paragraph").count()};
  return WholeFile{};
}

Quote quote_of(const JsonMember& json, std::string& mistake) {
  Quote quote;
  quote.file = json.at("file").text();
  if (json.has("page")) quote.page = json.at("page").count();
  quote.place = place_of(json);
  if (json.has("cell")) quote.cell = json.at("cell").text();
  quote.text = json.at("quote").text();
  quote.origin = word_of(json.at("origin"), kOrigins, mistake);
  const double confidence = json.at("confidence").number();
  if (confidence >= 0 && confidence <= 1)
    quote.confidence = static_cast<std::uint8_t>(std::lround(confidence * 100));
  return quote;
}

Fact fact_of(const JsonMember& json, std::string& mistake) {
  Fact fact;
  fact.name = json.at("name").text();
  fact.value = json.at("value").text();
  fact.material = json.at("material").text();
  fact.quote = quote_of(json.at("evidence"), mistake);
  if (json.has("doubt")) fact.doubt = json.at("doubt").text();
  for (const auto& [key, value] : json.at("details").members())
    fact.details.emplace_back(key, value.text());
  return fact;
}

BatchFile file_of(const JsonMember& json) {
  BatchFile file{json.at("id").text(), json.at("path").text(), json.at("sha256").text(), {}};
  for (const JsonMember& part : json.at("parts").list())
    file.materials.push_back(part.at("material").text());
  return file;
}

void count(const JsonMember& finding, FindingCounts& counts, std::string& mistake) {
  const bool is_waived =
      finding.has("waiver") && finding.at("waiver").at("state").text() == "applied";
  const Status status = word_of(finding.at("status"), kStatuses, mistake);
  const Level level = word_of(finding.at("level"), kLevels, mistake);
  if (is_waived) {
    ++counts.waived;
  } else {
    counts.add(status, level);
  }
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
  entry.subject = subject_of(json.at("subject"));
  entry.is_application = json.at("application").truth();
  entry.as_of = json.at("as_of").text();
  entry.input_sha256 = json.at("input_sha256").text();
  entry.setting_sha256 = json.at("setting_sha256").text();
  for (const JsonMember& file : json.at("files").list()) entry.files.push_back(file_of(file));
  for (const JsonMember& fact : json.at("facts").list())
    entry.facts.push_back(fact_of(fact, mistake));
  for (const JsonMember& finding : json.at("findings").list())
    count(finding, entry.counts, mistake);
  return entry;
}

tl::unexpected<Error> unusable(const std::string& path, const std::string& why) {
  return fail(ErrorCode::input, path + ": not a dossier.json of this program (" + why +
                                    "); review the dossier again");
}

}  // namespace

Result<BatchEntry> batch_entry(std::string_view dossier_json, const std::string& path) {
  const auto json = JsonMember::Json::parse(dossier_json, nullptr, false);
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
