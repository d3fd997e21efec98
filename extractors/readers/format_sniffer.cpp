#include "extractors/readers/format_sniffer.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include "extractors/readers/archives/self_extractor.h"
#include "extractors/readers/archives/zip_directory.h"
#include "extractors/readers/byte_source.h"
#include "extractors/readers/office/compound_file.h"
#include "extractors/readers/pictures/image_header.h"
#include "extractors/readers/text_encoding.h"
#include "extractors/readers/web/mime_reader.h"
#include "extractors/readers/zip_package.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes, format;
};
constexpr Mark kMarks[] = {
    {"%PDF-"sv, "pdf"},
    {"Rar!\x1A\x07"sv, "rar"},
    {"7z\xBC\xAF\x27\x1C"sv, "7z"},
    {"\x1F\x8B\x08"sv, "gz"},
    {"{\\rtf"sv, "rtf"},
    {"\xFD\x37zXZ\0"sv, "xz"},
    {"\x28\xB5\x2F\xFD"sv, "zst"},
    {"\x04\x22\x4D\x18"sv, "lz4"},
    {"MSCF\0\0\0\0"sv, "cab"},
};
// What the list of content types of an Office package names.
constexpr Mark kContentTypes[] = {
    {"wordprocessingml", "docx"}, {"ms-word", "docx"},        {"sheet.binary", "xlsb"},
    {"spreadsheetml", "xlsx"},    {"ms-excel.sheet", "xlsx"}, {"presentationml", "pptx"},
};
// What the first entry of an OpenDocument package says.
constexpr Mark kOpenDocuments[] = {
    {"application/vnd.oasis.opendocument.text", "odt"},
    {"application/vnd.oasis.opendocument.spreadsheet", "ods"},
    {"application/vnd.oasis.opendocument", "odp"},
};
// Streams of compound files.
constexpr Mark kStreams[] = {
    {"EncryptedPackage", "encrypted-office"},
    {"WordDocument", "doc"},
    {"Workbook", "xls"},
    {"Book", "xls"},
    {"PowerPoint Document", "ppt"},
    {"__properties_version1.0", "msg"},
};
struct Extension {
  std::string_view name, formats;  // the latter with a blank around each
};
constexpr Extension kExtensions[] = {
    {"pdf", " pdf "},
    {"docx", " docx "},
    {"docm", " docx "},
    {"dotx", " docx "},
    {"xlsx", " xlsx "},
    {"xlsm", " xlsx "},
    {"xltx", " xlsx "},
    {"xlsb", " xlsb "},
    {"pptx", " pptx "},
    {"ofd", " ofd "},
    {"doc", " doc word-xml "},
    {"dot", " doc "},
    {"xls", " xls excel-xml "},
    {"ppt", " ppt "},
    {"wps", " doc docx ole "},
    {"et", " xls xlsx ole "},
    {"zip", " zip "},
    {"rar", " rar "},
    {"7z", " 7z "},
    {"png", " png "},
    {"jpg", " jpeg "},
    {"jpeg", " jpeg "},
    {"jpe", " jpeg "},
    {"jfif", " jpeg "},
    {"tif", " tiff "},
    {"tiff", " tiff "},
    {"bmp", " bmp "},
    {"gif", " gif "},
    {"webp", " webp "},
    {"heic", " heic "},
    {"heif", " heic "},
    {"avif", " heic "},
    {"rtf", " rtf "},
    {"odt", " odt "},
    {"ods", " ods "},
    {"odp", " odp "},
    {"htm", " html "},
    {"html", " html "},
    {"mht", " mht "},
    {"mhtml", " mht "},
    {"eml", " eml mht "},
    {"msg", " msg "},
    {"txt", " txt "},
    {"csv", " txt "},
    {"md", " txt html "},
    {"xml", " txt word-xml excel-xml "},
    {"gz", " gz "},
    {"tgz", " gz "},
    {"tar", " tar "},
    {"xz", " xz "},
    {"txz", " xz "},
    {"bz2", " bz2 "},
    {"tbz2", " bz2 "},
    {"zst", " zst "},
    {"lz4", " lz4 "},
    {"cab", " cab "},
    {"exe", " zip rar 7z "},
};

std::string lower(std::string_view text) {
  std::string low(text);
  for (char& c : low) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return low;
}

std::string office_format(std::string_view types) {
  for (const Mark& mark : kContentTypes) {
    if (contains(types, mark.bytes)) return std::string(mark.format);
  }
  return "zip";
}

