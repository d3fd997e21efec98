#include "extractors/readers/office/package_members.h"

#include "extractors/readers/office/compound_file.h"
#include "extractors/readers/office/ole_package.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

std::string file_name(std::string_view part) {
  return clean_utf8(part.substr(part.rfind('/') + 1));
}
std::string stem(const std::string& name) {
  return name.substr(0, name.rfind('.'));
}

}  // namespace

void PackageMembers::hand_on(const Relations& relations, PackageNotes& notes) {
  for (const Relation& relation : relations.all()) {
    const bool is_ole = relation.type == "oleObject";
    if (!relation.is_part() || (!is_ole && relation.type != "package")) continue;
    if (!package_.has(relation.target) || !parts_.insert(relation.target).second) continue;
    hand_on_part(relation.target, is_ole, notes);
  }
  if (members_.is_full()) notes.incomplete();
}

void PackageMembers::hand_on_part(const std::string& part, bool is_ole, PackageNotes& notes) {
  if (members_.is_full()) return;
  const std::string name = file_name(part);
  std::string bytes;
  const PartEnd end =
      package_.read(part, package_.limits().member_bytes, [&](std::string_view piece) {
        bytes += piece;
        return true;
      });
  if (!end.is_complete()) {
    members_.decline(free_name(name, part), FileStatus::unreadable, {{end.kind, 0, end.detail}});
    return;
  }
  if (!is_ole || !is_compound_file(bytes)) {
    hand_on_bytes(free_name(name, part), bytes);
    return;
  }
  const OleContent content = ole_content(bytes);
  if (!content.is_document) {
    notes.note("embedded-object", name);
    return;
  }
  const std::string extension = content.extension.empty() ? "" : "." + content.extension;
  const std::string wanted = content.name.empty() ? stem(name) + extension : content.name;
  hand_on_bytes(free_name(wanted, part), content.is_whole ? bytes : content.bytes);
}

// Its size in the package is not known for what an object holds, so the whole package counts.
void PackageMembers::hand_on_bytes(const std::string& name, std::string_view bytes) {
  constexpr std::size_t kPiece = 64 << 10;
  if (!members_.begin(name, 0)) return;
  for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
    if (!members_.bytes(bytes.substr(at, kPiece))) break;
  }
  members_.end();
}

// Two objects may state one name: the second stands in a folder named after its part.
std::string PackageMembers::free_name(const std::string& wanted, const std::string& part) {
  std::string name = wanted.empty() || wanted == "." || wanted == ".." ? file_name(part) : wanted;
  if (!names_.insert(name).second) {
    name = stem(file_name(part)) + "/" + name;
    names_.insert(name);
  }
  return name;
}

}  // namespace biaoshen
