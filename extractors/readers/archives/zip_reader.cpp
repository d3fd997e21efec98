#include "extractors/readers/archives/zip_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "extractors/readers/archives/archive_advice.h"
#include "extractors/readers/archives/member_names.h"
#include "extractors/readers/archives/zip_directory.h"
#include "extractors/readers/archives/zip_open.h"
#include "extractors/readers/byte_source.h"
#include "extractors/readers/members.h"

namespace biaoshen {
namespace {

constexpr std::size_t kPiece = 64 << 10;

struct Entry {
  zip_uint64_t index = 0;
  zip_stat_t stat{};
  bool is_symlink = false;
  bool is_consistent = false;  // libzip, the directory and the entry's own header agree
};

bool is_symlink(zip_t* zip, zip_uint64_t index) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(zip, index, 0, &system, &attributes) != 0) return false;
  const bool has_mode = system == ZIP_OPSYS_UNIX || system == ZIP_OPSYS_OS_X;
  return has_mode && (attributes >> 16 & 0170000) == 0120000;
}

// Name as libzip has it, with what the archive's own bytes say about it.
RawName raw_name(const char* from_libzip, const ZipRecord* record) {
  if (record == nullptr) return {from_libzip};
  if (record->has_unicode_path && record->name != from_libzip) return {from_libzip, true};
  return {record->name, record->is_utf8};
}

bool agrees(const char* from_libzip, const ZipRecord& record) {
  std::string name = record.name;
  for (char& c : name) c = c == '\0' ? ' ' : c;  // as libzip shows it
  return (name == from_libzip || record.has_unicode_path) &&
         (!record.has_header || record.header_name == record.name);
}

std::string_view name_of_method(std::uint16_t method) {
  constexpr std::pair<std::uint16_t, std::string_view> kMethods[] = {
      {1, "Shrink"}, {6, "Implode"}, {9, "Deflate64"}, {12, "BZip2"},
      {14, "LZMA"},  {93, "Zstd"},   {95, "XZ"},       {98, "PPMd"}};
  for (const auto& [number, name] : kMethods) {
    if (number == method) return name;
  }
  return "未知";
}

// What speaks against opening the entry; without a kind where nothing does.
struct Objection {
  FileStatus status = FileStatus::read;
  Problem problem;
};
Objection objection_to(const Entry& entry) {
  if (entry.is_symlink) return {FileStatus::refused, {"symlink", 0, "符号链接，不是文件"}};
  if (!entry.is_consistent)
    return {FileStatus::refused, {"inconsistent-entry", 0, "压缩包两处记载的文件名不一致"}};
  if (entry.stat.encryption_method != ZIP_EM_NONE)
    return {FileStatus::unreadable, {"encrypted", 0, std::string(kEncryptedAdvice)}};
  if (!zip_compression_method_supported(entry.stat.comp_method, 0)) {
    const std::string method = std::to_string(entry.stat.comp_method) + "（" +
                               std::string(name_of_method(entry.stat.comp_method)) + "）";
    return {FileStatus::unreadable,
            {"compression-method", 0, "压缩方法 " + method + "。请解压后重新提交"}};
  }
  return {};
}

// What is wrong with an entry whose reading ended with libzip's error; empty where it ended well.
Objection objection_after(int error, std::uint64_t out, std::uint64_t stated) {
  const std::string sizes = std::to_string(out) + " ≠ " + std::to_string(stated) + " bytes";
  if (out > stated) return {FileStatus::refused, {"size-mismatch", 0, sizes}};
  if (error == ZIP_ER_CRC)
    return {FileStatus::unreadable, {"checksum", 0, std::string(kWrongChecksum)}};
  if (error == ZIP_ER_INCONS || (error == ZIP_ER_OK && out < stated))
    return {FileStatus::unreadable, {"size-mismatch", 0, sizes}};
  if (error != ZIP_ER_OK)
    return {FileStatus::unreadable, {"damaged-archive", 0, "文件已损坏。请重新提交"}};
  return {};
}

class ZipReading {
 public:
  ZipReading(const OpenFile& file, const Limits& limits, DocumentSink& sink, zip_t* zip)
      : file_(file), limits_(limits), zip_(zip), members_(file.bytes, limits, sink) {}

