#include "extractors/readers/pdf/pdf_signer.h"

#include <cstdint>
#include <optional>
#include <vector>

#include "extractors/readers/pdf/pdf_strings.h"

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostParts = 1000;  // of one value
constexpr unsigned char kInteger = 0x02, kSequence = 0x30, kSet = 0x31, kFirst = 0xA0;
constexpr unsigned char kUtf8 = 0x0C, kWide = 0x1E;  // strings; wide: of two-byte characters

struct Tagged {
  unsigned char tag = 0;
  std::string_view content;
};

// The value at the beginning of `bytes`, which is cut off there. A value without a stated length
// (80) reaches as far as the bytes do.
std::optional<Tagged> take(std::string_view& bytes) {
  if (bytes.size() < 2) return std::nullopt;
  const auto tag = static_cast<unsigned char>(bytes[0]);
  std::size_t length = static_cast<unsigned char>(bytes[1]), at = 2;
  if (length == 0x80) {
    const Tagged rest{tag, bytes.substr(2)};
    bytes = {};
    return rest;
  }
  if (length > 0x80) {
    const std::size_t digits = length - 0x80;
    if (digits > 4 || bytes.size() < at + digits) return std::nullopt;
    length = 0;
    for (std::size_t i = 0; i < digits; ++i)
      length = length << 8 | static_cast<unsigned char>(bytes[at++]);
  }
  if (length > bytes.size() - at) return std::nullopt;
  const Tagged value{tag, bytes.substr(at, length)};
  bytes.remove_prefix(at + length);
  return value;
}

std::vector<Tagged> parts_of(std::string_view content) {
  std::vector<Tagged> parts;
  while (!content.empty() && parts.size() < kMostParts) {
    const auto part = take(content);
    if (!part) break;
    parts.push_back(*part);
  }
  return parts;
}

// Parts of the n-th part with that tag, or nothing.
std::vector<Tagged> inside(const std::vector<Tagged>& parts, unsigned char tag,
                           std::size_t number = 0) {
  for (const Tagged& part : parts)
    if (part.tag == tag && number-- == 0) return parts_of(part.content);
  return {};
}

std::string common_name(const std::vector<Tagged>& subject) {
  for (const Tagged& set : subject) {
    const std::vector<Tagged> pair = inside(parts_of(set.content), kSequence);
    if (pair.size() < 2 || pair[0].content != "\x55\x04\x03"sv) continue;
    const std::string name(pair[1].content);
    const unsigned char tag = pair[1].tag;
    return text_string((tag == kWide ? "\xFE\xFF" : tag == kUtf8 ? "\xEF\xBB\xBF" : "") + name);
  }
  return {};
}

}  // namespace

std::string name_of_signer(std::string_view value) {
  const std::vector<Tagged> message =
      inside(inside(inside(parts_of(value), kSequence), kFirst), kSequence);
  // The first set are the digests, the second the signers.
  const std::vector<Tagged> signer = inside(inside(message, kSet, 1), kSequence);
  const std::vector<Tagged> issuer_and_serial = inside(signer, kSequence);
  if (issuer_and_serial.size() < 2) return {};
  const std::string_view serial = issuer_and_serial[1].content;
  for (const Tagged& certificate : inside(message, kFirst)) {
    const std::vector<Tagged> stated = inside(parts_of(certificate.content), kSequence);
    for (const Tagged& part : stated) {
      if (part.tag != kInteger) continue;
      if (part.content != serial) break;
      // algorithm, issuer, validity, subject
      return common_name(inside(stated, kSequence, 3));
    }
  }
  return {};
}

}  // namespace biaoshen
