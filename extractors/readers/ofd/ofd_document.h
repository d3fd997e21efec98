// What an OFD package holds: its documents, and of each the pages, templates, resources,
// annotations, attachments and signatures, as parts of the package.
//
// It refuses more pages than a program could mean. Tested by tests/readers/ofd_reader_test.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extractors/readers/ofd/ofd_geometry.h"
#include "extractors/readers/zip_package.h"

namespace biaoshen {

struct OfdPagePart {
  std::string id, part;
};
struct OfdAttachment {
  std::string name, part;
};

struct OfdDocument {
  std::string root;        // its Document.xml
  std::string signatures;  // list of signatures; empty where there is none
  OfdBox paper{0, 0, 210, 297};
  std::vector<OfdPagePart> pages;
  std::map<std::string, std::string> templates;  // by ID: parts
  std::vector<std::string> resources;            // lists of resources
  std::string annotations, attachments;          // lists; empty where there is none
};

// The documents that OFD.xml names; only `root` and `signatures` are filled in.
PartEnd read_ofd_bodies(ZipPackage& package, std::vector<OfdDocument>& documents);
// The rest of one.
PartEnd read_ofd_document(ZipPackage& package, OfdDocument& document);

// Annotations: parts by the ID of the page.
PartEnd read_ofd_annotations(ZipPackage& package, const std::string& list,
                             std::multimap<std::string, std::string>& parts);
PartEnd read_ofd_attachments(ZipPackage& package, const std::string& list,
                             std::vector<OfdAttachment>& attachments);

}  // namespace biaoshen
