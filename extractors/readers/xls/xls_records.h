// The records of an Excel 5–2003 workbook stream (BIFF), one after the other:
//
//   record := kind:u16 length:u16 body[length]        a longer body goes on in records of kind 0x3C
//
// Tested by tests/readers/xls_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

namespace xls_record {
constexpr std::uint16_t kFormula = 0x0006, kEnd = 0x000A, kFilePass = 0x002F, kCodePage = 0x0042,
                        kDateMode = 0x0022, kContinue = 0x003C, kSheet = 0x0085, kMulRk = 0x00BD,
                        kRichText = 0x00D6, kLook = 0x00E0, kMerged = 0x00E5, kStrings = 0x00FC,
                        kSharedText = 0x00FD, kNumber = 0x0203, kText = 0x0204, kBool = 0x0205,
                        kFormulaText = 0x0207, kRk = 0x027E, kBegin = 0x0809, kFormat = 0x041E,
                        kOldFormat = 0x001E, kDrawnText = 0x01B6;
}  // namespace xls_record

struct XlsRecord {
  std::uint16_t kind = 0;
  std::string body;  // without what follows in further records
};

class XlsRecords {
 public:
  explicit XlsRecords(const ByteSource& stream) : stream_(stream) {}

  void go_to(std::uint64_t byte) { at_ = byte; }
  // False at the end, or where the stream breaks off.
  bool next(XlsRecord& record);
  // The bodies of the records that continue the one that was read last.
  std::vector<std::string> continued(std::uint64_t most);

 private:
  std::string buffered(std::uint64_t at, std::size_t count);

  const ByteSource& stream_;
  std::uint64_t at_ = 0;
  std::uint64_t buffer_at_ = 0;
  std::string buffer_;
};

}  // namespace biaoshen
