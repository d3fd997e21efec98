#include "extractors/readers/office/ole_package.h"

#include <algorithm>

#include "extractors/readers/office/compound_file.h"
#include "pipeline/base/untrusted_path.h"

namespace biaoshen {
namespace {

constexpr std::string_view kPackaged = "\x01Ole10Native";
// Streams that hold a file as it is: a new Office document, a PDF.
constexpr std::string_view kWrapped[] = {"Package", "CONTENTS"};
// Streams of programs whose documents are compound files themselves, and what people call them.
struct Whole {
  std::string_view stream, extension;
};
constexpr Whole kWhole[] = {{"WordDocument", "doc"},
                            {"Workbook", "xls"},
                            {"Book", "xls"},
                            {"PowerPoint Document", "ppt"},
                            {"EncryptedPackage", ""}};

std::string bytes_of(const CompoundFile& object, std::string_view name) {
  const auto stream = object.stream(name);
  return stream == nullptr ? std::string() : stream->read(0, stream->size());
}

// Takes numbers and zero-ended strings from the front.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t number(std::size_t count) {
    const std::uint64_t value = number_at(rest_, 0, count, ByteOrder::little);
    skip(count);
    return value;
  }
  std::string_view string() {
    const std::string_view value = rest_.substr(0, rest_.find('\0'));
    skip(value.size() + 1);
    return value;
  }
  void skip(std::uint64_t count) {
    rest_.remove_prefix(std::min<std::uint64_t>(count, rest_.size()));
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

std::string last_name(std::string_view path) {
  const std::string readable = readable_name(path).text;
  const std::size_t folder = readable.find_last_of("/\\:");
  return folder == std::string::npos ? readable : readable.substr(folder + 1);
}

OleContent packaged(std::string_view stream) {
  Cursor cursor(stream);
  cursor.skip(6);
  OleContent content;
  content.name = last_name(cursor.string());
  cursor.string();
  cursor.skip(4);
  cursor.skip(cursor.number(4));
  const std::uint64_t size = cursor.number(4);
  content.is_document = size > 0 && size <= cursor.rest().size();
  if (content.is_document) content.bytes = cursor.rest().substr(0, size);
  return content;
}

}  // namespace

OleContent ole_content(std::string_view object) {
  const MemoryBytes bytes(object, object.size());
  const CompoundFile file(bytes);
  if (file.has(kPackaged)) return packaged(bytes_of(file, kPackaged));
  for (const std::string_view name : kWrapped) {
    std::string wrapped = bytes_of(file, name);
    const bool is_pdf = wrapped.starts_with("%PDF-");
    if (!is_pdf && !wrapped.starts_with("PK\x03\x04")) continue;
    OleContent content;
    content.bytes = std::move(wrapped);
    content.extension = is_pdf ? "pdf" : "";
    content.is_document = true;
    return content;
  }
  for (const Whole& whole : kWhole) {
    if (!file.has(whole.stream)) continue;
    OleContent content;
    content.extension = whole.extension;
    content.is_whole = content.is_document = true;
    return content;
  }
  return {};
}

}  // namespace biaoshen
