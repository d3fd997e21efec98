#include "pipeline/app/machine.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "extractors/convert/office_conversion.h"
#include "pipeline/app/knowledge.h"
#include "pipeline/app/program.h"
#include "pipeline/app/sandbox_notice.h"
#include "pipeline/base/text.h"
#include "pipeline/stages/png_writer.h"

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
      ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font "
       "<< /F1 5 0 R >> >> >>"),
      "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream",
      ("<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts "
       "[6 0 R] >>"),
      ("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry "
       "(Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>"),
      ("<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] "
       "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>")};
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

// A picture of 口, the one character that four strokes of a ruler draw.
std::string canary_png() {
  constexpr std::uint32_t kSide = 96, kOuter = 28, kInner = 34;
  Crop picture{kSide, kSide, std::string(std::size_t{3} * kSide * kSide, '\xFF')};
  const auto is_within = [](std::uint32_t x, std::uint32_t y, std::uint32_t margin) {
    return x >= margin && y >= margin && x < kSide - margin && y < kSide - margin;
  };
  for (std::uint32_t y = 0; y < kSide; ++y) {
    for (std::uint32_t x = 0; x < kSide; ++x) {
      if (is_within(x, y, kOuter) && !is_within(x, y, kInner))
        picture.rgb.replace(std::size_t{3} * (y * kSide + x), 3, 3, '\0');
    }
  }
  return to_png(picture);
}

// Reads a canary through the reader, as a review would.
struct Canary {
  Document document;
  std::optional<SandboxLayers> layers;  // of the reader
};
Canary read_canary(const std::string& name, const std::string& bytes) {
  std::error_code error;
  const fs::path path = fs::canonical(fs::temp_directory_path(error), error) /
                        ("biaoshen-doctor-" + std::to_string(::getpid()) + name);
  std::ofstream(path, std::ios::binary) << bytes;
  File file;
  file.path = name;
  file.source = path;
  WorkerClient reader(reader_program());
  Document document = reader.read(file, Limits());
  fs::remove(path, error);
  return {std::move(document), reader.layers()};
}

bool says_standard(const Document& document) {
  return !document.pages.empty() && trim(document.pages.front().text) == "标准";
}

// What brings back a missing part of Biaoshen itself: another build, or its package again.
std::string missing_part_remedy() {
  return reader_program().parent_path() == "/usr/lib/biaoshen"
             ? "apt-get install --reinstall ./biaoshen_*.deb"
             : "cmake -S . -B build && cmake --build build";
}

// The reader is a program of its own: only it knows which engines it can load.
std::vector<MachineCheck> engine_checks(bool reader) {
  const std::vector<std::string> engines =
      reader ? read_canary("canary.png", canary_png()).document.engines
             : std::vector<std::string>();
  const auto name_of = [&](std::string_view wanted) {
    for (const std::string& engine : engines)
      if (contains(engine, wanted)) return engine;
    return std::string();
  };
  const auto check = [&](const Wording& what, std::string_view engine, const Wording& lacking,
                         const std::string& mend) {
    const std::string found = name_of(engine);
    return MachineCheck{what, !found.empty(), false,
                        found.empty() ? lacking : Wording{found, found}, mend};
  };
  return {
      check({"文字识别（OCR）的识读引擎 PP-OCRv4", "text recognition: the reading engine PP-OCRv4"},
            "PP-OCR",
            {"缺少模型：扫描件、截图只由 Tesseract 识别，准确率明显较低",
             "its models are missing: scans and screenshots are read by Tesseract alone, much "
             "less exactly"},
            missing_part_remedy()),
      check({"文字识别（OCR）的复核引擎 Tesseract HanS",
             "text recognition: the second engine, Tesseract with HanS"},
            "HanS",
            {"缺少时识别出的编号、日期没有第二读数，更多事项转人工",
             "without it recognised numbers and dates have no second reading and more is left "
             "to a person"},
            "apt-get install tesseract-ocr-script-hans")};
}

// What really confined a reader; without all of it the program works, and is easier to attack.
MachineCheck sandbox_check(const SandboxLayers& layers) {
  const auto detail = [&](Language language) {
    return (language == Language::zh ? "缺少 " : "it lacks ") + lacking_layers(layers) +
           (language == Language::zh ? "；" : "; ") + sandbox_remedy(layers, language);
  };
  const std::string on = to_string(layers);
  return {
      {"读取程序的隔离：" + on, "the sandbox of biaoshen-reader: " + on},
      layers.are_complete(),
      false,
      layers.are_complete() ? Wording{on, on} : Wording{detail(Language::zh), detail(Language::en)},
      ""};
}

// Old formats are read without it; it serves what is left (Word 95, pictures in old tables).
MachineCheck office_check() {
  OfficeConversion conversion({});
  const bool found = conversion.is_available();
  const std::string name = conversion.name();
  return {{"LibreOffice（在 bubblewrap 隔离中转换旧版文件，可不装）",
           "LibreOffice, which converts old files inside bubblewrap (optional)"},
          found,
          false,
          found ? Wording{name, name}
                : Wording{"未安装时，Word 95 及更早等少数旧版文件只能部分读取",
                          "without both a few old files (Word 95 and older) are read in part only"},
          "apt-get install libreoffice-writer-nogui libreoffice-calc-nogui bubblewrap"};
}

}  // namespace

std::vector<MachineCheck> examine_machine() {
  std::vector<MachineCheck> checks;
  const bool reader = ::access(reader_program().c_str(), X_OK) == 0;
  checks.push_back({{"读取程序 biaoshen-reader", "biaoshen-reader, which opens the files"},
                    reader,
                    true,
                    {"应与 biaoshen 在同一目录", "belongs beside biaoshen"},
                    missing_part_remedy()});
  checks.push_back({{"中文字符映射（poppler-data）", "Chinese character maps (poppler-data)"},
                    has_character_maps(),
                    true,
                    {"缺少时未内嵌字体的中文 PDF 没有文字",
                     "without them Chinese PDFs with fonts not embedded have no text"},
                    "apt-get install poppler-data"});
  const Canary canary = reader ? read_canary("canary.pdf", canary_pdf()) : Canary();
  const bool reads = says_standard(canary.document);
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
  checks.push_back(sandbox_check(canary.layers ? *canary.layers : offered_layers()));
  for (MachineCheck& check : engine_checks(reader)) checks.push_back(std::move(check));
  checks.push_back(office_check());
  const auto knowledge = load_knowledge({});
  const std::string known =
      knowledge ? std::to_string(knowledge->profiles.size()) : knowledge.error().message;
  checks.push_back({{"规则文件", "profiles"}, knowledge.has_value(), true, {known, known}, ""});
  return checks;
}

Result<void> check_machine(bool require_sandbox) {
  if (::access(reader_program().c_str(), X_OK) != 0)
    return fail(
        ErrorCode::internal,
        reader_program().string() + ": missing; this brings it back: " + missing_part_remedy());
  if (!has_character_maps())
    return fail(ErrorCode::internal,
                "the character maps for Chinese are missing, PDFs would lose their text; install "
                "them: apt-get install poppler-data");
  return require_sandbox ? check_sandbox(offered_layers()) : Result<void>();
}

}  // namespace biaoshen
