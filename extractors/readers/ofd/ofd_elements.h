// The small parts of an OFD package (lists of documents, pages, resources, signatures) as
// elements: a tag when it opens, its text when it closes.
//
// Producers disagree about namespaces, slashes and what a path is relative to: elements go by
// their local names, and a path that leads nowhere from its part is tried from the root.
// Tested by tests/readers/ofd_reader_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/xml_stream.h"

namespace biaoshen {

class OfdElements final : public XmlListener {
 public:
  using Open = std::function<void(const XmlTag& tag)>;
  // `text` without blanks at its ends; `parent` is the element around it.
  using Close =
      std::function<void(std::string_view name, std::string_view parent, std::string_view text)>;
  OfdElements(Open open, Close close) : open_(std::move(open)), close_(std::move(close)) {}

  void start(const XmlTag& tag) override;
  void end(const XmlTag& tag) override;
  void text(std::string_view piece) override;

 private:
  Open open_;
  Close close_;
  std::vector<std::string> names_;  // open elements
  std::string text_;                // since the last tag
};

// The part that `location`, found in `part`, means; it need not be there.
std::string ofd_part(const ZipPackage& package, std::string_view part, std::string_view location);

}  // namespace biaoshen
