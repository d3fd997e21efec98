// The program biaoshen: command lines in, exit codes out. Each command has a file of its
// own beside this one; README.md lists them with their exit codes.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "checkers/calendar/working_period.h"
#include "pipeline/app/casebook_command.h"
#include "pipeline/app/config_command.h"
#include "pipeline/app/decide_command.h"
#include "pipeline/app/inspect_command.h"
#include "pipeline/app/knowledge_commands.h"
#include "pipeline/app/notice_template_command.h"
#include "pipeline/app/panel_command.h"
#include "pipeline/app/plain_output.h"
#include "pipeline/app/program.h"
#include "pipeline/app/publicity_command.h"
#include "pipeline/app/review_command.h"
#include "pipeline/app/review_options.h"
#include "pipeline/app/service_commands.h"

namespace {

using namespace biaoshen;

void add_review(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "review",
      "review each PATH (a folder, an archive or a single file) into OUT/<name of PATH>/");
  static ReviewOptions options;
  static std::string language = "zh";
  command->add_option("PATH", options.paths, "dossiers")->required();
  add_settings(command, options, language);
  command->add_option("--fail-on", options.fail_on, "exit 1 on this verdict or a worse one")
      ->check(CLI::IsMember({"return", "review"}));
  command->add_option(
      "--cache", options.cache,
      "folder that keeps what was read and recognised, for a next review of the same files");
  command->add_option("--log", options.log, "JSON lines of what is done, as those of batch");
  command->callback([&status] {
    options.presentation.language = language_named(language);
    status = review_command(options);
  });
}

void add_decide(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "decide",
      "fold what a reviewer decided (decisions.json, exported from dossier.html) into a result");
  static DecideOptions options;
  command->add_option("RESULT", options.result, "the result folder, OUT/<name>")->required();
  command->add_option("DECISIONS", options.decisions, "the file decisions.json")->required();
  command->add_option("--by", options.by,
                      "the reviewer's name, where the file has none or another");
  command->add_option("--on", options.on,
                      "the day, YYYY-MM-DD, where the file has none or another");
  command->add_option("--notice-template", options.notice_template,
                      "the template that the notice of this result was made from");
  command->callback([&status] { status = decide_command(options); });
}

void add_notice_template(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "notice-template",
      "write the template of the notice as a DOCX to change, and list its placeholders");
  static NoticeTemplateOptions options;
  static std::string language = "zh";
  command->add_option("FILE", options.file, "the DOCX to write; must not be there yet")->required();
  command->add_option("--lang", language, "language of the letter")
      ->check(CLI::IsMember({"zh", "en"}));
  command->callback([&status] {
    options.language = language_named(language);
    status = notice_template_command(options);
  });
}

void add_knowledge(CLI::App& app, int& status) {
  static bool json = false;
  static std::string programme, rule, file;
  static KnowledgeOptions knowledge;
  const auto form = [] { return json ? Form::json : Form::text; };
  const auto with_json = [](CLI::App* command) {
    command->add_flag("--json", json, "for machines");
    return command;
  };
  const auto with_knowledge = [](CLI::App* command) {
    command->add_option("--profiles", knowledge.profiles, "a folder of more profiles (XML)");
    command->add_option("--policy", knowledge.policy, "the secretariat's policy (XML)");
    return command;
  };
  auto* programmes =
      with_knowledge(with_json(app.add_subcommand("programmes", "the programmes it knows")));
  programmes->callback([&status, form] { status = programmes_command(knowledge, form()); });
  auto* rules = with_knowledge(with_json(app.add_subcommand(
      "rules", "the rules, with citations; of each programme its newest version")));
  rules->add_option("--programme", programme, "only of this programme: id, or id@version");
  rules->callback([&status, form] { status = rules_command(knowledge, programme, form()); });
  auto* explain = with_knowledge(with_json(app.add_subcommand("explain", "a rule's page")));
  explain->add_option("RULE", rule, "id of the rule")->required();
  explain->add_option("--programme", programme, "as this programme has it: id, or id@version");
  explain->callback(
      [&status, form] { status = explain_command(knowledge, rule, programme, form()); });
  auto* check = app.add_subcommand(
      "check-profile",
      "every mistake of a profile, module, policy or waivers as file:line: message");
  check->add_option("FILE", file, "the file (XML)")->required();
  check->add_option("--profiles", knowledge.profiles,
                    "a folder of more profiles and modules (XML)");
  check->callback([&status] { status = check_profile_command(file, knowledge.profiles); });
  auto* doctor = with_json(app.add_subcommand("doctor", "whether this machine has what is needed"));
  doctor->callback([&status, form] { status = doctor_command(form()); });
}

