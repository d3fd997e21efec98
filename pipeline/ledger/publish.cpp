#include "pipeline/ledger/publish.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#include "pipeline/batch/batch_entry.h"
#include "pipeline/ledger/out_lock.h"
#include "pipeline/ledger/staging.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr const char* kState = ".biaoshen";

// A rename is on the disk when its folder is.
Result<void> sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return cannot_write(folder, errno);
  const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL;  // some have nothing to sync
  const int reason = errno;
  ::close(descriptor);
  if (!synced) return cannot_write(folder, reason);
  return {};
}

bool is_there(const fs::path& path) {
  struct stat found {};
  return ::lstat(path.c_str(), &found) == 0;
}

// `staged` takes the place of `target`, if there is one, in one step. File systems of networks may
// know neither of the two kinds of rename; there it takes two, the old one being in `aside`
// between.
Result<void> put_in_place(const fs::path& staged, const fs::path& target, const fs::path& aside) {
  const auto rename_as = [&](unsigned kind) {
    return ::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, target.c_str(), kind) == 0;
  };
  if (rename_as(RENAME_NOREPLACE)) return {};
  if (errno != EEXIST && errno != EINVAL) return cannot_write(target, errno);
  if (is_there(target)) {
    if (rename_as(RENAME_EXCHANGE)) return {};
    if (errno != EINVAL) return cannot_write(target, errno);
    if (::rename(target.c_str(), aside.c_str()) != 0) return cannot_write(target, errno);
  }
  if (::rename(staged.c_str(), target.c_str()) == 0) return {};
  const int reason = errno;
  if (is_there(aside)) static_cast<void>(::rename(aside.c_str(), target.c_str()));
  return cannot_write(target, reason);
}

// The same files in another folder: the same inodes where the file system has links. A result is
// never changed in place, so that neither folder can change the other.
Result<void> link_tree(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_directory(to, error);
  fs::recursive_directory_iterator at(from, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const fs::path twin = to / at->path().lexically_relative(from);
    if (at->is_directory(error)) {
      fs::create_directory(twin, error);
    } else if (::link(at->path().c_str(), twin.c_str()) != 0) {
      fs::copy_file(at->path(), twin, error);
    }
    if (error) break;
  }
  if (error) return cannot_write(to, error.value());
  return {};
}

// The result that is there becomes one of the history, before another takes its place: killed in
// between, the next try makes it again.
Result<void> keep(const Staging& staging, const fs::path& out, const std::string& folder,
                  int revision) {
  const fs::path kept = history_folder(out, folder, revision);
  const auto twins = staging.folder("kept");
  if (!twins) return tl::unexpected(twins.error());
  if (auto linked = link_tree(out / folder, *twins / folder); !linked) return linked;
  std::error_code error;
  fs::create_directories(kept.parent_path(), error);
  if (error) return cannot_write(kept, error.value());
  const auto older = staging.folder("older");
  if (!older) return tl::unexpected(older.error());
  if (auto placed = put_in_place(*twins / folder, kept, *older / folder); !placed) return placed;
  return staging.sync();
}

// One name, and not one that means something else in OUT.
Result<void> check_name(const fs::path& out, const std::string& folder) {
  const bool is_name = !folder.empty() && folder != "." && folder != ".." && folder != kState &&
                       folder.find('/') == std::string::npos;
  if (is_name) return {};
  return fail(ErrorCode::output,
              (out / folder).string() + ": no result can have this name; rename what is reviewed");
}

Result<void> check_replaceable(const fs::path& result) {
  std::error_code error;
  if (!is_there(result) || fs::is_regular_file(result / "dossier.json", error)) return {};
  return fail(ErrorCode::output, result.string() +
                                     ": is there already and is not a result of biaoshen; move "
                                     "it away or choose another OUT");
}

Result<void> stage(const Staging& staging, const fs::path& out, const std::string& folder,
                   const ResultFiles& files) {
  if (auto fine = check_place(out, folder); !fine) return fine;
  for (const auto& [path, bytes] : files)
    if (auto done = staging.write(fs::path("result") / folder / path, bytes); !done) return done;
  return {};
}