// An upload that broke off has no directory, but its first entries still stand there.
std::string cut_zip_format(std::string_view beginning) {
  if (contains(beginning, "word/document.xml")) return "docx";
  if (contains(beginning, "xl/workbook.xml") || contains(beginning, "xl/worksheets/"))
    return "xlsx";
  return "zip";
}

std::string zip_format(const OpenFile& file, std::string_view beginning) {
  const std::unique_ptr<ZipPackage> package = ZipPackage::open(file, Limits{});
  if (package == nullptr) return cut_zip_format(beginning);
  if (package->has("OFD.xml")) return "ofd";
  if (package->has("[Content_Types].xml")) {
    return office_format(package->beginning("[Content_Types].xml", 256 << 10));
  }
  if (package->has("word/document.xml")) return "docx";
  if (package->has("xl/workbook.xml")) return "xlsx";
  const std::string open_document = package->beginning("mimetype", 64);
  for (const Mark& mark : kOpenDocuments) {
    if (open_document.starts_with(mark.bytes)) return std::string(mark.format);
  }
  return "zip";
}

std::string compound_format(const OpenFile& file) {
  const std::vector<std::string> names = compound_names(FileBytes(file));
  for (const Mark& stream : kStreams) {
    const auto is_it = [&](const std::string& name) { return is_same_stream(name, stream.bytes); };
    if (std::any_of(names.begin(), names.end(), is_it)) return std::string(stream.format);
  }
  return "ole";
}

// Pages without their frame begin with a tag of it (WHATWG MIME Sniffing, 7.1): systems hand out
// tables as .xls that are nothing but <table>.
bool begins_with_tag(std::string_view text) {
  constexpr std::string_view kTags[] = {"body",  "center", "div",  "font", "h1",
                                        "head",  "html",   "meta", "p",    "script",
                                        "style", "table",  "title"};
  if (!text.starts_with("<")) return false;
  const std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>", 1) - 1);
  return text.size() > name.size() + 1 &&
         std::find(std::begin(kTags), std::end(kTags), name) != std::end(kTags);
}

std::string text_format(std::string_view beginning, SampleIs is) {
  const std::string start = lower(beginning.substr(0, 4096));
  const std::string_view first =
      trim(std::string_view(start).substr(start.starts_with("\xEF\xBB\xBF") ? 3 : 0));
  if (first.starts_with("<!doctype html") || begins_with_tag(first) ||
      (first.starts_with("<") && contains(start, "<html"))) {
    return "html";
  }
  // Office's own XML in one file, mostly called .doc or .xls.
  if (first.starts_with("<?xml") && contains(start, "urn:schemas-microsoft-com:office:spreadsheet"))
    return "excel-xml";
  if (first.starts_with("<?xml") &&
      (contains(start, "/office/word/2003/wordml") || contains(start, "/office/2006/xmlpackage")))
    return "word-xml";
  if (const std::string_view mime = mime_format(beginning); !mime.empty()) return std::string(mime);
  return detect_encoding(beginning, is) ? "txt" : "unknown";
}

}  // namespace

std::string sniff_format(const OpenFile& file) {
  if (file.bytes == 0) return "empty";
  const std::string beginning = FileBytes(file).read(0, kEncodingSample);
  const std::string_view start = beginning;
  if (start.starts_with("PK\x03\x04"sv) || start.starts_with("PK\x05\x06"sv) ||
      start.starts_with("PK\x07\x08"sv)) {
    return zip_format(file, start);
  }
  if (is_compound_file(start)) return compound_format(file);
  for (const Mark& mark : kMarks) {
    if (start.starts_with(mark.bytes)) return std::string(mark.format);
  }
  const std::string_view image = image_format(start);
  if (!image.empty()) return std::string(image);
  if (contains(start.substr(0, 1024), "%PDF-")) return "pdf";
  if (slice(start, 257, 5) == "ustar") return "tar";
  if (start.starts_with("BZh") && slice(start, 4, 6) == "1AY&SY") return "bz2";
  if (const EmbeddedArchive archive = find_archive(FileBytes(file)); !archive.format.empty())
    return std::string(archive.format);
  const std::string format =
      text_format(start, start.size() == file.bytes ? SampleIs::whole : SampleIs::cut);
  return format == "unknown" && has_zip_end(FileBytes(file)) ? zip_format(file, start) : format;
}

bool fits_extension(std::string_view format, std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return true;
  const std::string extension = lower(name.substr(dot + 1));
  for (const Extension& known : kExtensions) {
    if (known.name == extension) return contains(known.formats, " " + std::string(format) + " ");
  }
  return true;
}

}  // namespace biaoshen
