#include "pipeline/stages/intake.h"

#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "pipeline/base/sha256.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/stages/file_order.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kDeepest = 500;  // folders are not even listed below this

class Walk {
 public:
  Walk(fs::path root, const Limits& limits, Dossier& dossier)
      : root_(std::move(root)), limits_(limits), dossier_(dossier) {}

  void folder(const fs::path& relative, std::uint32_t depth) {
    std::error_code error;
    fs::directory_iterator entries(root_ / relative, error);
    if (error) return refuse(relative, FileStatus::unreadable, {"permission", 0, ""});
    for (; entries != fs::directory_iterator() && !too_many_; entries.increment(error)) {
      if (error) return refuse(relative, FileStatus::unreadable, {"permission", 0, ""});
      entry(relative / entries->path().filename(), entries->symlink_status(error), depth);
    }
  }

  void file(const fs::path& relative, const fs::path& source) {
    if (!has_room()) return;
    File file = named(relative);
    file.source = source;
    std::error_code error;
    file.bytes = fs::file_size(source, error);
    if (::access(source.c_str(), R_OK) != 0) {
      close(file, FileStatus::unreadable, {"permission", 0, ""});
    } else if (file.bytes > limits_.file_bytes) {
      close(file, FileStatus::refused,
            {"size-limit", 0,
             std::to_string(file.bytes) + " > " + std::to_string(limits_.file_bytes)});
    } else if (const auto hash = sha256_of_file(source)) {
      file.sha256 = *hash;
    } else {
      close(file, FileStatus::unreadable, {"permission", 0, ""});
    }
    dossier_.files.push_back(std::move(file));
  }

  bool too_many() const { return too_many_; }

 private:
  void entry(const fs::path& relative, const fs::file_status& status, std::uint32_t depth) {
    if (is_litter(relative.filename().string()))
      return refuse(relative, FileStatus::ignored, {"litter", 0, ""});
    if (fs::is_symlink(status)) return refuse(relative, FileStatus::refused, {"symlink", 0, ""});
    if (fs::is_directory(status) && depth < kDeepest) return folder(relative, depth + 1);
    // What lies too deep is named, file by file, and not opened.
    if (depth > limits_.path_depth || fs::is_directory(status))
      return refuse(relative, FileStatus::refused,
                    {"path-too-deep", 0, "> " + std::to_string(limits_.path_depth)});
    if (fs::is_regular_file(status)) return file(relative, root_ / relative);
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
  bool too_many_ = false;
};

}  // namespace

Result<Dossier> intake(const fs::path& path, const Limits& limits) {
  std::error_code error;
  fs::path absolute = fs::absolute(path, error).lexically_normal();
  if (!absolute.has_filename()) absolute = absolute.parent_path();
  const fs::file_status status = fs::status(absolute, error);
  if (error || !fs::exists(status))
    return fail(ErrorCode::input,
                path.string() + ": no such file or folder / 没有这个文件或文件夹");
  Dossier dossier;
  dossier.name = readable_name(absolute.filename().string()).text;
  Walk walk(absolute, limits, dossier);
  if (fs::is_directory(status)) {
    if (::access(absolute.c_str(), R_OK | X_OK) != 0)
      return fail(ErrorCode::input,
                  path.string() +
                      ": the folder cannot be opened; check its permissions / 无权打开该文件夹");
    walk.folder({}, 0);
  } else if (fs::is_regular_file(status)) {
    walk.file(absolute.filename(), absolute);
  } else {
    return fail(ErrorCode::input,
                path.string() + ": neither a file nor a folder / 既不是文件也不是文件夹");
  }
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
