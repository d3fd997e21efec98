#include "pipeline/app/service_commands.h"

#include <CLI/CLI.hpp>

#include "pipeline/app/batch_command.h"
#include "pipeline/app/config_option.h"
#include "pipeline/app/merge_command.h"
#include "pipeline/app/plan_command.h"
#include "pipeline/app/review_options.h"
#include "pipeline/app/submit_command.h"
#include "pipeline/app/watch_command.h"

namespace biaoshen {
namespace {

void add_service_options(CLI::App* command, ServiceOptions& options, std::string& language) {
  add_config_option(command, options.config);
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

// A shard of a manifest in place of an inbox.
void add_shard_options(CLI::App* command, ServiceOptions& options) {
  auto* inbox = command->add_option("INBOX", options.inbox, "a folder of dossiers");
  auto* manifest = command->add_option("--manifest", options.manifest,
                                       "review a share of this manifest, as `biaoshen plan` "
                                       "writes it; `biaoshen merge` compares them in the end");
  auto* shard = command->add_option("--shard", options.shard, "which share, from 0");
  auto* shards =
      command->add_option("--shards", options.shards, "of how many")->check(CLI::PositiveNumber);
  manifest->needs(shard)->needs(shards)->excludes(inbox);
  shard->needs(manifest);
  shards->needs(manifest);
}

// What CLI11 cannot say of options together.
void check_shard_options(const ServiceOptions& options) {
  if (options.inbox.empty() && options.manifest.empty())
    throw CLI::RequiredError("INBOX, or --manifest");
  if (options.shard && *options.shard >= *options.shards)
    throw CLI::ValidationError("--shard", "is counted from 0 and must be less than --shards");
  if (!options.manifest.empty() && !options.fail_on.empty())
    throw CLI::ExcludesError("--manifest", "--fail-on");
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
  add_shard_options(command, options);
  command->add_option("--fail-on", options.fail_on, "exit 1 on this verdict or a worse one")
      ->check(CLI::IsMember({"return", "review"}));
  command->add_flag("--force", options.force, "review also what has not changed");
  command->add_flag("--explain", options.explain,
                    "say of each entry why it is or is not reviewed again");
  command->add_option("--until", options.until,
                      "HH:MM: stop then, with exit code 75; the next batch goes on");
  command->callback([&status] {
    check_shard_options(options);
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
  command->add_option("INBOX", options.inbox, "a folder of dossiers")->required();
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

void add_plan(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "plan", "list the entries of inboxes for a batch that several machines share");
  static PlanOptions options;
  command->add_option("INBOX", options.inboxes, "folders of dossiers")->required();
  command->add_option("--out", options.out, "the manifest to write (TSV)")->required();
  command->callback([&status] { status = plan_command(options); });
}

void add_merge(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "merge",
      "compare what the shards of a manifest reviewed, and write OUT/index.html, register.xlsx "
      "and batch.json; exit 1 with the manifest of what is left where something is");
  static ServiceOptions options;
  static std::string language = "zh";
  command->add_option("--manifest", options.manifest, "the manifest of all shards")->required();
  add_settings(command, options, language);
  command->callback([&status] {
    options.presentation.language = language_named(language);
    status = merge_command(options);
  });
}

void add_submit(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "submit", "hand a planned batch to a scheduler: its shards, and the merge after them");
  static SubmitOptions options;
  command->add_option("--engine", options.engine, "the scheduler")
      ->required()
      ->check(CLI::IsMember({"slurm", "parallel", "kubernetes"}));
  command->add_option("--manifest", options.manifest, "as `biaoshen plan` writes it")->required();
  command->add_option("--out", options.out, "where the results go; all machines see it")
      ->required();
  command
      ->add_option("--shards", options.shards,
                   "how many; where not given so many that each takes about ten minutes")
      ->check(CLI::PositiveNumber);
  command->add_option("--cpus", options.cpus, "cores of a shard")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->add_flag("--print", options.only_print, "print what would be submitted to Slurm");
  command->add_option("OPTIONS", options.review, "after --: options of `batch` for all of them");
  command->callback([&status] { status = submit_command(options); });
}

}  // namespace biaoshen
