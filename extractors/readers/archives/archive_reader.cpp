#include "extractors/readers/archives/archive_reader.h"

#include <zlib.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extractors/readers/archives/archive_advice.h"
#include "extractors/readers/archives/archive_stream.h"
#include "extractors/readers/archives/member_names.h"
#include "extractors/readers/archives/rar_headers.h"
#include "extractors/readers/archives/self_extractor.h"
#include "extractors/readers/byte_source.h"
#include "extractors/readers/format_sniffer.h"
#include "extractors/readers/members.h"

namespace biaoshen {
namespace {

constexpr int kMostRestarts = 16;

// "申报书.docx" of "资料/申报书.docx.gz".
std::string name_without_suffix(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return std::string(dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot));
}

// What speaks against opening an entry; without a kind where nothing does.
struct Objection {
  FileStatus status = FileStatus::read;
  Problem problem;
};
Objection objection_to(archive_entry* entry, bool is_encrypted) {
  const auto type = archive_entry_filetype(entry);
  if (type == AE_IFLNK || archive_entry_hardlink(entry) != nullptr)
    return {FileStatus::refused, {"symlink", 0, "链接，不是文件"}};
  if (type != AE_IFREG && type != 0)
    return {FileStatus::refused, {"not-a-file", 0, "设备或管道，不是文件"}};
  if (is_encrypted || archive_entry_is_encrypted(entry))
    return {FileStatus::unreadable, {"encrypted", 0, std::string(kEncryptedAdvice)}};
  return {};
}

struct Listed {
  RawName name;
  Objection objection;
  std::optional<std::uint32_t> checksum;  // that libarchive does not look at
};

class ArchiveReading {
 public:
  ArchiveReading(const OpenFile& file, const Limits& limits, DocumentSink& sink)
      : file_(file),
        limits_(limits),
        sink_(sink),
        format_(sniff_format(file)),
        start_(find_archive(FileBytes(file)).start),
        members_(file.bytes, limits, sink) {}

  void read() {
    if (format_ == "rar") rar_ = read_rar_headers(FileBytes(file_), start_, limits_.entries + 1);
    if (rar_.is_volume) return say_volume(sink_);
    if (rar_.is_encrypted) return say_encrypted(sink_);
    if (!list()) return;
    hand_on();
    if (rar_.is_cut && !trouble_) trouble_ = {"damaged-archive", 0, std::string(kDamagedArchive)};
    if (trouble_ && !members_.is_full()) sink_.problem(*trouble_);
    finish(members_, sink_, trouble_ ? FileStatus::partial : FileStatus::read);
  }

 private:
  // Gathers names and kinds of all entries. False where nothing is to be opened; said already.
  bool list() {
    ArchiveStream stream(file_, start_, format_);
    while (archive_entry* entry = stream.next()) {
      if (listed_.size() >= limits_.entries) {
        sink_.problem({"entry-limit", 0, "> " + std::to_string(limits_.entries)});
        sink_.status(FileStatus::refused);
        return false;
      }
      list(entry, stream);
      if (stream.is_single_file()) return true;
      if (stream.is_compressed() && !has_passed(stream)) return true;
    }
    if (!stream.is_broken()) return true;
    if (!listed_.empty()) {
      trouble_ = stream.trouble();
      return true;
    }
    say_unopened(stream);
    return false;
  }

  void list(archive_entry* entry, const ArchiveStream& stream) {
    const RarFile* rar = listed_.size() < rar_.files.size() ? &rar_.files[listed_.size()] : nullptr;
    Listed listed;
    const bool has_raw = rar != nullptr && !rar->name.empty();
    // RAR has names in Unicode unless its header has other bytes; 7z has nothing else.
    const bool is_unicode = format_ == "7z" || (format_ == "rar" && !has_raw);
    listed.name = {has_raw ? rar->name : name_of(entry), is_unicode,
                   archive_entry_filetype(entry) == AE_IFDIR};
    if (stream.is_single_file()) listed.name = {name_without_suffix(file_.name), true, false};
    listed.objection = objection_to(entry, rar != nullptr && rar->is_encrypted);
    if (rar != nullptr) listed.checksum = rar->checksum;
    listed_.push_back(std::move(listed));
  }

  // Goes over an entry's data, where that means unpacking them, as far as the budgets reach.
  bool has_passed(ArchiveStream& stream) {
    const std::uint64_t most = std::min(
        limits_.package_bytes, std::max(limits_.ratio_from, file_.bytes * limits_.ratio * 2));
    while (passed_ <= most) {
      const std::string_view piece = stream.read();
      if (piece.empty()) return true;
      passed_ += piece.size();
    }
    trouble_ = {most < limits_.package_bytes ? "ratio-limit" : "package-limit", 0,
                "> " + std::to_string(most) + " bytes；其后的文件未列出"};
    return false;
  }

