#include "pipeline/app/machine.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "pipeline/app/program.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

bool has_character_maps() {
  std::error_code error;
  return fs::exists("/usr/share/poppler/cMap/Adobe-GB1/GBK-EUC-H", error);
}

bool has_chinese_font() {
  std::error_code error;
  for (const char* root : {"/usr/share/fonts", "/usr/local/share/fonts"}) {
    if (!fs::exists(root, error)) continue;
    for (fs::recursive_directory_iterator
             it(root, fs::directory_options::skip_permission_denied, error),
         end;
         it != end; it.increment(error)) {
      const std::string name = it->path().filename().string();
      for (std::string_view known : {"uming", "ukai", "wqy", "NotoSansCJK", "NotoSerifCJK",
                                     "SourceHan", "simsun", "simhei", "simfang"})
        if (contains(name, known)) return true;
    }
  }
  return false;
}

// The smallest PDF whose text needs the character maps: 标准 in a font that is not
// embedded and says only GBK-EUC-H, as official documents do.
std::string canary_pdf() {
  const std::string content = "BT /F1 24 Tf 50 50 Td <B1EAD7BC> Tj ET";
  const std::string objects[] = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << "
      "/F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream",
      "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [6 0 "
      "R] >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) "
      "/Ordering (GB1) "
      "/Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>",
      "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] "
      "/ItalicAngle 0 /Ascent 800 "
      "/Descent -200 /CapHeight 700 /StemV 80 >>"};
  std::string pdf = "%PDF-1.4\n", table;
  int number = 0;
  for (const std::string& object : objects) {
    std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  return pdf + "xref\n0 8\n0000000000 65535 f \n" + table +
         "trailer << /Size 8 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

// Reads the canary through the reader, as a review would.
std::string text_of_canary() {
  std::error_code error;
  const fs::path path =
      fs::temp_directory_path(error) / ("biaoshen-doctor-" + std::to_string(::getpid()) + ".pdf");
  std::ofstream(path, std::ios::binary) << canary_pdf();
  File file;
  file.path = "canary.pdf";
  file.source = path;
  WorkerClient reader(reader_program());
  const Document document = reader.read(file, Limits());
  fs::remove(path, error);
  return document.pages.empty() ? "" : std::string(trim(document.pages.front().text));
}

}  // namespace

std::vector<MachineCheck> examine_machine() {
  std::vector<MachineCheck> checks;
  const bool reader = ::access(reader_program().c_str(), X_OK) == 0;
  checks.push_back({{"读取程序 biaoshen-reader", "biaoshen-reader, which opens the files"},
                    reader,
                    true,
                    {"应与 biaoshen 在同一目录", "belongs beside biaoshen"},
                    "cmake --build build --target biaoshen-reader"});
  checks.push_back({{"中文字符映射（poppler-data）", "Chinese character maps (poppler-data)"},
                    has_character_maps(),
                    true,
                    {"缺少时未内嵌字体的中文 PDF 没有文字",
                     "without them Chinese PDFs with fonts not embedded have no text"},
                    "apt-get install poppler-data"});
  const bool reads = reader && text_of_canary() == "标准";
  checks.push_back(
      {{"试读一页中文 PDF", "a Chinese page read as a test"},
       reads,
       true,
       {reads ? "读出“标准”" : "没有读出“标准”", reads ? "says 标准" : "does not say 标准"},
       "apt-get install poppler-data"});
  checks.push_back({{"中文字体（证据截图用）", "a Chinese font (for pictures of the evidence)"},
                    has_chinese_font(),
                    false,
                    {"缺少时未内嵌字体的页面截图是空白",
                     "without one pictures of pages with fonts not embedded stay empty"},
                    "apt-get install fonts-arphic-uming"});
  checks.push_back({{"文字识别（OCR）", "text recognition (OCR)"},
                    false,
                    false,
                    {"本版本不识别图片；扫描件、截图一律转人工核查",
                     "not in this version: scans and screenshots are left to a person"},
                    ""});
  const auto profiles = load_profiles();
  checks.push_back({{"规则文件", "profiles"},
                    profiles.has_value(),
                    true,
                    {profiles ? std::to_string(profiles->size()) + " 个" : profiles.error().message,
                     profiles ? std::to_string(profiles->size()) : profiles.error().message},
                    ""});
  return checks;
}

Result<void> check_machine() {
  if (::access(reader_program().c_str(), X_OK) != 0)
    return fail(ErrorCode::internal,
                reader_program().string() +
                    ": missing; build it: cmake --build build --target biaoshen-reader");
  if (!has_character_maps())
    return fail(ErrorCode::internal,
                "the character maps for Chinese are missing, PDFs would lose their text; install "
                "them: apt-get install poppler-data");
  return {};
}

}  // namespace biaoshen
