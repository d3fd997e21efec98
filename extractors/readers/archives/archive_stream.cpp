#include "extractors/readers/archives/archive_stream.h"

#include <unistd.h>

#include <algorithm>

#include "extractors/readers/archives/archive_advice.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

void support(archive* reader, std::string_view format) {
  if (format == "rar") {
    archive_read_support_format_rar(reader);
    archive_read_support_format_rar5(reader);
  } else if (format == "7z") {
    archive_read_support_format_7zip(reader);
  } else if (format == "cab") {
    archive_read_support_format_cab(reader);
  } else {
    archive_read_support_format_tar(reader);
    if (format == "tar") return;
    archive_read_support_format_raw(reader);
    archive_read_support_filter_gzip(reader);
    archive_read_support_filter_bzip2(reader);
    archive_read_support_filter_xz(reader);
    archive_read_support_filter_zstd(reader);
    archive_read_support_filter_lz4(reader);
  }
}

// libarchive has no codes for its troubles, only words (3.6.2; the first that fits counts).
struct Trouble {
  std::string_view words, kind, advice;
};
constexpr std::string_view kVariant =
    "本程序无法读取这种压缩方式。请解压后重新提交，或改用 zip 格式压缩";
constexpr Trouble kTroubles[] = {
    {"ncrypt", "encrypted", kEncryptedAdvice},    {"rypto", "encrypted", kEncryptedAdvice},
    {"CRC", "checksum", kWrongChecksum},          {"hecksum", "checksum", kWrongChecksum},
    {"nsupported", "archive-variant", kVariant},  {"ot supported", "archive-variant", kVariant},
    {"unavailable", "archive-variant", kVariant}, {"No support", "archive-variant", kVariant},
    {"codec ID", "archive-variant", kVariant},
};

}  // namespace

ArchiveStream::ArchiveStream(const OpenFile& file, std::uint64_t start, std::string_view format)
    : source_{file.descriptor, start, file.bytes - std::min(start, file.bytes), 0, {}},
      utf8_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
  if (utf8_ != nullptr) before_ = ::uselocale(utf8_);
  archive_ = archive_read_new();
  support(archive_, format);
  archive_read_set_read_callback(archive_, read_source);
  archive_read_set_skip_callback(archive_, skip_source);
  archive_read_set_seek_callback(archive_, seek_source);
  archive_read_set_callback_data(archive_, &source_);
  is_open_ = archive_read_open1(archive_) == ARCHIVE_OK;
  is_broken_ = !is_open_;
}

ArchiveStream::~ArchiveStream() {
  archive_read_free(archive_);
  if (utf8_ == nullptr) return;
  ::uselocale(before_);
  ::freelocale(utf8_);
}

la_ssize_t ArchiveStream::read_source(archive*, void* source, const void** bytes) {
  auto& from = *static_cast<Source*>(source);
  const std::uint64_t left = from.size - std::min(from.position, from.size);
  const ssize_t got = ::pread(from.descriptor, from.buffer.data(),
                              std::min<std::uint64_t>(left, from.buffer.size()),
                              static_cast<off_t>(from.start + from.position));
  *bytes = from.buffer.data();
  if (got > 0) from.position += static_cast<std::uint64_t>(got);
  return got;
}

la_int64_t ArchiveStream::skip_source(archive*, void* source, la_int64_t count) {
  auto& from = *static_cast<Source*>(source);
  const std::uint64_t left = from.size - std::min(from.position, from.size);
  const std::uint64_t skipped =
      std::min(left, static_cast<std::uint64_t>(std::max<la_int64_t>(count, 0)));
  from.position += skipped;
  return static_cast<la_int64_t>(skipped);
}

la_int64_t ArchiveStream::seek_source(archive*, void* source, la_int64_t offset, int whence) {
  auto& from = *static_cast<Source*>(source);
  la_int64_t base = 0;
  if (whence == SEEK_CUR) base = static_cast<la_int64_t>(from.position);
  if (whence == SEEK_END) base = static_cast<la_int64_t>(from.size);
  la_int64_t to = 0;
  if (__builtin_add_overflow(base, offset, &to) || to < 0) return ARCHIVE_FATAL;
  from.position = static_cast<std::uint64_t>(to);
  return to;
}

archive_entry* ArchiveStream::next() {
  if (is_broken_) return nullptr;
  has_failed_ = false;
  archive_entry* entry = nullptr;
  int status = ARCHIVE_RETRY;
  for (int tries = 0; status == ARCHIVE_RETRY && tries < 8; ++tries)
    status = archive_read_next_header(archive_, &entry);
  if (status == ARCHIVE_EOF) return nullptr;
  // A warning is about a name or a date; the entry is there all the same.
  is_broken_ = status != ARCHIVE_OK && status != ARCHIVE_WARN;
  return is_broken_ ? nullptr : entry;
}

std::string_view ArchiveStream::read() {
  const la_ssize_t got = archive_read_data(archive_, piece_.data(), piece_.size());
  has_failed_ = got < 0;
  return got > 0 ? std::string_view(piece_.data(), static_cast<std::size_t>(got))
                 : std::string_view();
}

Problem ArchiveStream::trouble() const {
  const char* said = archive_error_string(archive_);
  const std::string words =
      clean_utf8(std::string_view(said == nullptr ? "" : said).substr(0, 200));
  const std::string shown = words.empty() ? "" : "（" + words + "）";
  for (const Trouble& known : kTroubles) {
    if (contains(words, known.words))
      return {std::string(known.kind), 0, std::string(known.advice) + shown};
  }
  return {"damaged-archive", 0, std::string(kDamagedArchive) + shown};
}

bool ArchiveStream::is_encrypted() const {
  // Of what it could not open libarchive (3.6.2) asks a format behind the last one it knows.
  return is_open_ && archive_read_has_encrypted_entries(archive_) > 0;
}

bool ArchiveStream::is_single_file() const {
  return archive_format(archive_) == ARCHIVE_FORMAT_RAW;
}

bool ArchiveStream::is_compressed() const {
  return archive_filter_count(archive_) > 1;
}

std::string name_of(archive_entry* entry) {
  if (const char* name = archive_entry_pathname(entry)) return name;
  if (const char* name = archive_entry_pathname_utf8(entry)) return name;
  return {};
}

}  // namespace biaoshen
