// The pages of one OFD document as sheets: the page's own content with its templates and
// annotations. Templates are read once, however many pages they lie under.
// Tested by tests/readers/ofd_reader_test.cpp.
#pragma once

#include <map>
#include <string>

#include "extractors/readers/ofd/ofd_document.h"
#include "extractors/readers/ofd/ofd_resources.h"
#include "extractors/readers/ofd/ofd_sheet.h"

namespace biaoshen {

class OfdPages {
 public:
  OfdPages(ZipPackage& package, const OfdDocument& document)
      : package_(package), document_(document), resources_(package) {}

  // Resources and annotations of the document, once before the first page. The first bad end.
  PartEnd prepare();
  // Fills `sheet`; how the page's own part ended, or else the first other part that ended badly.
  PartEnd read(const OfdPagePart& page, OfdSheet& sheet);

 private:
  const OfdSheet* page_template(const std::string& id, PartEnd& end);

  ZipPackage& package_;
  const OfdDocument& document_;
  OfdResources resources_;
  std::multimap<std::string, std::string> annotations_;  // parts by the ID of the page
  std::map<std::string, OfdSheet> templates_;            // by ID
};

}  // namespace biaoshen
