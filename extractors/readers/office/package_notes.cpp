#include "extractors/readers/office/package_notes.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

int badness(FileStatus status) {
  switch (status) {
    case FileStatus::refused:
      return 3;
    case FileStatus::unreadable:
      return 2;
    case FileStatus::partial:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

void PackageNotes::note(const std::string& kind, const std::string& detail) {
  for (Note& known : notes_) {
    if (known.kind == kind) {
      ++known.count;
      return;
    }
  }
  notes_.push_back({kind, clean_utf8(detail), 1});
}

void PackageNotes::look_at(const ZipPackage& package) {
  for (const std::string& name : package.names()) {
    if (name.ends_with("vbaProject.bin")) note("macro", name);
  }
  const std::string part = package.blown_up_part();
  if (part.empty()) return;
  note("ratio-limit", part + "：标称大小超过压缩前的 200 倍，未读取");
  incomplete();
}

void PackageNotes::look_at(const Relations& relations) {
  for (const Relation& relation : relations.all()) {
    if (relation.is_unsafe) note("unsafe-name", relation.target);
    // A hyperlink loads nothing; every document has some.
    if (relation.is_external && relation.type != "hyperlink") {
      note("external-reference", relation.target);
    }
    if (relation.is_part() && (relation.type == "aFChunk" || relation.type == "subDocument"))
      note("alt-chunk", relation.target);
  }
  if (!relations.end().is_complete()) other_part(relations.end());
}

void PackageNotes::other_part(const PartEnd& end) {
  add(end, end.status == FileStatus::unreadable ? FileStatus::partial : end.status);
}

void PackageNotes::add(const PartEnd& end, FileStatus status) {
  if (end.is_complete()) return;
  note(end.kind, end.detail);
  worsen(status);
}

void PackageNotes::worsen(FileStatus status) {
  status_ =
      std::max(status_, status, [](FileStatus a, FileStatus b) { return badness(a) < badness(b); });
}

void PackageNotes::tell(DocumentSink& sink) const {
  for (const Note& note : notes_) {
    const std::string more = note.count > 1 ? "（共 " + std::to_string(note.count) + " 处）" : "";
    sink.problem({note.kind, 0, note.detail + more});
  }
  if (status_ != FileStatus::read) sink.status(status_);
}

}  // namespace biaoshen
