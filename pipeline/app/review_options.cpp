#include "pipeline/app/review_options.h"

#include <CLI/CLI.hpp>

namespace biaoshen {
namespace {

void add_knowledge_options(CLI::App* command, KnowledgeOptions& options) {
  command->add_option("--profiles", options.profiles, "a folder of more profiles (XML)");
  command->add_option("--policy", options.policy, "the secretariat's policy (XML)");
  command->add_option("--waivers", options.waivers, "the secretariat's waivers (XML)");
}

}  // namespace

void add_settings(CLI::App* command, ReviewSettings& settings, std::string& language) {
  command->add_option("--out", settings.out, "where the results go")->required();
  command->add_option("--programme", settings.programme,
                      "programme id, or id@version; recognised from the form where not given");
  command->add_option("--as-of", settings.as_of, "reference date of the call, YYYY-MM-DD");
  add_knowledge_options(command, settings.knowledge);
  command->add_option("--limit", settings.limits,
                      "NAME=VALUE: another limit of what files may cost, such as entries=5000");
  command->add_flag("--unsandboxed-office", settings.unsandboxed_office,
                    "let LibreOffice convert old files although bubblewrap is not installed");
  add_sandbox_option(command, settings.require_sandbox);
  command->add_option("--jobs", settings.jobs,
                      "how much is done side by side; one a core where not given");
  command->add_option("--lang", language, "language of the dossier")
      ->check(CLI::IsMember({"zh", "en"}));
  command->add_flag_callback(
      "--show-personal-data", [&] { settings.presentation.personal_data = PersonalData::shown; },
      "do not mask telephone numbers, citizen numbers and e-mail addresses in what people read");
  command->add_option("--notice-template", settings.notice_template,
                      "DOCX that the notice to the applicant is made from; `biaoshen "
                      "notice-template FILE` writes one to start from");
}

void add_sandbox_option(CLI::App* command, bool& require_sandbox) {
  command->add_flag("--require-sandbox", require_sandbox,
                    "refuse to run where a layer of the readers' sandbox is lacking (`biaoshen "
                    "doctor` lists them)");
}

Language language_named(const std::string& name) {
  return name == "en" ? Language::en : Language::zh;
}

}  // namespace biaoshen
