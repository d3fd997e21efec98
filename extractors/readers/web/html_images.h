// The pictures of a web page: those written into the page itself (data:image/png;base64,…) and
// those that came with it, as parts of an e-mail or of a page saved as one file.
//
// It refuses to load anything from elsewhere, and more bytes than a package may have. Tested by
// tests/readers/html_reader_test.cpp and mime_reader_test.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "extractors/readers/office/package_pictures.h"
#include "extractors/readers/web/html_story.h"

namespace biaoshen {

class EmbeddedImages final : public HtmlImages {
 public:
  // The name of the part that a page means by `source`; empty where none came with it.
  using FindPart = std::function<std::string(std::string_view source)>;
  EmbeddedImages(const Limits& limits, FindPart find, PartBytes bytes)
      : limits_(limits), find_(std::move(find)), bytes_(std::move(bytes)) {}

  // For a page on its own: it has only the pictures that are written into it.
  static EmbeddedImages written_in(const Limits& limits);

  std::optional<PackageImage> look_at(std::string_view source) override;
  // Bytes of whatever look_at() gave as a part; lives as long as this.
  PartBytes bytes();

 private:
  std::string keep_data(std::string_view source);

  const Limits& limits_;
  FindPart find_;
  PartBytes bytes_;
  std::map<std::string, std::string> data_;   // pictures written into the page, by the name we give
  std::uint64_t kept_ = 0;                    // bytes of them
  std::map<std::string, PackageImage> seen_;  // by part
};

}  // namespace biaoshen
