// The program biaoshen: command lines in, exit codes out. Each command has a file of its
// own beside this one; README.md lists them with their exit codes.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "pipeline/app/inspect_command.h"
#include "pipeline/app/knowledge_commands.h"
#include "pipeline/app/program.h"
#include "pipeline/app/review_command.h"

namespace {

using namespace biaoshen;

void add_review(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "review", "review each PATH (a folder or a single file) into OUT/<name of PATH>/");
  static ReviewOptions options;
  static std::string language = "zh";
  command->add_option("PATH", options.paths, "dossiers")->required();
  command->add_option("--out", options.out, "where the results go")->required();
  command->add_option("--programme", options.programme,
                      "programme id; recognised from the form where not given");
  command->add_option("--as-of", options.as_of, "reference date of the call, YYYY-MM-DD");
  command->add_option("--jobs", options.jobs, "readers side by side; one a core where not given");
  command->add_option("--lang", language, "language of the dossier")
      ->check(CLI::IsMember({"zh", "en"}));
  command->add_option("--fail-on", options.fail_on, "exit 1 on this verdict or a worse one")
      ->check(CLI::IsMember({"return", "review"}));
  command->callback([&status] {
    options.language = language == "en" ? Language::en : Language::zh;
    status = review_command(options);
  });
}

void add_knowledge(CLI::App& app, int& status) {
  static bool json = false;
  static std::string programme, rule, file;
  const auto form = [] { return json ? Form::json : Form::text; };
  const auto with_json = [](CLI::App* command) {
    command->add_flag("--json", json, "for machines");
    return command;
  };
  auto* programmes = with_json(app.add_subcommand("programmes", "the programmes it knows"));
  programmes->callback([&status, form] { status = programmes_command(form()); });
  auto* rules = with_json(app.add_subcommand("rules", "the rules, with citations"));
  rules->add_option("--programme", programme, "only of this programme");
  rules->callback([&status, form] { status = rules_command(programme, form()); });
  auto* explain = with_json(app.add_subcommand("explain", "a rule's page"));
  explain->add_option("RULE", rule, "id of the rule")->required();
  explain->add_option("--programme", programme, "only of this programme");
  explain->callback([&status, form] { status = explain_command(rule, programme, form()); });
  auto* check =
      app.add_subcommand("check-profile", "every mistake of a profile as file:line: message");
  check->add_option("FILE", file, "a profile (XML)")->required();
  check->callback([&status] { status = check_profile_command(file); });
  auto* doctor = with_json(app.add_subcommand("doctor", "whether this machine has what is needed"));
  doctor->callback([&status, form] { status = doctor_command(form()); });
}

void add_inspect(CLI::App& app, int& status) {
  static std::string file;
  auto* command = app.add_subcommand("inspect", "what one file says, as JSON on stdout");
  command->add_option("FILE", file, "the file")->required();
  command->callback([&status] { status = inspect_command(file); });
}

int run(int count, char** arguments) {
  CLI::App app("biaoshen 标审: formal review of dossiers for Chinese standardization programmes");
  app.set_version_flag("--version", std::string("biaoshen ") + BIAOSHEN_VERSION);
  app.require_subcommand(1);
  int status = 0;
  add_review(app, status);
  add_inspect(app, status);
  add_knowledge(app, status);
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
  try {
    return run(count, arguments);
  } catch (const std::exception& error) {
    std::cerr << "biaoshen: internal error: " << error.what() << '\n';
    return static_cast<int>(ErrorCode::internal);
  }
}
