#include "extractors/readers/archives/self_extractor.h"

#include <algorithm>
#include <string>

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLargestProgram = 2 << 20;

struct Signature {
  std::string_view bytes, format;
};
constexpr Signature kSignatures[] = {{"Rar!\x1A\x07\x00"sv, "rar"},
                                     {"Rar!\x1A\x07\x01\x00"sv, "rar"},
                                     {"7z\xBC\xAF\x27\x1C\x00"sv, "7z"}};

}  // namespace

EmbeddedArchive find_archive(const ByteSource& file) {
  const bool is_program = file.read(0, 2) == "MZ";
  const std::string beginning = file.read(0, is_program ? kLargestProgram : 16);
  EmbeddedArchive first;
  for (const Signature& signature : kSignatures) {
    const std::size_t at = beginning.find(signature.bytes);
    if (at == std::string::npos || (!is_program && at > 0)) continue;
    if (first.format.empty() || at < first.start) first = {signature.format, at};
  }
  return first;
}

}  // namespace biaoshen
