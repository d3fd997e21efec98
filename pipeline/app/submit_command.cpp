#include "pipeline/app/submit_command.h"

#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <system_error>

#include "embedded/cluster_files.h"
#include "pipeline/app/program.h"
#include "pipeline/base/plain_path.h"
#include "pipeline/base/whole_file.h"
#include "pipeline/batch/manifest.h"
#include "pipeline/ledger/publish.h"
#include "pipeline/watch/inbox.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr double kSecondsOfShard = 600;
constexpr std::size_t kMostShards = 1000;  // of an array where slurm.conf says nothing of it

using Words = std::map<std::string, std::string>;  // of a template, without its @

std::string shell_word(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// Also a flow scalar of YAML.
std::string json_quoted(const std::string& word) {
  return nlohmann::json(word).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string filled(const std::string& name, const Words& words) {
  std::string text;
  for (const auto& file : embedded::cluster_files())
    if (fs::path(file.path).filename() == name) text = file.content;
  for (const auto& [word, value] : words) {
    const std::string mark = "@" + word + "@";
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += value.size())
      text.replace(at, mark.size(), value);
  }
  return text;
}

std::size_t shards_for(const std::vector<ManifestRow>& rows, unsigned cpus) {
  double seconds = 0;
  for (const ManifestRow& row : rows) seconds += row.cost;
  const double shards = std::ceil(seconds / (kSecondsOfShard * cpus));
  return std::clamp<std::size_t>(static_cast<std::size_t>(shards), 1, kMostShards);
}

struct Submission {
  fs::path folder, manifest, out;
  std::size_t shards = 1;
  unsigned cpus = 1;
  Words words;
};

Words words_of(const Submission& one, const std::vector<ManifestRow>& rows,
               const std::vector<std::string>& review) {
  std::error_code error;
  const std::string program = fs::read_symlink("/proc/self/exe", error).string();
  std::string options, yaml_options;
  for (const std::string& option : review) {
    options += " " + shell_word(option);
    yaml_options += ", " + json_quoted(option);
  }
  const std::string inbox = rows.empty() ? "/" : rows.front().path.parent_path().string();
  return {{"PROGRAM", shell_word(program)},
          {"MANIFEST", shell_word(one.manifest.string())},
          {"OUT", shell_word(one.out.string())},
          {"FOLDER", shell_word(one.folder.string())},
          {"OPTIONS", options},
          {"SHARDS", std::to_string(one.shards)},
          {"LAST", std::to_string(one.shards - 1)},
          {"CPUS", std::to_string(one.cpus)},
          {"VERSION", BIAOSHEN_VERSION},
          {"YAML_PROGRAM", json_quoted(program)},
          {"YAML_MANIFEST", json_quoted(one.manifest.string())},
          {"YAML_OUT", json_quoted(one.out.string())},
          {"YAML_INBOX", json_quoted(inbox)},
          {"YAML_OPTIONS", yaml_options}};
}

// The manifest and the scripts lie where every machine finds them.
Result<Submission> prepared(const SubmitOptions& options) {
  const auto rows = manifest_in(options.manifest);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return fail(ErrorCode::input, options.manifest + ": no dossier stands in it");
  for (const fs::path& inbox : inboxes_of(*rows))
    if (auto disjoint = check_disjoint(inbox, options.out); !disjoint)
      return tl::unexpected(disjoint.error());
  if (auto fine = check_writable(options.out); !fine) return tl::unexpected(fine.error());
  Submission one;
  one.out = plain_path(options.out);
  one.folder = state_folder(one.out) / "submitted";
  one.manifest = one.folder / "manifest.tsv";
  one.cpus = options.cpus;
  one.shards = options.shards > 0 ? options.shards : shards_for(*rows, options.cpus);
  one.words = words_of(one, *rows, options.review);
  std::error_code error;
  fs::create_directories(one.folder, error);
  if (auto written = write_whole_file(one.manifest, manifest_text(*rows)); !written)
    return tl::unexpected(written.error());
  return one;
}

// What a command prints, without its line end. Error: output, where it fails.
Result<std::string> said_by(const std::string& command) {
  // NOLINTNEXTLINE(cert-env33-c): every word of it that is not ours is quoted
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return fail(ErrorCode::output, "no process can be started");
  std::string said;
  std::array<char, 256> piece{};
  while (std::fgets(piece.data(), piece.size(), pipe) != nullptr) said += piece.data();
  const int status = ::pclose(pipe);
  while (!said.empty() && said.back() == '\n') said.pop_back();
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && !said.empty()) return said;
  return fail(ErrorCode::output,
              "sbatch did not take the batch; `sinfo` shows whether Slurm runs here, and "
              "--print what would be submitted");
}

std::string array_line(const Submission& one) {
  std::string logs = one.folder.string();
  for (std::size_t at = 0; (at = logs.find('%', at)) != std::string::npos; at += 2)
    logs.insert(at, "%");
  return "sbatch --parsable --job-name=biaoshen --requeue --open-mode=append --signal=B:TERM@60 "
         "--array=0-" +
         std::to_string(one.shards - 1) + " --cpus-per-task=" + std::to_string(one.cpus) +
         " --output=" + shell_word(logs + "/%A_%a.log") + " " +
         shell_word((one.folder / "shard.sh").string());
}

std::string merge_line(const Submission& one, const std::string& array) {
  std::string log = (one.folder / "merge.log").string();
  for (std::size_t at = 0; (at = log.find('%', at)) != std::string::npos; at += 2)
    log.insert(at, "%");
  return "sbatch --parsable --job-name=biaoshen-merge --open-mode=append --dependency=afterany:" +
         array + " --output=" + shell_word(log) + " " +
         shell_word((one.folder / "merge.sh").string());
}

Result<void> submit_to_slurm(const Submission& one, bool only_print) {
  for (const auto& [name, from] :
       {std::pair("shard.sh", "slurm_shard.sh"), std::pair("merge.sh", "slurm_merge.sh")})
    if (auto written = write_whole_file(one.folder / name, filled(from, one.words)); !written)
      return written;
  if (only_print) {
    std::cout << "array=$(" << array_line(one) << ")\n" << merge_line(one, "$array") << '\n';
    return {};
  }
  const auto array = said_by(array_line(one));
  if (!array) return tl::unexpected(array.error());
  const std::string id = array->substr(0, array->find(';'));  // a cluster's name may follow
  const auto merge = said_by(merge_line(one, id));
  if (!merge) return tl::unexpected(merge.error());
  std::cout << "array " << id << " (" << one.shards << "), merge " << *merge << ", "
            << one.folder.string() << '\n';
  return {};
}

}  // namespace

int submit_command(const SubmitOptions& options) {
  const auto one = prepared(options);
  if (!one) return report(one.error());
  if (options.engine == "slurm") {
    const auto submitted = submit_to_slurm(*one, options.only_print);
    return submitted ? 0 : report(submitted.error());
  }
  std::cout << filled(options.engine == "parallel" ? "parallel.sh" : "kubernetes.yaml", one->words);
  return 0;
}

}  // namespace biaoshen