  void say_unopened(const ArchiveStream& stream) {
    if (stream.is_encrypted()) return say_encrypted(sink_);
    const Problem trouble = stream.trouble();
    if (trouble.kind == "archive-variant") {
      sink_.problem(trouble);
      return sink_.status(FileStatus::unreadable);
    }
    // Damage, or a variant that libarchive does not know as one: the applicant can tell.
    if (!stream.is_compressed() && format_ != "tar")
      sink_.problem({"format-" + format_, 0, "若在本机能够打开，请解压后直接提交其中的文件"});
    biaoshen::say_unopened(file_, trouble.detail, sink_);
  }

  // libarchive takes the end of a file that was cut off for the end of the archive, and cannot go
  // past what is encrypted in a solid one.
  void look_for_lost_files() {
    const std::size_t lost = rar_.files.size() - std::min(rar_.files.size(), listed_.size());
    if (!trouble_ && (rar_.is_cut || lost > 0))
      trouble_ = {"damaged-archive", 0, std::string(kDamagedArchive)};
    if (lost == 0) return;
    if (rar_.files[listed_.size()].is_encrypted)
      trouble_ = {"encrypted", 0, std::string(kEncryptedAdvice)};
    trouble_->detail += "；另有 " + std::to_string(lost) + " 个文件未能列出";
  }

  void hand_on() {
    std::vector<RawName> raw;
    for (const Listed& listed : listed_) raw.push_back(listed.name);
    names_ = judge_names(raw, limits_);
    std::size_t next = 0;
    for (int i = 0; i < kMostRestarts && next < names_.size() && !members_.is_full(); ++i) {
      const std::size_t before = next;
      next = hand_on_from(next);
      if (next == before) break;
    }
    for (; next < names_.size() && !members_.is_full(); ++next) decline_unreached(next);
  }

  // Hands on what comes from entry `first` on; the first entry that it did not get to.
  std::size_t hand_on_from(std::size_t first) {
    ArchiveStream stream(file_, start_, format_);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (stream.next() == nullptr) {
        if (stream.is_broken()) trouble_ = stream.trouble();
        return std::max(i, first);
      }
      if (i < first) continue;
      hand_on(i, stream);
      if (members_.is_full() || stream.has_failed()) return i + 1;
    }
    return names_.size();
  }

  void hand_on(std::size_t i, ArchiveStream& stream) {
    const MemberName& name = names_[i];
    const Objection& no = listed_[i].objection;
    if (name.is_folder) return;
    if (!name.may_be_opened()) return members_.decline(name.path, name.status, name.problems);
    std::vector<Problem> problems = name.problems;
    if (!no.problem.kind.empty()) {
      problems.insert(problems.begin(), no.problem);
      members_.decline(name.path, no.status, std::move(problems));
    } else if (members_.begin(name.path, 0)) {
      if (auto trouble = unpack(stream, listed_[i].checksum)) {
        problems.insert(problems.begin(), std::move(*trouble));
        members_.end(FileStatus::unreadable, std::move(problems));
      } else {
        members_.end(FileStatus::read, std::move(problems));
      }
    }
  }

  // What is wrong with the entry, if anything; a limit that was hit is for Members to say.
  std::optional<Problem> unpack(ArchiveStream& stream, std::optional<std::uint32_t> checksum) {
    uLong sum = ::crc32(0, nullptr, 0);
    for (std::string_view piece; !(piece = stream.read()).empty();) {
      sum = ::crc32(sum, reinterpret_cast<const Bytef*>(piece.data()),
                    static_cast<uInt>(piece.size()));
      if (!members_.bytes(piece)) return std::nullopt;
    }
    if (stream.has_failed()) return stream.trouble();
    if (checksum && *checksum != sum) return Problem{"checksum", 0, std::string(kWrongChecksum)};
    return std::nullopt;
  }

  // Nothing that was listed goes without a word.
  void decline_unreached(std::size_t i) {
    if (names_[i].is_folder) return;
    std::vector<Problem> problems = names_[i].problems;
    FileStatus status = names_[i].status;
    if (status == FileStatus::read) {
      status = FileStatus::unreadable;
      problems.insert(problems.begin(), trouble_.value_or(Problem{"damaged-archive", 0,
                                                                  std::string(kDamagedArchive)}));
    }
    members_.decline(names_[i].path, status, std::move(problems));
  }

  const OpenFile& file_;
  const Limits& limits_;
  DocumentSink& sink_;
  std::string format_;
  std::uint64_t start_;
  RarHeaders rar_;
  Members members_;
  std::vector<Listed> listed_;
  std::vector<MemberName> names_;
  std::uint64_t passed_ = 0;        // bytes unpacked only to get past them
  std::optional<Problem> trouble_;  // of the package
};

}  // namespace

void read_archive(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  ArchiveReading(file, limits, sink).read();
}

}  // namespace biaoshen
