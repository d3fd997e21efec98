// The XML of an Office part as a stream of tags and text: libxml2's push parser, fed from
// inflate, so that a part of any size costs the memory of one piece.
//
// It refuses document type declarations (no Office program writes one; every entity attack
// needs one), nesting deeper than 256, and any look at the network or the file system. Text
// before an error has been delivered and counts. Tested by tests/readers/xml_stream_test.cpp.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/readers/zip_package.h"

namespace biaoshen {

// The namespaces that Office parts use, in the wording of either edition (transitional, strict).
enum class Vocabulary : std::uint8_t {
  other,
  word,
  drawing,
  relations,
  compat,
  vml,
  math,
  sheet,
  sheet_drawing,
  package
};

// A start or end tag, alive only during the call that gets it.
class XmlTag {
 public:
  XmlTag(Vocabulary vocabulary, std::string_view name, const unsigned char** values, int count)
      : vocabulary_(vocabulary), name_(name), values_(values), count_(count) {}
  Vocabulary vocabulary() const { return vocabulary_; }
  std::string_view name() const { return name_; }  // without the prefix
  bool is(Vocabulary vocabulary, std::string_view name) const {
    return vocabulary_ == vocabulary && name_ == name;
  }
  // What stands in `name="…"`, whatever its prefix; or only where it has the vocabulary's prefix.
  std::optional<std::string> value(std::string_view name) const;
  std::optional<std::string> value(Vocabulary vocabulary, std::string_view name) const;

 private:
  Vocabulary vocabulary_;
  std::string_view name_;
  const unsigned char** values_;  // as libxml2 gives them: five pointers for each
  int count_;
};

class XmlListener {
 public:
  virtual ~XmlListener() = default;
  virtual void start(const XmlTag& tag) = 0;
  virtual void end(const XmlTag& tag) = 0;  // without values
  virtual void text(std::string_view piece) = 0;
};

PartEnd read_xml(ZipPackage& package, std::string_view part, XmlListener& listener);

// The same from anywhere else: `pieces` gives the part's bytes, however they are cut, until it is
// told false.
using XmlPieces = std::function<PartEnd(const std::function<bool(std::string_view)>& take)>;
PartEnd read_xml(const XmlPieces& pieces, std::string_view part, XmlListener& listener);

// For tags that are switches: <w:vanish/> and val="1" are on; 0, false and off are off.
bool is_on(const XmlTag& tag);
// The number in val="…" or another value; `otherwise` where there is none.
std::int64_t number_of(const std::optional<std::string>& value, std::int64_t otherwise);

}  // namespace biaoshen
