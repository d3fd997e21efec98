#include "pipeline/app/currentness.h"

#include <algorithm>

#include "pipeline/base/untrusted_path.h"
#include "pipeline/batch/batch_entry.h"
#include "pipeline/ledger/publish.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

struct BecauseWords {
  Because because;
  std::string_view name;
  const char *zh, *en;
};
constexpr BecauseWords kWords[] = {
    {Because::first, "first", "尚无结果，审查", "there is no result yet: reviewed"},
    {Because::files, "files", "文件已改动，重新审查", "its files have changed: reviewed again"},
    {Because::setting, "setting", "规则、政策、豁免、选项或程序已改变，重新审查",
     "profiles, policy, waivers, options or the program are others: reviewed again"},
    {Because::as_of, "as-of", "参照日已改变，重新审查",
     "the reference date is another: reviewed again"},
    {Because::result_gone, "result-gone", "结果已被删除或损坏，重新审查",
     "its result is gone or damaged: reviewed again"},
    {Because::forced, "forced", "按 --force 重新审查", "reviewed again, as --force says"},
    {Because::interrupted, "interrupted", "上次审查中断，重新审查",
     "its last review was cut short: reviewed again"},
    {Because::parted, "parted", "所沿用结果的材料已改动，单独审查",
     "the dossier whose result it copied is another now: reviewed by itself"},
    {Because::duplicate, "duplicate", "与另一份材料内容相同，沿用其结果",
     "the same contents as another dossier: its result is copied"},
    {Because::current, "current", "没有变化，不重复审查",
     "nothing has changed: not reviewed again"},
    {Because::quarantined, "quarantined", "已隔离且没有变化，不再尝试（--force 可再试）",
     "quarantined, and nothing has changed: not tried again (--force tries)"},
};

const BecauseWords& words_of(Because because) {
  return *std::find_if(std::begin(kWords), std::end(kWords),
                       [&](const BecauseWords& words) { return words.because == because; });
}

std::string as_of_today(const LedgerEntry& entry, const ReviewRun& run, bool follows_the_day) {
  if (run.request.as_of) return to_string(*run.request.as_of);
  for (const Profile& profile : run.knowledge.profiles)
    if (profile.id + "@" + profile.version == entry.programme && profile.cut_off)
      return to_string(*profile.cut_off);
  return follows_the_day ? to_string(run.request.today) : entry.as_of;
}

std::string folder_as_name(const std::string& folder) {
  return readable_name(folder).text;
}

}  // namespace

std::string_view name_of(Because because) {
  return words_of(because).name;
}

std::string in_words(Because because, Language language) {
  return language == Language::zh ? words_of(because).zh : words_of(because).en;
}

LedgerEntry with_result(LedgerEntry entry, const fs::path& out) {
  std::error_code error;
  const std::string stamp = result_stamp(out, entry.folder);
  const bool is_whole = fs::is_regular_file(out / entry.folder / "dossier.html", error);
  if (is_whole && !stamp.empty() && stamp == entry.result_stamp) return entry;
  const auto result = batch_entry_in(out / entry.folder);
  const bool is_there = is_whole && result;
  entry.result_stamp = is_there ? stamp : "";
  entry.result_input = is_there ? result->input_sha256 : "";
  entry.setting_sha256 = is_there ? result->setting_sha256 : "";
  entry.as_of = is_there ? result->as_of : "";
  entry.programme = is_there ? result->programme + "@" + result->version : "";
  entry.number_key = is_there ? result->subject.key.value_or("") : "";
  entry.duplicate_of = is_there ? result->duplicate_of : "";
  if (is_there) entry.verdict = std::string(name_of(result->verdict));
  if (is_there) entry.revision = result->revision;
  return entry;
}

bool is_named_in_a_waiver(const std::string& folder, const ReviewRun& run) {
  const auto& waivers = run.knowledge.waivers;
  const auto names_it = [name = folder_as_name(folder)](const GivenWaiver& waiver) {
    return waiver.dossier == name;
  };
  return std::any_of(waivers.begin(), waivers.end(), names_it);
}

std::string setting_now(const LedgerEntry& entry, const ReviewRun& run) {
  Subject subject;
  if (!entry.number_key.empty()) subject.key = entry.number_key;
  const std::string& of = entry.duplicate_of.empty() ? entry.folder : entry.duplicate_of;
  return setting_sha256(run, folder_as_name(of), subject);
}

Because why_review(const LedgerEntry& entry, const ReviewRun& run, bool follows_the_day) {
  if (entry.result_stamp.empty()) return entry.revision > 0 ? Because::result_gone : Because::first;
  if (entry.result_input != entry.input_sha256) return Because::files;
  if (entry.setting_sha256 != setting_now(entry, run)) return Because::setting;
  if (entry.as_of != as_of_today(entry, run, follows_the_day)) return Because::as_of;
  return entry.state == LedgerState::quarantined ? Because::quarantined : Because::current;
}

}  // namespace biaoshen
