#include "pipeline/stages/unpacking.h"

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/stages/file_order.h"

namespace biaoshen {
namespace {

void make_partial(Document& document, const std::string& kind, std::string detail) {
  if (document.status == FileStatus::read) document.status = FileStatus::partial;
  if (!document.has_problem(kind)) document.problems.push_back({kind, 0, std::move(detail)});
}

File file_of(Member&& member, const std::string& prefix, const File& holder) {
  File file;
  file.path = prefix + member.path;
  file.container = holder.path;
  file.source = std::move(member.source);
  file.sha256 = std::move(member.sha256);
  file.bytes = member.bytes;
  file.document.status = member.status;
  file.document.problems = std::move(member.problems);
  return file;
}

}  // namespace

Unpacking::Unpacking(Dossier& dossier, const Limits& limits)
    : dossier_(dossier), limits_(limits), holders_(dossier.files.size()) {}

Limits Unpacking::left_for(std::size_t file) const {
  Limits left = limits_;
  left.entries -= std::min(left.entries, static_cast<std::uint32_t>(dossier_.files.size()));
  left.package_bytes -= std::min(left.package_bytes, bytes_);
  left.nesting -= std::min(left.nesting, depth(file));
  return left;
}

void Unpacking::take_members(std::size_t index) {
  std::vector<Member> members = std::exchange(dossier_.files[index].document.members, {});
  const std::string prefix = prefix_for(dossier_.files[index]);
  for (Member& member : members) {
    if (dossier_.files.size() >= limits_.entries)
      return make_partial(dossier_.files[index].document, "entry-limit",
                          "> " + std::to_string(limits_.entries));
    File file = file_of(std::move(member), prefix, dossier_.files[index]);
    // Packages read side by side know nothing of each other: together they may be too much.
    if (bytes_ + file.bytes > limits_.package_bytes) {
      file.source.clear();
      file.document.status = FileStatus::refused;
      file.document.problems.push_back(
          {"package-limit", 0, "> " + std::to_string(limits_.package_bytes) + " bytes"});
    } else {
      bytes_ += file.bytes;
    }
    dossier_.files.push_back(std::move(file));
    holders_.emplace_back(index);
  }
}

void Unpacking::finish() {
  const std::string too_deep = "> " + std::to_string(limits_.nesting);
  for (std::size_t i = 0; i < dossier_.files.size(); ++i) {
    Document& document = dossier_.files[i].document;
    if (!document.has_problem("nesting-limit")) continue;
    for (Problem& problem : document.problems)  // its reader knew only that none was left
      if (problem.kind == "nesting-limit") problem.detail = too_deep;
    for (Holder at = holders_[i]; at; at = holders_[*at])
      make_partial(dossier_.files[*at].document, "nesting-limit", too_deep);
  }
  for (std::size_t i = 0; i < dossier_.files.size(); ++i) {
    if (dossier_.files[i].document.status != FileStatus::ignored && !is_hollow(i)) return;
  }
  // A folder that intake found empty has said so already.
  if (dossier_.files.empty()) return;
  if (dossier_.files.front().path == dossier_.name)
    dossier_.files.front().document.problems.push_back({"empty-dossier", 0, ""});
  else
    add_folder_entry(dossier_, FileStatus::read, {"empty-dossier", 0, ""});
}

std::uint32_t Unpacking::depth(std::size_t file) const {
  std::uint32_t depth = 0;
  for (Holder at = holders_[file]; at; at = holders_[*at]) ++depth;
  return depth;
}

// An archive that is the whole dossier lends its members no name.
std::string Unpacking::prefix_for(const File& holder) const {
  const bool is_dossier = holder.container.empty() && holder.path == dossier_.name;
  return is_dossier ? "" : holder.path + "/";
}

// A package that was read and gave nothing of its own.
bool Unpacking::is_hollow(std::size_t file) const {
  const Document& document = dossier_.files[file].document;
  const bool is_package =
      document.has_problem("empty-archive") ||
      std::find(holders_.begin(), holders_.end(), Holder(file)) != holders_.end();
  return is_package && document.status == FileStatus::read && document.pages.empty();
}

}  // namespace biaoshen
