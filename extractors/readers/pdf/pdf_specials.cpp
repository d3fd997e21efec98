#include "extractors/readers/pdf/pdf_specials.h"

#include <poppler/Catalog.h>
#include <poppler/PDFDoc.h>

#include "extractors/readers/pdf/pdf_attachments.h"
#include "extractors/readers/pdf/pdf_signatures.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

bool is_active(PDFDoc& document, const Object& root) {
  if (document.getCatalog()->numJS() > 0) return true;
  if (!root.isDict()) return false;
  const Object action = root.dictLookup("OpenAction");
  return action.isDict() || root.dictLookup("AA").isDict();
}

}  // namespace

FileStatus report_specials(PDFDoc& document, const OpenFile& file, const Limits& limits,
                           DocumentSink& sink) {
  if (document.isEncrypted()) sink.problem({"permissions", 0, ""});
  if (document.getCatalog() == nullptr) return FileStatus::read;
  const Object root = document.getXRef()->getCatalog();
  if (root.isDict() && root.dictLookup("Collection").isDict())
    sink.problem({"portfolio", 0, "首页只是封面，其中的文件逐一审查"});
  if (is_active(document, root)) sink.problem({"active-content", 0, ""});
  if (xfa_of(document) == Xfa::beside_pages)
    sink.problem({"xfa-form", 0, "按页面和普通表单域读取"});
  report_signatures(document, file, sink);
  return hand_on_attachments(document, file.bytes, limits, sink);
}

Xfa xfa_of(PDFDoc& document) {
  const Object root = document.getXRef()->getCatalog();
  const Object form = root.isDict() ? root.dictLookup("AcroForm") : Object(objNull);
  const Object xfa = form.isDict() ? form.dictLookup("XFA") : Object(objNull);
  if (!xfa.isStream() && !xfa.isArray()) return Xfa::none;
  const Object needs = root.dictLookup("NeedsRendering");
  return needs.isBool() && needs.getBool() ? Xfa::instead_of_pages : Xfa::beside_pages;
}

bool asks_to_wait(std::string_view page_text) {
  constexpr std::string_view kRequests[] = {"Please wait...",
                                            "If this message is not eventually replaced", "请稍候",
                                            "请等待", "如果此消息最终"};
  constexpr std::size_t kLongest = 4000;  // bytes; such a page says nothing else
  if (page_text.size() > kLongest) return false;
  for (const std::string_view request : kRequests)
    if (contains(page_text, request)) return true;
  return false;
}

}  // namespace biaoshen