  // Looks at all entries before any is opened.
  void list() {
    const auto count = static_cast<std::size_t>(zip_get_num_entries(zip_, 0));
    const std::vector<ZipRecord> records = read_zip_directory(FileBytes(file_), count);
    for (std::size_t i = 0; i < count; ++i) {
      Entry entry{i};
      const char* name = zip_get_name(zip_, i, ZIP_FL_ENC_RAW);
      if (name == nullptr || zip_stat_index(zip_, i, 0, &entry.stat) != 0) name = "";
      const ZipRecord* record = i < records.size() ? &records[i] : nullptr;
      entry.is_symlink = is_symlink(zip_, i);
      entry.is_consistent = record != nullptr && agrees(name, *record);
      packed_ += std::min<std::uint64_t>(entry.stat.comp_size, file_.bytes + 1);
      entries_.push_back(entry);
      names_.push_back(raw_name(name, record));
    }
  }

  // True entries lie side by side, so together they cannot be larger than the file.
  bool overlaps() const { return packed_ > file_.bytes; }
  std::uint64_t packed() const { return packed_; }

  void hand_on() {
    const std::vector<MemberName> names = judge_names(names_, limits_);
    for (std::size_t i = 0; i < entries_.size() && !members_.is_full(); ++i) {
      if (names[i].is_folder) continue;
      if (!names[i].may_be_opened())
        members_.decline(names[i].path, names[i].status, names[i].problems);
      else
        hand_on(entries_[i], names[i]);
    }
  }

  const Members& members() const { return members_; }

 private:
  void hand_on(const Entry& entry, const MemberName& name) {
    std::vector<Problem> problems = name.problems;
    if (const Objection no = objection_to(entry); !no.problem.kind.empty()) {
      problems.insert(problems.begin(), no.problem);
      members_.decline(name.path, no.status, std::move(problems));
    } else if (members_.begin(name.path, entry.stat.comp_size)) {
      const Objection bad = unpack(entry);
      if (!bad.problem.kind.empty()) problems.insert(problems.begin(), bad.problem);
      members_.end(bad.status, std::move(problems));
    }
  }

  Objection unpack(const Entry& entry) {
    const OpenZipEntry opened(zip_fopen_index(zip_, entry.index, 0));
    if (opened == nullptr) return objection_after(zip_get_error(zip_)->zip_err, 0, entry.stat.size);
    std::array<char, kPiece> piece{};
    std::uint64_t out = 0;
    while (true) {
      const zip_int64_t got = zip_fread(opened.get(), piece.data(), piece.size());
      if (got < 0)
        return objection_after(zip_file_get_error(opened.get())->zip_err, out, entry.stat.size);
      out += static_cast<std::uint64_t>(got);
      // libzip does not mind an entry that is longer than it says; we do.
      if (got == 0 || out > entry.stat.size) return objection_after(0, out, entry.stat.size);
      if (!members_.bytes({piece.data(), static_cast<std::size_t>(got)})) return {};
    }
  }

  const OpenFile& file_;
  const Limits& limits_;
  zip_t* zip_;
  Members members_;
  std::vector<Entry> entries_;
  std::vector<RawName> names_;
  std::uint64_t packed_ = 0;
};

}  // namespace

void read_zip(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  const ZipOpening opening = open_zip(file);
  if (opening.error == ZIP_ER_MULTIDISK) return say_volume(sink);
  if (opening.zip == nullptr) return say_unopened(file, kDamagedArchive, sink);
  const zip_int64_t entries = zip_get_num_entries(opening.zip.get(), 0);
  if (entries > static_cast<zip_int64_t>(limits.entries)) {
    sink.problem(
        {"entry-limit", 0, std::to_string(entries) + " > " + std::to_string(limits.entries)});
    return sink.status(FileStatus::refused);
  }
  ZipReading reading(file, limits, sink, opening.zip.get());
  reading.list();
  if (reading.overlaps()) {
    sink.problem({"ratio-limit", 0,
                  "压缩包内各文件的数据互相重叠（合计 " + std::to_string(reading.packed()) + " > " +
                      std::to_string(file.bytes) + " bytes），不予解压"});
    return sink.status(FileStatus::refused);
  }
  reading.hand_on();
  finish(reading.members(), sink);
}

}  // namespace biaoshen
