#include "tests/readers/ofd_maker.h"

#include <sstream>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// Numbers between blanks.
template <typename... Number>
std::string numbers(Number... number) {
  std::ostringstream all;
  ((all << number << ' '), ...);
  return all.str();
}

}  // namespace

std::string ofd_root(std::string_view name, std::string_view content) {
  const std::string tag = "ofd:" + std::string(name);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + tag +
         " xmlns:ofd=\"http://www.ofdspec.org/2016\">" + std::string(content) + "</" + tag + ">";
}

std::string ofd_of(const Ofd& ofd) {
  Parts parts;
  std::string pages;
  for (std::size_t i = 0; i < ofd.pages.size(); ++i) {
    const std::string part = "Pages/Page_" + std::to_string(i) + "/Content.xml";
    pages += "<ofd:Page ID=\"" + std::to_string(i + 1) + "\" BaseLoc=\"" + part + "\"/>";
    parts["Doc_0/" + part] =
        ofd_root("Page", "<ofd:Content><ofd:Layer>" + ofd.pages[i] + "</ofd:Layer></ofd:Content>");
  }
  parts["OFD.xml"] = ofd_root("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>" +
                                         ofd.body + "</ofd:DocBody>");
  parts["Doc_0/Document.xml"] = ofd_root("Document",
                                         "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 "
                                         "297</ofd:PhysicalBox></ofd:PageArea>" +
                                             ofd.common + "</ofd:CommonData><ofd:Pages>" + pages +
                                             "</ofd:Pages>" + ofd.document);
  for (const auto& [name, content] : ofd.more) parts[name] = content;
  return zip_of(parts);
}

std::string ofd_text(double left, double top, double size, std::string_view letters,
                     std::string_view more, std::string_view inside) {
  const auto count = static_cast<double>(count_code_points(letters));
  return "<ofd:TextObject Boundary=\"" + numbers(left, top, size * count, size * 1.2) +
         "\" Size=\"" + numbers(size) + "\" " + std::string(more) + ">" + std::string(inside) +
         "<ofd:TextCode X=\"0\" Y=\"" + numbers(size) + "\" DeltaX=\"" + numbers(size) + "\">" +
         std::string(letters) + "</ofd:TextCode></ofd:TextObject>";
}

std::string ofd_line(double x0, double y0, double x1, double y1) {
  return "<ofd:PathObject Boundary=\"0 0 210 297\"><ofd:AbbreviatedData>M " + numbers(x0, y0) +
         "L " + numbers(x1, y1) + "</ofd:AbbreviatedData></ofd:PathObject>";
}

}  // namespace biaoshen
