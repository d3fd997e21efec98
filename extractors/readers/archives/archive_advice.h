// What is said of archives that cannot be opened, or not in full, and what the applicant can do.
// Shared by zip_reader and archive_reader, so that the same trouble has the same words.
// Tested by tests/readers/archive_reader_test.cpp.
#pragma once

#include <string_view>

#include "extractors/readers/members.h"
#include "extractors/readers/open_file.h"

namespace biaoshen {

inline constexpr std::string_view kEncryptedAdvice = "已加密。请提供密码，或解密后重新提交";
inline constexpr std::string_view kWrongChecksum = "校验和不符，文件已损坏。请重新提交";
inline constexpr std::string_view kDamagedArchive =
    "压缩包已损坏或不完整。请重新压缩（建议用 zip 格式）后提交";

// .part1.rar, .r00, .7z.001, .z01, …: a piece of an archive that was cut in several files.
bool is_volume_name(std::string_view name);

// Each says the problem and the status of the whole package.
void say_volume(DocumentSink& sink);
void say_encrypted(DocumentSink& sink);
// Damaged, as `detail` says; or a volume, where its name says that it is one.
void say_unopened(const OpenFile& file, std::string_view detail, DocumentSink& sink);

// Of a package whose members were handed on: its status, and that there were none.
// `otherwise`: what it is unless a limit says more.
void finish(const Members& members, DocumentSink& sink, FileStatus otherwise = FileStatus::read);

}  // namespace biaoshen
