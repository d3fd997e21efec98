#include "pipeline/batch/decision_reader.h"

#include <algorithm>
#include <set>

#include "pipeline/base/sha256.h"
#include "pipeline/base/text.h"
#include "pipeline/batch/batch_entry.h"
#include "pipeline/batch/json_member.h"
#include "pipeline/batch/record_reader.h"
#include "pipeline/model/date.h"

namespace biaoshen {
namespace {

// Says what is wrong with the file; the first time is the one that counts.
class Objector {
 public:
  Objector(std::string path, Language language) : path_(std::move(path)), language_(language) {}

  tl::unexpected<Error> operator()(const std::string& zh, const std::string& en) const {
    return fail(ErrorCode::input,
                language_ == Language::zh ? path_ + "：" + zh : path_ + ": " + en);
  }

 private:
  std::string path_;
  Language language_;
};

bool has_control_character(std::string_view text, std::string_view allowed) {
  return std::ranges::any_of(text, [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 || byte == 0x7F) && allowed.find(c) == std::string_view::npos;
  });
}

const Treatment* treatment_named(std::string_view name) {
  static constexpr Treatment kAll[] = {Treatment::accept, Treatment::send_back, Treatment::look};
  const auto* found = std::ranges::find(kAll, name, [](Treatment one) { return name_of(one); });
  return found == std::end(kAll) ? nullptr : found;
}

Result<Decision> decision_of(const JsonMember& json, std::set<std::string>& rules,
                             const Objector& object) {
  Decision out;
  out.rule = json.at("rule").text();
  out.note = json.at("note").text();
  out.evidence_sha256 = json.at("evidence_sha256").text();
  const std::string word = json.at("decision").text(), rule = out.rule;
  const Treatment* treatment = treatment_named(word);
  if (treatment == nullptr)
    return object(rule + "：“" + word + "”不是决定，须为 accept、return 或 look",
                  rule + ": '" + word + "' is no decision; write accept, return or look");
  out.treatment = *treatment;
  if (!rules.insert(rule).second)
    return object(rule + "：有两项决定，请只留一项",
                  rule + ": decided twice; leave one of the two");
  if (count_code_points(out.note) > kLongestNote)
    return object(rule + "：意见超过 " + std::to_string(kLongestNote) + " 字，请缩短",
                  rule + ": the note is longer than " + std::to_string(kLongestNote) +
                      " characters; shorten it");
  if (has_control_character(out.note, "\n\r\t"))
    return object(rule + "：意见中有控制字符，请删除",
                  rule + ": the note has control characters; remove them");
  return out;
}

tl::unexpected<Error> not_whole(const std::string& mistake, const Objector& object) {
  return object("缺少内容或内容类型不对（" + mistake + "），请从 dossier.html 重新导出",
                mistake + "; export it from dossier.html again");
}

// Name and day, which the command line may have given.
Result<void> check_signed(const DecisionSheet& sheet, const Objector& object) {
  if (trim(sheet.by).empty())
    return object("没有审查人姓名，请用 --by 指明", "no reviewer's name; give one with --by");
  if (count_code_points(sheet.by) > kLongestName || has_control_character(sheet.by, ""))
    return object("审查人姓名超过 100 字或含有控制字符，请用 --by 另行指明",
                  "the reviewer's name is longer than 100 characters or has control characters; "
                  "give another with --by");
  if (!parse_date(sheet.on))
    return object("决定日期“" + sheet.on + "”不是 YYYY-MM-DD 形式的日期，请用 --on 指明",
                  "'" + sheet.on + "' is no date; give one with --on YYYY-MM-DD");
  return {};
}

Result<void> check_decision(const Decision& decision, const Record& record,
                            const Objector& object) {
  const std::string& rule = decision.rule;
  const auto finding = std::ranges::find(record.findings, rule, &Finding::rule);
  if (finding == record.findings.end())
    return object(rule + "：这份材料没有按此规则审查", rule + ": not a rule of this dossier");
  if (!needs_decision(*finding))
    return object(rule + "：此项无须决定（没有不符合，也没有待核对），请删去",
                  rule + ": nothing to decide, it neither failed nor is open; remove it");
  if (decision.evidence_sha256 != finding->evidence_sha256)
    return object(rule + "：作出决定之后依据已改变，请在新的 dossier.html 中重新核对",
                  rule + ": the evidence has changed since; look again in the new dossier.html");
  return {};
}

}  // namespace

