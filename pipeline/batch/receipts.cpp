#include "pipeline/batch/receipts.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "pipeline/base/write_all.h"
#include "pipeline/batch/tsv.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr const char* kVersion = "1";
constexpr const char* kQuarantined = "quarantined";

std::string line_of(const Receipt& one) {
  return tsv_line({kVersion, one.folder, one.signature, one.input_sha256, one.result_stamp,
                   one.result_input, one.programme, one.setting_sha256, one.as_of, one.number_key,
                   one.duplicate_of, one.verdict, one.is_quarantined ? kQuarantined : "",
                   std::to_string(one.revision)});
}

std::optional<Receipt> receipt_of(std::string_view line) {
  auto fields = tsv_fields(line);
  if (!fields || fields->size() != 14 || fields->front() != kVersion) return std::nullopt;
  Receipt one;
  std::size_t at = 0;
  for (std::string* field : {&one.folder, &one.signature, &one.input_sha256, &one.result_stamp,
                             &one.result_input, &one.programme, &one.setting_sha256, &one.as_of,
                             &one.number_key, &one.duplicate_of, &one.verdict})
    *field = std::move((*fields)[++at]);
  one.is_quarantined = (*fields)[++at] == kQuarantined;
  std::uint64_t revision = 0;
  if (one.folder.empty() || !read_number(fields->back(), revision) || revision > 1'000'000)
    return std::nullopt;
  one.revision = static_cast<int>(revision);
  return one;
}

tl::unexpected<Error> failed(ErrorCode code, const fs::path& file, int reason) {
  return fail(code, file.string() + ": " + std::strerror(reason) +
                        "; check the folder's permissions and free space");
}

}  // namespace

fs::path receipts_folder(const fs::path& out) {
  return out / ".biaoshen" / "receipts";
}

Result<ReceiptBook> ReceiptBook::begin(const fs::path& out, const std::string& name) {
  fs::path file = receipts_folder(out) / (name + ".tsv");
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) return failed(ErrorCode::output, file.parent_path(), error.value());
  Descriptor descriptor(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (descriptor.value() < 0) return failed(ErrorCode::output, file, errno);
  return ReceiptBook(std::move(file), std::move(descriptor));
}

Result<void> ReceiptBook::add(const Receipt& receipt) {
  if (!write_all(descriptor_.value(), line_of(receipt)))
    return failed(ErrorCode::output, file_, errno);
  return {};
}

Result<Receipts> receipts_in(const fs::path& out) {
  Receipts all;
  std::error_code error;
  const fs::path folder = receipts_folder(out);
  if (!fs::exists(folder, error)) return all;
  for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
       at.increment(error))
    if (at->path().extension() == ".tsv") all.files.push_back(at->path());
  if (error) return failed(ErrorCode::input, folder, error.value());
  std::sort(all.files.begin(), all.files.end());
  for (const fs::path& file : all.files) {
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);)
      if (auto receipt = receipt_of(line))
        all.by_folder[receipt->folder].push_back(std::move(*receipt));
    if (!in.eof()) return fail(ErrorCode::input, file.string() + ": cannot be read to its end");
  }
  return all;
}

std::string receipts_text(const std::vector<Receipt>& receipts) {
  std::string text;
  for (const Receipt& one : receipts) text += line_of(one);
  return text;
}

}  // namespace biaoshen
