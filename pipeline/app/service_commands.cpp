#include "pipeline/app/service_commands.h"

#include <CLI/CLI.hpp>

#include "pipeline/app/batch_command.h"
#include "pipeline/app/config_option.h"
#include "pipeline/app/review_options.h"
#include "pipeline/app/watch_command.h"

namespace biaoshen {
namespace {

void add_service_options(CLI::App* command, ServiceOptions& options, std::string& language) {
  add_config_option(command, options.config);
  command->add_option("INBOX", options.inbox, "a folder of dossiers")->required();
  add_settings(command, options, language);
  command->add_option("--cache-size", options.cache_size,
                      "how much of what was recognised is kept in OUT, as 500M or 2G; 0: nothing");
  command
      ->add_option("--stall", options.stall_seconds,
                   "seconds after which a review that says nothing is ended and tried again")
      ->check(CLI::PositiveNumber);
  command->add_option("--log", options.log,
                      "JSON lines of what is done; OUT/.biaoshen/log.jsonl where not given");
  command->add_option("--metrics", options.metrics,
                      "figures for Prometheus: a text file that is kept up to date");
}

}  // namespace

void add_batch(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "batch",
      "review every entry of INBOX that is new or has changed, compare them, and write "
      "OUT/index.html, register.xlsx and batch.json");
  static ServiceOptions options;
  static std::string language = "zh";
  add_service_options(command, options, language);
  command->add_option("--fail-on", options.fail_on, "exit 1 on this verdict or a worse one")
      ->check(CLI::IsMember({"return", "review"}));
  command->add_flag("--force", options.force, "review also what has not changed");
  command->add_flag("--explain", options.explain,
                    "say of each entry why it is or is not reviewed again");
  command->add_option("--until", options.until,
                      "HH:MM: stop then, with exit code 75; the next batch goes on");
  command->callback([&status] {
    options.presentation.language = language_named(language);
    status = batch_command(options);
  });
}

void add_watch(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "watch",
      "the same as long as it runs: each entry of INBOX is reviewed once it is completely there");
  static ServiceOptions options;
  static std::string language = "zh";
  add_service_options(command, options, language);
  command
      ->add_option("--settle", options.settle_seconds,
                   "seconds for which nothing in an entry may change before it is reviewed")
      ->check(CLI::NonNegativeNumber);
  command
      ->add_option("--poll", options.poll_seconds,
                   "seconds between scans, without events of the file system; where not given "
                   "events are used, and a scan is made every 30 s, or 10 s where none come")
      ->check(CLI::PositiveNumber);
  command->callback([&status] {
    options.presentation.language = language_named(language);
    status = watch_command(options);
  });
}

}  // namespace biaoshen
