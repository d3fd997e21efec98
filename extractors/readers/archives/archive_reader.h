// Archives other than ZIP: rar (both formats), 7z, tar, cab, and what gzip, bzip2, xz, zstd or lz4
// made of a tar or of a single file. Hands every file in them on as a member; libarchive unpacks.
//
// It goes over an archive twice: first all names are listed, because they are judged together,
// then the data are unpacked. Where one entry cannot be unpacked it begins anew behind it, a few
// times; what came before damage is kept, and the package is partial. What libarchive 3.6.2 cannot
// read is said as `archive-variant`: solid archives and filters of RAR up to 4, dictionaries over
// 64 MiB of RAR 5, codecs of 7z other than LZMA, LZMA2, PPMd, BZip2, Deflate and the x86 filters.
//
// It refuses links, devices, volumes of archives cut in several files, and whatever is encrypted.
// Tested by tests/readers/archive_reader_test.cpp.
#pragma once

#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_archive(const OpenFile& file, const Limits& limits, DocumentSink& sink);

}  // namespace biaoshen
