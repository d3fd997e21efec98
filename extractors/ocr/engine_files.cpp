#include "extractors/ocr/engine_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <system_error>
#include <vector>

#include "extractors/ocr/tesseract_reader.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& models) {
  std::vector<fs::path> files;
  for (const char* name : {"libonnxruntime.so.1", "det.onnx", "rec.onnx", "keys.txt"})
    files.push_back(models / name);
  return files;
}

// Where Debian puts the data of Tesseract's versions.
std::vector<fs::path> tesseract_files() {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator version("/usr/share/tesseract-ocr", error);
       !error && version != fs::directory_iterator(); version.increment(error))
    for (const char* name : {"HanS.traineddata", "script/HanS.traineddata"})
      files.push_back(version->path() / "tessdata" / name);
  std::sort(files.begin(), files.end());
  return files;
}

std::string stamp_of(const fs::path& file) {
  struct stat about {};
  if (::stat(file.c_str(), &about) != 0) return "-\n";
  return std::to_string(about.st_size) + " " + std::to_string(about.st_mtim.tv_sec) + "." +
         std::to_string(about.st_mtim.tv_nsec) + "\n";
}

}  // namespace

bool has_models(const fs::path& models) {
  const std::vector<fs::path> files = files_in(models);
  return std::all_of(files.begin(), files.end(), [](const fs::path& file) {
    std::error_code error;
    return fs::is_regular_file(file, error);
  });
}

std::string engine_stamp(const fs::path& models) {
  std::string stamp = TesseractReader::name() + "\n";
  for (const fs::path& file : files_in(models)) stamp += stamp_of(file);
  for (const fs::path& file : tesseract_files()) stamp += file.string() + " " + stamp_of(file);
  return stamp;
}

}  // namespace biaoshen