void add_panel(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "panel",
      "check the experts of a list (XLSX or CSV with 姓名, 工作单位, 职称) against the dossiers of "
      "results: number, titles, links to the makers");
  static PanelOptions options;
  static bool json = false;
  static std::string language;
  command->add_option("EXPERTS", options.experts, "the list of experts")->required();
  command->add_option("RESULT", options.results, "result folders, or OUT of a review or batch")
      ->required();
  command->add_option("--programme", options.programme,
                      "only dossiers of this programme: id, or id@version");
  command->add_option("--profiles", options.knowledge.profiles, "a folder of more profiles (XML)");
  command->add_option("--policy", options.knowledge.policy, "the secretariat's policy (XML)");
  add_sandbox_option(command, options.require_sandbox);
  command->add_flag("--json", json, "for machines");
  command->add_option("--fail-on", options.fail_on, "exit 1 on this verdict or a worse one")
      ->check(CLI::IsMember({"return", "review"}));
  command->add_option("--lang", language, "language of the findings")
      ->check(CLI::IsMember({"zh", "en"}));
  command->callback([&status] {
    options.form = json ? Form::json : Form::text;
    if (!language.empty()) options.language = language_named(language);
    status = panel_command(options);
  });
}

void add_casebook(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "casebook", "what results tell of the standards that passed, as a DOCX to edit further");
  static CasebookOptions options;
  static std::string language = "zh";
  command->add_option("RESULT", options.results, "result folders, or OUT of a review or batch")
      ->required();
  command->add_option("--out", options.out, "the DOCX to write")->required();
  command->add_option("--lang", language, "language of the casebook")
      ->check(CLI::IsMember({"zh", "en"}));
  command->add_option("--profiles", options.knowledge.profiles, "a folder of more profiles (XML)");
  command->add_flag_callback(
      "--show-personal-data", [&] { options.presentation.personal_data = PersonalData::shown; },
      "do not mask telephone numbers, citizen numbers and e-mail addresses");
  command->add_flag("--force", options.force, "replace FILE where it is there already");
  command->callback([&status] {
    options.presentation.language = language_named(language);
    status = casebook_command(options);
  });
}

void add_publicity(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "publicity",
      "the last day of a public notice in working days; exit 3 for a year without a calendar");
  static PublicityOptions options;
  static bool json = false;
  command->add_option("--from", options.from, "the day of publication, YYYY-MM-DD; not counted")
      ->required();
  command->add_option("--days", options.days, "working days; 15 where not given")
      ->check(CLI::Range(1, kMostWorkingDays));
  command->add_option("--calendars", options.calendars,
                      "a folder of calendars of more years, 2027.txt");
  command->add_flag("--json", json, "for machines");
  command->footer(
      "A calendar is a text file of a year, line by line as the State Council's notice has it:\n"
      "  通知 国办发明电〔2025〕7号 国务院办公厅关于2026年部分节假日安排的通知\n"
      "  放假 元旦 2026-01-01 2026-01-03\n"
      "  上班 2026-01-04");
  command->callback([&status] {
    options.form = json ? Form::json : Form::text;
    status = publicity_command(options);
  });
}

void add_inspect(CLI::App& app, int& status) {
  static InspectOptions options;
  auto* command = app.add_subcommand("inspect", "what one file says, as JSON on stdout");
  command->add_option("FILE", options.file, "the file")->required();
  command->add_option("--limit", options.limits, "NAME=VALUE: as for review");
  add_sandbox_option(command, options.require_sandbox);
  command->callback([&status] { status = inspect_command(options); });
}

void add_config(CLI::App& app, int& status) {
  auto* config = app.add_subcommand("config", "the configuration file of watch and batch");
  config->require_subcommand(1);
  static std::string file = kSystemConfig;
  const auto with_file = [](CLI::App* command) {
    command->add_option("FILE", file, "the file (TOML)")->capture_default_str();
    return command;
  };
  with_file(config->add_subcommand("check", "every mistake of it as file:line: message"))
      ->callback([&status] { status = config_check_command(file); });
  with_file(config->add_subcommand("show", "what it sets for each of them, and in which line"))
      ->callback([&status] { status = config_show_command(file); });
}

int run(int count, char** arguments) {
  CLI::App app("biaoshen 标审: formal review of dossiers for Chinese standardization programmes");
  app.set_version_flag("--version", std::string("biaoshen ") + BIAOSHEN_VERSION);
  app.require_subcommand(1);
  int status = 0;
  add_review(app, status);
  add_batch(app, status);
  add_watch(app, status);
  add_plan(app, status);
  add_merge(app, status);
  add_submit(app, status);
  add_decide(app, status);
  add_inspect(app, status);
  add_knowledge(app, status);
  add_panel(app, status);
  add_casebook(app, status);
  add_notice_template(app, status);
  add_publicity(app, status);
  add_config(app, status);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    // CLI11 tells what is wrong; its own codes give way to the program's.
    return app.exit(error) == 0 ? 0 : static_cast<int>(ErrorCode::usage);
  }
  return status;
}

}  // namespace

int main(int count, char** arguments) {
  const PlainOutput out(std::cout), err(std::cerr);
  try {
    return run(count, arguments);
  } catch (const std::exception& error) {
    std::cerr << "biaoshen: internal error: " << error.what() << '\n';
    return static_cast<int>(ErrorCode::internal);
  }
}
