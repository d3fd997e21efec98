#include "pipeline/app/byte_size.h"

#include <charconv>

namespace biaoshen {
namespace {

// The shift that a unit stands for; -1: no unit.
int shift_of(char unit) {
  switch (unit) {
    case 'K':
    case 'k':
      return 10;
    case 'M':
    case 'm':
      return 20;
    case 'G':
    case 'g':
      return 30;
    case 'T':
    case 't':
      return 40;
    default:
      return -1;
  }
}

}  // namespace

Result<std::uint64_t> byte_size(const std::string& text, const std::string& option) {
  const int shift = text.empty() ? -1 : shift_of(text.back());
  const char* end = text.data() + text.size() - (shift < 0 ? 0 : 1);
  std::uint64_t number = 0;
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  const std::uint64_t most = UINT64_MAX >> (shift < 0 ? 0 : shift);
  if (text.empty() || error != std::errc() || stopped != end || number > most)
    return fail(ErrorCode::usage, option + " " + text + ": not a size; write 500M, 2G or 0");
  return number << (shift < 0 ? 0 : shift);
}

}  // namespace biaoshen
