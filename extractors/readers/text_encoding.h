// Which encoding a text file is in. Chinese offices still send GB18030, now and then UTF-16
// or Big5, and nobody says which.
//
// In this order: a byte order mark; UTF-8 if every byte agrees; UTF-16 if its zero bytes all
// stand on one side; GB18030 and Big5, both checked strictly, the one in which the characters
// are the common ones. A short text in Big5 is nearly always valid GB18030, too, but reads as
// characters that nobody uses together.
//
// It refuses to call bytes with control characters text: that is a program or a picture.
// Tested by tests/readers/plain_reader_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace biaoshen {

struct TextEncoding {
  const char* name = "";   // as ICU knows it
  std::size_t mark = 0;    // bytes of the byte order mark
  bool has_zeros = false;  // zero bytes among the text, to be left out
};

enum class SampleIs : std::uint8_t { whole, cut };

// Nothing where it is no text.
std::optional<TextEncoding> detect_encoding(std::string_view sample, SampleIs is);

constexpr std::size_t kEncodingSample = 64 << 10;

}  // namespace biaoshen