Result<HandedIn> decisions_of(std::string_view json, const std::string& path, Language language) {
  const Objector object(path, language);
  if (json.size() > kLargestDecisionFile)
    return object("超过 1 MB，不是决定文件", "larger than 1 MB, no file of decisions is");
  const auto parsed = JsonMember::Json::parse(json, nullptr, false);
  if (parsed.is_discarded()) return object("不是 JSON 文件", "not JSON");
  std::string mistake;
  const JsonMember whole(parsed, "", mistake);
  if (const std::string schema = whole.at("schema").text(); schema != "biaoshen/decisions/1")
    return object("不是从 dossier.html 导出的 decisions.json",
                  "not a decisions.json exported from dossier.html");
  HandedIn out;
  out.dossier = whole.at("dossier").text();
  out.sheet.by = trim(whole.at("by").text());
  out.sheet.on = whole.at("on").text();
  out.sheet.sha256 = sha256(json);
  out.sheet.input_sha256 = whole.at("input_sha256").text();
  out.sheet.revision = static_cast<int>(whole.at("revision").count());
  const auto entries = whole.at("decisions").list();
  if (mistake.empty() && out.sheet.revision < 1) mistake = "revision: not a number from 1";
  if (!mistake.empty()) return not_whole(mistake, object);
  std::set<std::string> rules;
  for (const JsonMember& entry : entries) {
    auto decision = decision_of(entry, rules, object);
    if (!mistake.empty()) return not_whole(mistake, object);
    if (!decision) return tl::unexpected(decision.error());
    out.sheet.decisions.push_back(std::move(*decision));
  }
  if (out.sheet.decisions.empty()) return object("其中没有任何决定", "there is no decision in it");
  return out;
}

Result<void> check_fit(const HandedIn& handed_in, const Record& record, std::string_view shown_name,
                       const std::string& path, Language language) {
  const Objector object(path, language);
  const DecisionSheet& sheet = handed_in.sheet;
  if (auto fine = check_signed(sheet, object); !fine) return fine;
  if (handed_in.dossier != record.name && handed_in.dossier != shown_name)
    return object("是对另一份材料“" + handed_in.dossier + "”的决定",
                  "about another dossier, '" + handed_in.dossier + "'");
  if (sheet.input_sha256 != record.input_sha256)
    return object("作出决定之后材料已经变动，请在新的 dossier.html 中重新核对",
                  "the dossier's files have changed since; look again in the new dossier.html");
  if (std::ranges::find(record.decisions, sheet.sha256, &DecisionSheet::sha256) !=
      record.decisions.end())
    return object("这份决定已经并入，无须再次并入",
                  "these decisions are already there; nothing was changed");
  for (const Decision& decision : sheet.decisions)
    if (auto fine = check_decision(decision, record, object); !fine) return fine;
  return {};
}

Result<std::vector<DecisionSheet>> decisions_in(const std::filesystem::path& result) {
  const std::filesystem::path path = result / "dossier.json";
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return {};
  const auto text = read_result_file(path);
  if (!text) return tl::unexpected(text.error());
  const auto json = JsonMember::Json::parse(*text, nullptr, false);
  std::string mistake;
  const JsonMember whole(json, "", mistake);
  if (!whole.has("schema") || whole.at("schema").text() != "biaoshen/dossier/1") return {};
  mistake.clear();
  auto sheets = decision_sheets_of(whole, mistake);
  if (mistake.empty()) return sheets;
  return fail(ErrorCode::input, path.string() + ": the decisions in it cannot be read (" + mistake +
                                    "); move the folder away to review without them");
}

}  // namespace biaoshen