// The files, on the disk, where nobody looks.
Result<Staging> staged(const fs::path& out, const std::string& folder, const ResultFiles& files) {
  auto staging = Staging::begin(out);
  if (!staging) return staging;
  if (auto done = stage(*staging, out, folder, files); !done) return tl::unexpected(done.error());
  if (auto synced = staging->sync(); !synced) return tl::unexpected(synced.error());
  return staging;
}

// With the lock on results held, and what others left swept away. Not on the disk when it returns.
Result<void> exchange(const Staging& staging, const fs::path& out, const std::string& folder,
                      const Publishing& how) {
  const fs::path result = out / folder;
  if (how.made_from && *how.made_from != result_stamp(out, folder))
    return fail(ErrorCode::again, result.string() + ": was changed meanwhile; try again");
  if (auto fine = check_replaceable(result); !fine) return fine;
  if (how.keep_as > 0 && is_there(result))
    if (auto kept = keep(staging, out, folder, how.keep_as); !kept) return kept;
  const auto replaced = staging.folder(Staging::kReplaced);
  if (!replaced) return tl::unexpected(replaced.error());
  return put_in_place(staging.path() / "result" / folder, result, *replaced / folder);
}

// With the lock on results held.
Result<void> replace(const Staging& staging, const fs::path& out, const std::string& folder,
                     const Publishing& how) {
  Staging::sweep(out, false);
  if (auto done = exchange(staging, out, folder, how); !done) return done;
  return sync_folder(out);
}

constexpr const char* kFile = "file";  // on its way; its name in OUT may be a path

Result<void> rename_file(const Staging& staging, const fs::path& out, const std::string& name) {
  if (::rename((staging.path() / kFile).c_str(), (out / name).c_str()) != 0)
    return cannot_write(out / name, errno);
  return {};
}

Result<void> put_file(const Staging& staging, const fs::path& out, const std::string& name) {
  if (auto synced = staging.sync(); !synced) return synced;
  if (auto renamed = rename_file(staging, out, name); !renamed) return renamed;
  return sync_folder(out);
}

}  // namespace

Result<void> check_place(const fs::path& out, const std::string& folder) {
  if (auto fine = check_name(out, folder); !fine) return fine;
  return check_replaceable(out / folder);
}

fs::path state_folder(const fs::path& out) {
  return out / kState;
}

fs::path history_folder(const fs::path& out, const std::string& folder, int revision) {
  return state_folder(out) / "history" / folder / std::to_string(revision);
}

Result<void> check_writable(const fs::path& out) {
  std::error_code error;
  fs::create_directories(out, error);
  if (error) return cannot_write(out, error.value());
  if (::access(out.c_str(), W_OK | X_OK) != 0) return cannot_write(out, errno);
  return {};
}

Result<void> publish(const fs::path& out, const std::string& folder, const ResultFiles& files,
                     const Publishing& how) {
  const auto staging = staged(out, folder, files);
  if (!staging) return tl::unexpected(staging.error());
  const auto lock = lock_results(out);
  if (!lock) return tl::unexpected(lock.error());
  return replace(*staging, out, folder, how);
}

std::map<std::string, Error> publish_together(const fs::path& out,
                                              const std::vector<MadeResult>& results) {
  std::map<std::string, Error> errors;
  if (results.empty()) return errors;
  const auto fail_all = [&](const Error& error) {
    for (const MadeResult& one : results) errors.try_emplace(one.folder, error);
    return errors;
  };
  const auto staging = Staging::begin(out);
  if (!staging) return fail_all(staging.error());
  for (const MadeResult& one : results)
    if (auto done = stage(*staging, out, one.folder, one.files); !done)
      errors.emplace(one.folder, done.error());
  if (auto synced = staging->sync(); !synced) return fail_all(synced.error());
  const auto lock = lock_results(out);
  if (!lock) return fail_all(lock.error());
  Staging::sweep(out, false);
  for (const MadeResult& one : results) {
    if (errors.contains(one.folder)) continue;
    if (auto done = exchange(*staging, out, one.folder, {0, one.made_from}); !done)
      errors.emplace(one.folder, done.error());
  }
  if (auto synced = sync_folder(out); !synced) return fail_all(synced.error());
  return errors;
}

