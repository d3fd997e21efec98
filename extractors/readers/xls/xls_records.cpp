#include "extractors/readers/xls/xls_records.h"

#include <utility>

namespace biaoshen {
namespace {

constexpr std::size_t kHead = 4;
constexpr std::size_t kBuffer = 64 << 10;

}  // namespace

std::string XlsRecords::buffered(std::uint64_t at, std::size_t count) {
  if (at < buffer_at_ || at + count > buffer_at_ + buffer_.size()) {
    buffer_ = stream_.read(at, kBuffer + count);
    buffer_at_ = at;
  }
  return std::string(slice(buffer_, static_cast<std::size_t>(at - buffer_at_), count));
}

bool XlsRecords::next(XlsRecord& record) {
  const std::string head = buffered(at_, kHead);
  if (head.size() < kHead) return false;
  record.kind = static_cast<std::uint16_t>(number_at(head, 0, 2, ByteOrder::little));
  const std::size_t size = number_at(head, 2, 2, ByteOrder::little);
  record.body = buffered(at_ + kHead, size);
  at_ += kHead + size;
  return record.body.size() == size;
}

std::vector<std::string> XlsRecords::continued(std::uint64_t most) {
  std::vector<std::string> bodies;
  std::uint64_t held = 0;
  XlsRecord record;
  for (std::uint64_t before = at_; next(record); before = at_) {
    if (record.kind != xls_record::kContinue) {
      at_ = before;
      break;
    }
    held += record.body.size();
    if (held <= most) bodies.push_back(std::move(record.body));
  }
  return bodies;
}

}  // namespace biaoshen
