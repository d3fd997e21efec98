#include "checkers/profile_library.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>

#include "checkers/profile_tree.h"
#include "embedded/profiles.h"
#include "pipeline/base/sha256.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kShipped = "checkers/profiles/";
constexpr std::string_view kReleased = "released.sha256";
constexpr std::size_t kMostFiles = 1000;

bool is_source(const fs::path& path) {
  return path.extension() == ".xml" || path.filename() == kReleased;
}

// Each mistake once: one in a module is met with every profile that includes it.
void tell(const ProfileMistake& mistake, std::string& wrong) {
  const std::string line =
      mistake.file + ":" + std::to_string(mistake.line) + ": " + mistake.message + "\n";
  if (!contains(wrong, line)) wrong += line;
}

const ProfileSource* source_at(const std::vector<ProfileSource>& sources, std::string_view path) {
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [&](const ProfileSource& source) { return source.path == path; });
  return found == sources.end() ? nullptr : &*found;
}

// What one released.sha256 says of the files beside and below it.
Mistakes changed_since_release(const std::vector<ProfileSource>& sources,
                               const ProfileSource& released) {
  Mistakes mistakes;
  const std::string folder = released.path.substr(0, released.path.size() - kReleased.size());
  int number = 0;
  for (std::string_view row : split(released.xml, '\n')) {
    ++number;
    row = trim(row);
    if (row.empty() || row.starts_with('#')) continue;
    const std::size_t blank = std::min(row.find(' '), row.size());
    const std::string path = folder + std::string(trim(row.substr(blank)));
    const ProfileSource* source = source_at(sources, path);
    if (source == nullptr) {
      mistakes.push_back({number, "there is no file " + in_quotes(path), released.path});
    } else if (sha256(source->xml) != row.substr(0, blank)) {
      mistakes.push_back(
          {1, "changed since its release; give the change a version of its own", source->path});
    }
  }
  return mistakes;
}

void note_doubles(const std::vector<Profile>& profiles, const std::vector<std::string>& paths,
                  std::string& wrong) {
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (profiles[i].id != profiles[j].id || profiles[i].version != profiles[j].version) continue;
      tell({1,
            "there is already a profile " + profiles[i].id + " " + profiles[i].version + ", in " +
                paths[j] + "; give this one an id or a version of its own",
            paths[i]},
           wrong);
    }
  }
}

}  // namespace

std::vector<ProfileSource> shipped_sources() {
  std::vector<ProfileSource> sources;
  for (const embedded::File& file : embedded::profiles()) {
    if (file.path.starts_with(kShipped))
      sources.push_back({std::string(file.path), std::string(file.content)});
  }
  return sources;
}

Result<std::vector<ProfileSource>> sources_in(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> paths;
  auto at = fs::recursive_directory_iterator(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (is_source(at->path()) && at->is_regular_file(error)) paths.push_back(at->path());
    if (paths.size() > kMostFiles)
      return fail(ErrorCode::input, folder.string() + ": more than " + std::to_string(kMostFiles) +
                                        " profiles in one folder");
  }
  if (error) return fail(ErrorCode::input, folder.string() + ": " + error.message());
  std::sort(paths.begin(), paths.end());
  std::vector<ProfileSource> sources;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail(ErrorCode::input, path.string() + ": cannot be opened");
    sources.push_back({path.string(), {std::istreambuf_iterator<char>(in), {}}});
  }
  return sources;
}

Result<std::vector<Profile>> read_profiles(const std::vector<ProfileSource>& sources,
                                           std::span<const FinderRow> finders) {
  std::string wrong;
  const ModuleShelf modules(sources);
  for (const ProfileMistake& mistake : modules.mistakes()) tell(mistake, wrong);
  std::vector<Profile> profiles;
  std::vector<std::string> paths;
  for (const ProfileSource& source : sources) {
    if (source.path.ends_with(kReleased)) {
      for (const ProfileMistake& mistake : changed_since_release(sources, source))
        tell(mistake, wrong);
    }
    if (!source.path.ends_with(".xml") || is_module(source.xml)) continue;
    ReadProfile read = read_profile(source.xml, finders, modules);
    for (ProfileMistake& mistake : read.mistakes) {
      if (mistake.file.empty()) mistake.file = source.path;
      tell(mistake, wrong);
    }
    if (!read.profile) continue;
    profiles.push_back(std::move(*read.profile));
    paths.push_back(source.path);
  }
  note_doubles(profiles, paths, wrong);
  if (!wrong.empty()) return fail(ErrorCode::profile, wrong);
  std::sort(profiles.begin(), profiles.end(), [](const Profile& a, const Profile& b) {
    return std::tie(a.id, a.version) < std::tie(b.id, b.version);
  });
  return profiles;
}

Result<std::vector<Profile>> shipped_profiles(std::span<const FinderRow> finders) {
  return read_profiles(shipped_sources(), finders);
}

}  // namespace biaoshen
