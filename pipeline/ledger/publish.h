// Puts the files of a review into OUT/<folder>, whole or not at all: everything is written and
// synced into a staging folder on the same file system, which then takes the place of the old
// result in one step. A folder that is not a result of ours is never replaced.
//
//   OUT/.biaoshen/stage/…               results on their way; emptied when a batch or watch starts
//   OUT/.biaoshen/history/<folder>/<n>/ the result of revision n, once there is a later one
//
// A reader who looks into OUT at any moment sees the old result or the new one. Killed at any
// moment, who looks again at what is there and publishes again ends in the same tree. .biaoshen
// goes when nothing is left in it. Who reads a result to change it uses change_result(), so that no
// change of another is lost.
//
// Tested by tests/ledger/publish_test.cpp; broken on purpose by tests/endurance/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/result.h"

namespace biaoshen {

using ResultFiles = std::map<std::string, std::string>;  // path within the result folder -> bytes

// Whether results can be put into OUT; makes the folder where it is not there yet.
Result<void> check_writable(const std::filesystem::path& out);

// Whether a result may have this place: nothing of somebody else's is there, and the name is one.
Result<void> check_place(const std::filesystem::path& out, const std::string& folder);

// OUT/.biaoshen. No entry of an inbox may have this name.
std::filesystem::path state_folder(const std::filesystem::path& out);

struct Publishing {
  int keep_as = 0;  // the result that is there goes into the history as this revision; 0: it goes
  // The stamp of the result that `files` were made from (empty: there was none). Another one is
  // there now: nothing is done, Error: again.
  std::optional<std::string> made_from;
};
// Stages, then takes the lock on results for the moment of putting in place. Errors: output, again.
Result<void> publish(const std::filesystem::path& out, const std::string& folder,
                     const ResultFiles& files, const Publishing& how = {});

// Several results of one OUT, put on the disk together: to wait for it once for each of a thousand
// takes longer than all else. Gives the errors, by folder; the others are in place.
struct MadeResult {
  std::string folder;
  ResultFiles files;
  std::string made_from;  // as in Publishing
};
std::map<std::string, Error> publish_together(const std::filesystem::path& out,
                                              const std::vector<MadeResult>& results);

// What is to take the place of a result.
struct ResultChange {
  ResultFiles files;
  int keep_as = 0;  // as in Publishing
};
// Changes a result, or makes it: `change` reads what is there and gives what is to take its place
// (nothing: it is as it should be). Where somebody else wrote it meanwhile, it is called again on
// what is there now; after some times nobody else can. Errors: output, again, those of `change`.
Result<void> change_result(const std::filesystem::path& out, const std::string& folder,
                           const std::function<Result<std::optional<ResultChange>>()>& change);

// The result of an earlier revision. Not there: a path that does not exist.
std::filesystem::path history_folder(const std::filesystem::path& out, const std::string& folder,
                                     int revision);

// The files of a result, to be published anew with some of them changed. Error: input.
Result<ResultFiles> published_files(const std::filesystem::path& result);

// One file beside the results, whole or not at all, in the place of an earlier one. Not synced
// where `is_passing`: it is made again in a moment (status.json).
Result<void> publish_file(const std::filesystem::path& out, const std::string& name,
                          const std::string& bytes, bool is_passing = false);

// The same for what is too large to be held whole: `write` writes all of it.
Result<void> publish_file(const std::filesystem::path& out, const std::string& name,
                          const std::function<void(std::ostream&)>& write);

// Removes what interrupted programs left behind. The caller holds the instance lock.
Result<void> clear_stage(const std::filesystem::path& out);

// Says whether OUT/<folder>/dossier.json is the file it was (inode, size, times); empty: not there.
std::string result_stamp(const std::filesystem::path& out, const std::string& folder);

// An error where less than `needed` bytes and a reserve are free in OUT's file system.
Result<void> check_space(const std::filesystem::path& out, std::uint64_t needed);

}  // namespace biaoshen
