#include "templates/docx/default_notice.h"

#include <algorithm>
#include <string_view>

#include "embedded/docx_files.h"
#include "templates/docx/notice_placeholders.h"

namespace biaoshen {
namespace {

std::string embedded_part(std::string_view name) {
  for (const embedded::File& file : embedded::docx_files())
    if (file.path.ends_with("/" + std::string(name))) return std::string(file.content);
  return {};
}

tl::unexpected<Error> refuse(const std::string& name, const std::string& why) {
  return fail(ErrorCode::input, name + ": " + why);
}

bool says(const DocxParts& parts, std::string_view part, std::string_view words) {
  const auto found = parts.find(std::string(part));
  return found != parts.end() && found->second.find(words) != std::string::npos;
}

}  // namespace

DocxParts default_notice(Language language) {
  const std::string suffix = language == Language::zh ? "_zh.xml" : "_en.xml";
  return {{"[Content_Types].xml", embedded_part("notice_types.xml")},
          {"_rels/.rels", embedded_part("notice_package.rels")},
          {"docProps/core.xml", embedded_part("notice_core" + suffix)},
          {"word/_rels/document.xml.rels", embedded_part("notice_document.rels")},
          {"word/document.xml", embedded_part("notice_document" + suffix)},
          {"word/fontTable.xml", embedded_part("notice_fonts.xml")},
          {"word/footer1.xml", embedded_part("notice_footer" + suffix)},
          {"word/settings.xml", embedded_part("notice_settings" + suffix)},
          {"word/styles.xml", embedded_part("notice_styles" + suffix)}};
}

Result<DocxParts> notice_template_parts(const std::string& bytes, const std::string& name) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return refuse(name,
                  "an old Word document (.doc), or a DOCX locked with a password; save it as .docx "
                  "without a password");
  auto parts = docx_parts(bytes, name);
  if (!parts) return parts;
  if (parts->contains("word/vbaProject.bin") || says(*parts, "[Content_Types].xml", "macroEnabled"))
    return refuse(name, "has macros; save it as .docx without macros");
  if (says(*parts, "[Content_Types].xml", "template.main+xml"))
    return refuse(name, "a Word template (.dotx); save it as .docx");
  std::string mistakes;
  for (const std::string& mistake : template_mistakes(*parts, notice_placeholders()))
    mistakes += (mistakes.empty() ? "" : "\n") + name + ": " + mistake;
  if (!mistakes.empty()) return fail(ErrorCode::input, mistakes);
  return parts;
}

}  // namespace biaoshen
