#include "pipeline/app/casebook_command.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

#include "pipeline/app/program.h"
#include "pipeline/app/result_folders.h"
#include "pipeline/batch/case_reader.h"
#include "pipeline/ledger/publish.h"
#include "pipeline/model/casebook.h"
#include "templates/casebook/casebook_writer.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

std::string in_words(LeftOut why) {
  const bool zh = terminal_language() == Language::zh;
  switch (why) {
    case LeftOut::no_application:
      return zh ? "不是申报材料" : "no application";
    case LeftOut::duplicate:
      return zh ? "与另一份材料内容完全相同，只收录那一份"
                : "the same contents as another dossier, which stands for both";
    case LeftOut::returned:
      return zh ? "须退回补正" : "sent back";
    case LeftOut::open:
      break;
  }
  return zh ? "本材料或批次核查尚有事项待核对"
            : "still open: something of the dossier or its batch has to be settled";
}

std::string unknown_programme(const Record& record) {
  const std::string programme = record.programme + " " + record.version;
  return terminal_language() == Language::zh
             ? "没有 " + programme + " 的规则，请用 --profiles 给出"
             : programme + ": no such programme here; give --profiles";
}

void tell(const std::string& what, const std::string& why) {
  const bool zh = terminal_language() == Language::zh;
  std::cerr << "biaoshen: " << (zh ? "未收录 " : "left out: ") << what << (zh ? "：" : ": ") << why
            << '\n';
}

// Results in order of their paths. What a path lacks is told, and the others are read.
std::set<fs::path> folders_of(const std::vector<std::string>& results) {
  std::set<fs::path> folders;
  for (const std::string& path : results) {
    auto found = result_folders(path);
    if (found)
      folders.merge(*found);
    else
      report(found.error());
  }
  return folders;
}

const Profile* profile_of(const Record& record, const std::vector<Profile>& profiles) {
  const auto found = std::ranges::find_if(profiles, [&](const Profile& profile) {
    return profile.id == record.programme && profile.version == record.version;
  });
  return found == profiles.end() ? nullptr : &*found;
}

// The results that passed. Error: input, where none can be read.
Result<std::vector<Case>> cases_in(const std::vector<std::string>& results,
                                   const std::vector<Profile>& profiles) {
  std::vector<Case> cases;
  std::size_t read = 0;
  for (const fs::path& folder : folders_of(results)) {
    auto result = case_result_in(folder);
    if (!result) {
      report(result.error());
      continue;
    }
    ++read;
    const Record& record = result->record;
    const Profile* profile = profile_of(record, profiles);
    if (const auto why = left_out(*result)) {
      tell(record.name, in_words(*why));
    } else if (profile == nullptr) {
      tell(record.name, unknown_programme(record));
    } else {
      cases.push_back({std::move(result->record), profile->casebook, {}});
    }
  }
  if (read == 0) return fail(ErrorCode::input, "no result can be read / 没有能读取的审查结果");
  return in_order(std::move(cases));
}

// Whether FILE may be written; said before anything is read.
Result<void> check_target(const fs::path& file, bool force) {
  std::error_code error;
  if (file.extension() != ".docx")
    return fail(ErrorCode::usage, file.string() + ": the casebook is a DOCX; name it so");
  if (fs::exists(file, error) && !force)
    return fail(ErrorCode::output, file.string() +
                                       ": is there already and may have been edited; choose "
                                       "another name, or give --force to replace it");
  return check_writable(fs::absolute(file, error).parent_path());
}

Result<std::size_t> make_casebook(const CasebookOptions& options) {
  const fs::path file = options.out;
  if (auto fine = check_target(file, options.force); !fine) return tl::unexpected(fine.error());
  const auto knowledge = load_knowledge(options.knowledge);
  if (!knowledge) return tl::unexpected(knowledge.error());
  const auto cases = cases_in(options.results, knowledge->profiles);
  if (!cases) return tl::unexpected(cases.error());
  const auto bytes = write_casebook(*cases, options.presentation);
  if (!bytes) return tl::unexpected(bytes.error());
  std::error_code error;
  const fs::path folder = fs::absolute(file, error).parent_path();
  if (auto done = publish_file(folder, file.filename(), *bytes); !done)
    return tl::unexpected(done.error());
  return cases->size();
}

}  // namespace

int casebook_command(const CasebookOptions& options) {
  const auto made = make_casebook(options);
  if (!made) return report(made.error());
  const bool zh = terminal_language() == Language::zh;
  std::cerr << "biaoshen: " << options.out << (zh ? "：收录标准 " : ": ") << *made
            << (zh ? " 项\n" : " standard(s)\n");
  return 0;
}

}  // namespace biaoshen
