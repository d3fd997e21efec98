#include "tests/ocr/printed.h"

#include <leptonica/allheaders.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/Stream.h>
#include <poppler/splash/SplashBitmap.h>

#include <sstream>

namespace biaoshen::testing {

namespace {

std::string shown(const PrintedText& text, double page_height) {
  std::ostringstream out;
  out << "BT /F1 " << text.size << " Tf " << text.left << " " << page_height - text.base << " Td <"
      << std::hex;
  for (const char16_t c : text.text)
    out << (c >> 12 & 15) << (c >> 8 & 15) << (c >> 4 & 15) << (c & 15);
  out << "> Tj ET\n";
  return out.str();
}

std::string contents(double height, const std::vector<PrintedText>& texts,
                     const std::vector<PrintedBox>& boxes) {
  std::ostringstream out;
  for (const PrintedBox& box : boxes)
    out << box.colour << " rg " << box.left << " " << height - box.bottom << " "
        << box.right - box.left << " " << box.bottom - box.top << " re f\n"
        << box.text_colour << " rg " << shown(box.text, height);
  out << "0 0 0 rg\n";
  for (const PrintedText& text : texts) out << shown(text, height);
  return out.str();
}

std::string pdf_of(double width, double height, const std::string& content) {
  std::ostringstream page;
  page << "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " << width << " " << height
       << "] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>";
  const std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      page.str(),
      "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "endstream",
      "<< /Type /Font /Subtype /Type0 /BaseFont /AR#20PL#20UMing#20CN /Encoding /UniGB-UCS2-H "
      "/DescendantFonts [6 0 R] >>",
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /AR#20PL#20UMing#20CN /FontDescriptor 7 0 R "
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /W [1 95 500] >>",
      "<< /Type /FontDescriptor /FontName /AR#20PL#20UMing#20CN /Flags 6 /FontBBox [0 -200 1000 "
      "900] "
      "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"};
  std::string pdf = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  return pdf + "xref\n0 8\n0000000000 65535 f \n" + table +
         "trailer << /Size 8 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

}  // namespace

PixPtr printed(double width, double height, double dpi, const std::vector<PrintedText>& texts,
               const std::vector<PrintedBox>& boxes) {
  if (!globalParams) globalParams = std::make_unique<GlobalParams>();
  std::string pdf = pdf_of(width, height, contents(height, texts, boxes));
  PDFDoc document(new MemStream(pdf.data(), 0, static_cast<Goffset>(pdf.size()), Object(objNull)));
  SplashColor paper = {255, 255, 255};
  SplashOutputDev device(splashModeRGB8, 1, false, paper);
  device.startDoc(&document);
  document.displayPage(&device, 1, dpi, dpi, 0, false, true, false);
  SplashBitmap* bitmap = device.getBitmap();
  PixPtr pix(pixCreate(bitmap->getWidth(), bitmap->getHeight(), 32));
  for (int y = 0; y < bitmap->getHeight(); ++y) {
    const unsigned char* row = bitmap->getDataPtr() + std::ptrdiff_t{y} * bitmap->getRowSize();
    for (int x = 0; x < bitmap->getWidth(); ++x)
      pixSetRGBPixel(pix.get(), x, y, row[3 * x], row[3 * x + 1], row[3 * x + 2]);
  }
  return pix;
}

PixPtr printed_cover(double dpi) {
  return printed(420, 300, dpi,
                 {{170, 50, 26, u"团体标准"},
                  {250, 90, 14, u"T/BAIIA 015—2022"},
                  {100, 150, 20, u"人工智能服务能力成熟度评价"},
                  {50, 270, 14, u"2022-11-18发布"},
                  {270, 270, 14, u"2022-12-01实施"}});
}

}  // namespace biaoshen::testing
