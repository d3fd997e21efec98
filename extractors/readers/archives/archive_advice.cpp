#include "extractors/readers/archives/archive_advice.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

void stop(DocumentSink& sink, std::string_view kind, std::string_view detail) {
  sink.problem({std::string(kind), 0, std::string(detail)});
  sink.status(FileStatus::unreadable);
}

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool is_volume_name(std::string_view name) {
  constexpr std::array kArchives = {"7z", "zip", "rar", "tar", "gz", "tgz"};
  std::string lower(name);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  const std::vector<std::string_view> parts = split(lower, '.');
  if (parts.size() < 2) return false;
  const std::string_view last = parts.back(), before = parts[parts.size() - 2];
  if (last == "rar") return before.starts_with("part") && is_number(before.substr(4));
  if (last.size() == 3 && (last[0] == 'r' || last[0] == 'z')) return is_number(last.substr(1));
  return last.size() == 3 && is_number(last) &&
         std::find(kArchives.begin(), kArchives.end(), before) != kArchives.end();
}

void say_volume(DocumentSink& sink) {
  stop(sink, "multi-volume",
       "分卷压缩包的其中一卷。请集齐各卷解压后，提交解压出的文件，或不分卷重新压缩");
}

void say_encrypted(DocumentSink& sink) {
  stop(sink, "encrypted", "压缩包" + std::string(kEncryptedAdvice));
}

void say_unopened(const OpenFile& file, std::string_view detail, DocumentSink& sink) {
  if (is_volume_name(file.name)) return say_volume(sink);
  stop(sink, "damaged-archive", detail);
}

void finish(const Members& members, DocumentSink& sink, FileStatus otherwise) {
  if (members.is_full()) return sink.status(members.outcome());
  if (members.count() == 0 && otherwise == FileStatus::read)
    sink.problem({"empty-archive", 0, "压缩包内没有文件"});
  sink.status(otherwise);
}

}  // namespace biaoshen
