#include "templates/docx/docx_package.h"

#include <unzip.h>
#include <zip.h>
#include <zlib.h>

#include <cstdint>
#include <memory>

#include "templates/memory_file.h"

namespace biaoshen {
namespace {

constexpr const char* kFirst = "[Content_Types].xml";
constexpr std::uint64_t kLargest = 64ull << 20;
constexpr unsigned kMostParts = 1000;

bool add_part(zipFile archive, const std::string& name, const std::string& bytes) {
  zip_fileinfo info{};
  info.tmz_date = {0, 0, 0, 1, 0, 1980};  // the first day that a ZIP can name
  if (zipOpenNewFileInZip(archive, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                          Z_BEST_COMPRESSION) != ZIP_OK)
    return false;
  const bool is_written =
      zipWriteInFileInZip(archive, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK;
  return zipCloseFileInZip(archive) == ZIP_OK && is_written;
}

tl::unexpected<Error> not_docx(const std::string& name, const std::string& why) {
  return fail(ErrorCode::input, name + ": not a DOCX that can be used (" + why +
                                    "); save it as .docx in Word or WPS and try again");
}

// The part that `archive` stands at; empty `name` where it cannot be read.
struct Part {
  std::string name, bytes;
};
Part current_part(unzFile archive, std::uint64_t room) {
  unz_file_info64 info{};
  char name[512] = {};
  if (unzGetCurrentFileInfo64(archive, &info, name, sizeof name - 1, nullptr, 0, nullptr, 0) !=
          UNZ_OK ||
      info.uncompressed_size > room || unzOpenCurrentFile(archive) != UNZ_OK)
    return {};
  Part part{name, {}};
  char buffer[1 << 14];
  int got = 0;
  while ((got = unzReadCurrentFile(archive, buffer, sizeof buffer)) > 0) {
    part.bytes.append(buffer, static_cast<std::size_t>(got));
    if (part.bytes.size() > room) got = -1;
    if (got < 0) break;
  }
  const bool is_whole = unzCloseCurrentFile(archive) == UNZ_OK && got == 0;
  return is_whole ? part : Part{};
}

}  // namespace

Result<std::string> docx_of(const DocxParts& parts) {
  const auto failed = [] { return fail(ErrorCode::internal, "a DOCX cannot be made"); };
  const MemoryFile file;
  zipFile archive = zipOpen(file.path().c_str(), APPEND_STATUS_CREATE);
  if (archive == nullptr) return failed();
  bool is_made = true;
  if (const auto first = parts.find(kFirst); first != parts.end())
    is_made = add_part(archive, first->first, first->second);
  for (const auto& [name, bytes] : parts)
    if (name != kFirst) is_made = is_made && add_part(archive, name, bytes);
  is_made = zipClose(archive, nullptr) == ZIP_OK && is_made;
  if (!is_made) return failed();
  return file.bytes();
}

Result<DocxParts> docx_parts(const std::string& bytes, const std::string& name) {
  MemoryFile file;
  if (!file.write(bytes)) return fail(ErrorCode::internal, name + ": no room to open it");
  const std::unique_ptr<void, int (*)(unzFile)> archive(unzOpen64(file.path().c_str()), unzClose);
  if (archive == nullptr) return not_docx(name, "no ZIP archive");
  DocxParts parts;
  std::uint64_t room = kLargest;
  for (int at = unzGoToFirstFile(archive.get()); at == UNZ_OK;
       at = unzGoToNextFile(archive.get())) {
    Part part = current_part(archive.get(), room);
    if (part.name.empty() || parts.size() == kMostParts)
      return not_docx(name, "damaged, encrypted or too large");
    room -= part.bytes.size();
    if (!part.name.ends_with('/')) parts.emplace(std::move(part.name), std::move(part.bytes));
  }
  if (!parts.contains("word/document.xml")) return not_docx(name, "no word/document.xml in it");
  return parts;
}

}  // namespace biaoshen