Result<void> change_result(const fs::path& out, const std::string& folder,
                           const std::function<Result<std::optional<ResultChange>>()>& change) {
  constexpr int kTries = 3;
  for (int tried = 0; tried < kTries; ++tried) {
    const std::string stamp = result_stamp(out, folder);
    const auto changed = change();
    if (changed && !*changed) return {};
    const Result<void> done =
        changed ? publish(out, folder, (*changed)->files, {(*changed)->keep_as, stamp})
                : Result<void>(tl::unexpected(changed.error()));
    // What was read while the folder was exchanged may make no sense.
    if (done || (done.error().code != ErrorCode::again && result_stamp(out, folder) == stamp))
      return done;
  }
  const auto lock = lock_results(out);
  if (!lock) return tl::unexpected(lock.error());
  Staging::sweep(out, false);  // it may put back what `change` is to read
  const auto changed = change();
  if (!changed) return tl::unexpected(changed.error());
  if (!*changed) return {};
  const auto staging = staged(out, folder, (*changed)->files);
  if (!staging) return tl::unexpected(staging.error());
  return replace(*staging, out, folder, {(*changed)->keep_as, std::nullopt});
}

Result<ResultFiles> published_files(const fs::path& result) {
  ResultFiles files;
  std::error_code error;
  fs::recursive_directory_iterator at(result, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (!at->is_regular_file(error)) continue;
    auto bytes = read_result_file(at->path());
    if (!bytes) return tl::unexpected(bytes.error());
    files.emplace(at->path().lexically_relative(result).string(), std::move(*bytes));
  }
  if (error) return fail(ErrorCode::input, result.string() + ": " + error.message());
  return files;
}

Result<void> publish_file(const fs::path& out, const std::string& name, const std::string& bytes,
                          bool is_passing) {
  const auto staging = Staging::begin(out);
  if (!staging) return tl::unexpected(staging.error());
  if (auto written = staging->write(kFile, bytes); !written) return written;
  return is_passing ? rename_file(*staging, out, name) : put_file(*staging, out, name);
}

Result<void> publish_file(const fs::path& out, const std::string& name,
                          const std::function<void(std::ostream&)>& write) {
  const auto staging = Staging::begin(out);
  if (!staging) return tl::unexpected(staging.error());
  const fs::path path = staging->path() / kFile;
  std::ofstream file(path, std::ios::binary);
  errno = 0;
  write(file);
  file.close();
  if (!file) return cannot_write(path, errno == 0 ? EIO : errno);
  return put_file(*staging, out, name);
}

Result<void> clear_stage(const fs::path& out) {
  const auto lock = lock_results(out);
  if (!lock) return tl::unexpected(lock.error());
  Staging::sweep(out, true);
  return {};
}

// Without the time of change: it changes when a link is made for the history.
std::string result_stamp(const fs::path& out, const std::string& folder) {
  struct stat found {};
  if (::stat((out / folder / "dossier.json").c_str(), &found) != 0) return {};
  return std::to_string(found.st_ino) + " " + std::to_string(found.st_size) + " " +
         std::to_string(found.st_mtim.tv_sec) + "." + std::to_string(found.st_mtim.tv_nsec);
}

// The reserve is for what else grows there (ledger, log, the results of others). A share of the
// file system, so that a small one can be used too; a full one is noticed in any case, when it is
// written to.
Result<void> check_space(const fs::path& out, std::uint64_t needed) {
  struct statvfs disk {};
  if (::statvfs(out.c_str(), &disk) != 0) return cannot_write(out, errno);
  if (disk.f_blocks == 0) return {};  // it does not tell
  constexpr std::uint64_t kMiB = 1 << 20;
  const std::uint64_t unit = disk.f_frsize;
  const std::uint64_t reserve = std::min<std::uint64_t>(256 * kMiB, disk.f_blocks * unit / 20);
  if (disk.f_bavail * unit >= reserve + needed) return {};
  return fail(ErrorCode::output,
              out.string() + ": only " + std::to_string(disk.f_bavail * unit / kMiB) +
                  " MiB are free, " + std::to_string((reserve + needed) / kMiB + 1) +
                  " are needed; make room");
}

}  // namespace biaoshen
