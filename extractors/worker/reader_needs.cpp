#include "extractors/worker/reader_needs.h"

#include <system_error>

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

struct Need {
  const char* path;  // a folder with all that is in it, or a file
  const char* why;   // for who reads this: what stops working without it
};

constexpr Need kNeeds[] = {
    {"/usr/lib", "libraries loaded when needed: Tesseract, libheif, ONNX Runtime's own, iconv's"},
    {"/usr/local/lib", "the same, built on the machine"},
    {"/etc/ld.so.cache", "where the loader finds them"},
    {"/usr/share/poppler", "character maps: without them most Chinese PDFs have no text"},
    {"/usr/share/tesseract-ocr", "the data of the second reader of pictures"},
    {"/usr/share/fonts", "fonts for what a PDF names and does not bring"},
    {"/usr/local/share/fonts", "the same"},
    {"/etc/fonts", "which font stands for which"},
    {"/usr/share/fontconfig", "what the links in /etc/fonts lead to"},
    {"/var/cache/fontconfig", "what is in the fonts, so that not each is opened"},
    {"/proc/cpuinfo", "which instructions the processor has, for ONNX Runtime"},
    {"/sys/devices/system/cpu", "the same"},
    {"/etc/ssl/openssl.cnf", "read by the library of hashes and decryption when it starts"},
};

}  // namespace

std::vector<fs::path> reader_needs(const fs::path& models) {
  std::vector<fs::path> needed;
  for (const Need& need : kNeeds) needed.emplace_back(need.path);
  std::error_code error;
  for (fs::directory_iterator entry(models, error); !error && entry != fs::directory_iterator();
       entry.increment(error))
    needed.push_back(entry->path());
  return needed;
}

}  // namespace biaoshen
