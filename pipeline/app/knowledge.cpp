#include "pipeline/app/knowledge.h"

#include <fstream>
#include <iterator>

#include "checkers/policy_reader.h"
#include "checkers/profile_library.h"
#include "extractors/finders/finder_table.h"

namespace biaoshen {
namespace {

std::string told(const std::string& path, const Mistakes& mistakes) {
  std::string out;
  for (const ProfileMistake& mistake : mistakes)
    out += path + ":" + std::to_string(mistake.line) + ": " + mistake.message + "\n";
  return out;
}

Result<std::vector<Profile>> load_profiles(const std::string& folder) {
  std::vector<ProfileSource> sources = shipped_sources();
  if (!folder.empty()) {
    auto own = sources_in(folder);
    if (!own) return tl::unexpected(own.error());
    sources.insert(sources.end(), own->begin(), own->end());
  }
  return read_profiles(sources, finders());
}

}  // namespace

Result<std::string> whole_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorCode::input, path + ": cannot be opened");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Result<Knowledge> load_knowledge(const KnowledgeOptions& options) {
  auto profiles = load_profiles(options.profiles);
  if (!profiles) return tl::unexpected(profiles.error());
  Knowledge knowledge{std::move(*profiles), {}};
  if (!options.policy.empty()) {
    const auto xml = whole_file(options.policy);
    if (!xml) return tl::unexpected(xml.error());
    const Mistakes mistakes = apply_policy(*xml, knowledge.profiles);
    if (!mistakes.empty()) return fail(ErrorCode::profile, told(options.policy, mistakes));
  }
  if (!options.waivers.empty()) {
    const auto xml = whole_file(options.waivers);
    if (!xml) return tl::unexpected(xml.error());
    ReadWaivers read = read_waivers(*xml, knowledge.profiles);
    if (!read.mistakes.empty())
      return fail(ErrorCode::profile, told(options.waivers, read.mistakes));
    knowledge.waivers = std::move(read.waivers);
  }
  return knowledge;
}

bool is_programme(const Profile& profile, const std::string& wanted) {
  return profile.id == wanted || profile.id + "@" + profile.version == wanted;
}

}  // namespace biaoshen
