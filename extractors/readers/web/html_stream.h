// A web page as events: start and end of elements, text. The parser closes what the page
// leaves open, so every start has its end. Text is UTF-8, whatever the file is in.
//
// The encoding is the one of a byte order mark; UTF-8 where all bytes agree, whatever the page
// says of itself; else the one that came with it or that its <meta> names; else what Chinese text
// looks like.
//
// It refuses to go on where elements lie too deep, where one tag floods the parser with
// attributes, and behind `most` bytes. Tested by tests/readers/html_reader_test.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

class HtmlTag {
 public:
  HtmlTag(std::string_view name, const unsigned char** attributes)
      : name_(name), attributes_(attributes) {}
  std::string_view name() const { return name_; }  // lower case
  // Empty where the attribute has no value.
  std::optional<std::string_view> value(std::string_view attribute) const;

 private:
  std::string_view name_;
  const unsigned char** attributes_;  // as libxml2 gives them: names and values in turn, then null
};

class HtmlListener {
 public:
  virtual ~HtmlListener() = default;
  virtual void start(const HtmlTag& tag) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view piece) = 0;
};

enum class HtmlEnd : std::uint8_t {
  complete,
  stopped,      // asked to
  too_deep,     // elements in elements
  too_wide,     // attributes of one tag
  too_long,     // the file
  undecodable,  // read to its end, with U+FFFD for what is no character
};

// `came_with`: the encoding that an e-mail names for the page; may be empty.
HtmlEnd read_html_stream(const ByteSource& bytes, std::string_view came_with, std::uint64_t most,
                         HtmlListener& listener, const std::function<bool()>& is_enough);

// The encoding that a <meta> at the beginning of a page names; empty where there is none.
std::string_view stated_encoding(std::string_view beginning);

}  // namespace biaoshen
