#include "extractors/readers/ofd/ofd_document.h"

#include <utility>

#include "extractors/readers/ofd/ofd_elements.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostDocuments = 1000, kMostPages = 100'000, kMostEntries = 100'000;

void ignore_tag(const XmlTag&) {}

// The attachment's name with the extension of its part, where it has none of its own.
std::string name_of_attachment(std::string name, std::string_view part) {
  const std::string_view file = part.substr(part.rfind('/') + 1);
  if (name.empty()) return std::string(file);
  const std::size_t dot = file.rfind('.');
  if (dot == std::string_view::npos) return name;
  const std::string_view extension = file.substr(dot);
  return name.ends_with(extension) ? name : name + std::string(extension);
}

}  // namespace

PartEnd read_ofd_bodies(ZipPackage& package, std::vector<OfdDocument>& documents) {
  const std::string part = "OFD.xml";
  OfdDocument body;
  OfdElements elements(ignore_tag,
                       [&](std::string_view name, std::string_view parent, std::string_view text) {
                         if (parent == "DocBody" && name == "DocRoot")
                           body.root = ofd_part(package, part, text);
                         if (parent == "DocBody" && name == "Signatures")
                           body.signatures = ofd_part(package, part, text);
                         if (name != "DocBody") return;
                         OfdDocument whole = std::exchange(body, {});
                         if (!whole.root.empty() && documents.size() < kMostDocuments)
                           documents.push_back(std::move(whole));
                       });
  return read_xml(package, part, elements);
}

PartEnd read_ofd_document(ZipPackage& package, OfdDocument& document) {
  const auto part_of = [&](std::string_view location) {
    return ofd_part(package, document.root, location);
  };
  OfdElements elements(
      [&](const XmlTag& tag) {
        const std::string id = tag.value("ID").value_or("");
        const auto part = [&] { return part_of(tag.value("BaseLoc").value_or("")); };
        if (tag.name() == "Page" && document.pages.size() < kMostPages)
          document.pages.push_back({id, part()});
        if (tag.name() == "TemplatePage" && document.templates.size() < kMostEntries)
          document.templates.emplace(id, part());
      },
      [&](std::string_view name, std::string_view parent, std::string_view text) {
        if (name == "PhysicalBox" && parent == "PageArea")
          document.paper = ofd_paper(text).value_or(document.paper);
        if ((name == "PublicRes" || name == "DocumentRes") &&
            document.resources.size() < kMostEntries)
          document.resources.push_back(part_of(text));
        if (parent == "Document" && name == "Annotations") document.annotations = part_of(text);
        if (parent == "Document" && name == "Attachments") document.attachments = part_of(text);
      });
  return read_xml(package, document.root, elements);
}

PartEnd read_ofd_annotations(ZipPackage& package, const std::string& list,
                             std::multimap<std::string, std::string>& parts) {
  std::string page;
  OfdElements elements(
      [&](const XmlTag& tag) {
        if (tag.name() == "Page") page = tag.value("PageID").value_or("");
      },
      [&](std::string_view name, std::string_view parent, std::string_view text) {
        if (name == "FileLoc" && parent == "Page" && parts.size() < kMostEntries)
          parts.emplace(page, ofd_part(package, list, text));
      });
  return read_xml(package, list, elements);
}

PartEnd read_ofd_attachments(ZipPackage& package, const std::string& list,
                             std::vector<OfdAttachment>& attachments) {
  std::string name;
  OfdElements elements(
      [&](const XmlTag& tag) {
        if (tag.name() == "Attachment") name = clean_utf8(tag.value("Name").value_or(""));
      },
      [&](std::string_view element, std::string_view, std::string_view text) {
        if (element != "FileLoc" || attachments.size() >= kMostEntries) return;
        std::string part = ofd_part(package, list, text);
        if (part.empty()) part = clean_utf8(text);
        std::string shown = name_of_attachment(name, part);
        attachments.push_back({std::move(shown), std::move(part)});
      });
  return read_xml(package, list, elements);
}

}  // namespace biaoshen
