#include "pipeline/stages/intake.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "pipeline/base/litter.h"
#include "pipeline/base/open_plain.h"
#include "pipeline/base/sha256.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/stages/file_order.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

struct Refusal {
  FileStatus status;
  std::string_view problem;
};

Refusal refusal_of(NotOpened reason) {
  switch (reason) {
    case NotOpened::link:
      return {FileStatus::refused, "symlink"};
    case NotOpened::not_a_file:
      return {FileStatus::refused, "not-a-file"};
    case NotOpened::failed:
      return {FileStatus::unreadable, "read-error"};
    default:
      return {FileStatus::unreadable, "permission"};
  }
}

class Walk {
 public:
  Walk(fs::path root, const Limits& limits, Dossier& dossier)
      : root_(std::move(root)), limits_(limits), dossier_(dossier) {}

  void folder(const fs::path& relative, std::size_t depth) {
    const FolderListing listing = list_plain_folder(root_ / relative);
    for (const FolderEntry& found : listing.entries) {
      if (too_many_) return;
      entry(relative / found.name, found, depth);
    }
    if (listing.error == ELOOP) return refuse(relative, FileStatus::refused, {"symlink", 0, ""});
    is_exhausted_ |= listing.error == EMFILE || listing.error == ENFILE || listing.error == ENOMEM;
    if (listing.error != 0)
      refuse(relative, FileStatus::unreadable,
             {listing.error == EIO ? "read-error" : "permission", 0, ""});
  }

  // What is opened is what is hashed, whatever lies at `source` a moment later.
  void file(const fs::path& relative, const fs::path& source) {
    if (!has_room()) return;
    File file = named(relative);
    file.source = source;
    struct stat status {};
    if (const auto opened = open_plain_file(source); !opened) {
      is_exhausted_ |= opened.error() == NotOpened::exhausted;
      const Refusal refusal = refusal_of(opened.error());
      close(file, refusal.status, {std::string(refusal.problem), 0, ""});
    } else if (::fstat(opened->value(), &status) != 0) {
      close(file, FileStatus::unreadable, {"permission", 0, ""});
    } else if ((file.bytes = static_cast<std::uint64_t>(status.st_size)) > limits_.file_bytes) {
      close(file, FileStatus::refused,
            {"size-limit", 0,
             std::to_string(file.bytes) + " > " + std::to_string(limits_.file_bytes)});
    } else if (const auto hash = sha256_of_open_file(opened->value())) {
      file.sha256 = *hash;
    } else {
      close(file, FileStatus::unreadable, {"read-error", 0, ""});
    }
    dossier_.files.push_back(std::move(file));
  }

  bool too_many() const { return too_many_; }
  bool is_exhausted() const { return is_exhausted_; }  // no fault of a file

 private:
  void entry(const fs::path& relative, const FolderEntry& found, std::size_t depth) {
    if (is_litter(found.name)) return refuse(relative, FileStatus::ignored, {"litter", 0, ""});
    if (found.error != 0) return refuse(relative, FileStatus::unreadable, {"permission", 0, ""});
    const mode_t mode = found.status.st_mode;
    if (S_ISLNK(mode)) return refuse(relative, FileStatus::refused, {"symlink", 0, ""});
    if (S_ISDIR(mode) && depth < kDeepestFolder) return folder(relative, depth + 1);
    // What lies too deep is named, file by file, and not opened.
    if (depth > limits_.path_depth || S_ISDIR(mode))
      return refuse(relative, FileStatus::refused,
                    {"path-too-deep", 0, "> " + std::to_string(limits_.path_depth)});
    if (S_ISREG(mode)) return file(relative, root_ / relative);
    refuse(relative, FileStatus::refused, {"not-a-file", 0, ""});
  }

  void refuse(const fs::path& relative, FileStatus status, Problem problem) {
    if (!has_room()) return;
    File file = named(relative);
    close(file, status, std::move(problem));
    dossier_.files.push_back(std::move(file));
  }

  static void close(File& file, FileStatus status, Problem problem) {
    file.document.status = status;
    file.document.problems.push_back(std::move(problem));
  }

  static File named(const fs::path& relative) {
    const ReadableName name = readable_name(relative.string());
    File file;
    file.path = name.text;
    if (name.was_decoded) file.document.problems.push_back({"name-encoding", 0, ""});
    return file;
  }

  bool has_room() {
    too_many_ = too_many_ || dossier_.files.size() >= limits_.entries;
    return !too_many_;
  }

  fs::path root_;
  const Limits& limits_;
  Dossier& dossier_;
  bool too_many_ = false, is_exhausted_ = false;
};

}  // namespace

Result<Dossier> intake(const fs::path& path, const Limits& limits) {
  const fs::path root = with_plain_parent(path);
  std::error_code error;
  const fs::file_status status = fs::symlink_status(root, error);
  if (!fs::exists(status))
    return fail(ErrorCode::input,
                path.string() + ": no such file or folder / 没有这个文件或文件夹");
  Dossier dossier;
  dossier.name = readable_name(root.filename().string()).text;
  Walk walk(root, limits, dossier);
  if (fs::is_directory(status)) {
    if (::access(root.c_str(), R_OK | X_OK) != 0)
      return fail(ErrorCode::input,
                  path.string() +
                      ": the folder cannot be opened; check its permissions / 无权打开该文件夹");
    walk.folder({}, 0);
  } else if (fs::is_regular_file(status)) {
    walk.file(root.filename(), root);
  } else {
    return fail(ErrorCode::input,
                path.string() + ": neither a file nor a folder / 既不是文件也不是文件夹");
  }
  if (walk.is_exhausted())
    return fail(
        ErrorCode::output,
        "no more files can be opened at once; raise the limit of open files, or of memory / "
        "打开的文件过多或内存不足，请提高系统限制");
  const auto counts = [](const File& file) { return file.document.status != FileStatus::ignored; };
  if (std::none_of(dossier.files.begin(), dossier.files.end(), counts))
    add_folder_entry(dossier, FileStatus::read, {"empty-dossier", 0, ""});
  if (walk.too_many())
    add_folder_entry(dossier, FileStatus::refused,
                     {"entry-limit", 0, "> " + std::to_string(limits.entries)});
  number_files(dossier.files);
  return dossier;
}

}  // namespace biaoshen
