// Claims about what is known of the engines without loading them.
#include "extractors/ocr/engine_files.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "extractors/ocr/recognise.h"

namespace fs = std::filesystem;

namespace biaoshen {
namespace {

constexpr const char* kNames[] = {"libonnxruntime.so.1", "det.onnx", "rec.onnx", "keys.txt"};

class Models {
 public:
  Models() : path_(fs::temp_directory_path() / ("biaoshen-models-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
    for (const char* name : kNames) write(name, "x");
  }
  ~Models() { fs::remove_all(path_); }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("models are there when all of their files are") {
  for (const char* lacking : kNames) {
    const Models models;
    CHECK(has_models(models.path()));
    fs::remove(models.path() / lacking);
    CHECK_FALSE(has_models(models.path()));
  }
}

TEST_CASE("the stamp is another one once a file of an engine is another one") {
  const Models models;
  const std::string before = engine_stamp(models.path());
  CHECK(engine_stamp(models.path()) == before);
  models.write("rec.onnx", "longer");
  const std::string exchanged = engine_stamp(models.path());
  CHECK(exchanged != before);
  fs::remove(models.path() / "rec.onnx");
  CHECK(engine_stamp(models.path()) != before);
  CHECK(engine_stamp(models.path()) != exchanged);
}

TEST_CASE("a recogniser whose models are there can read, and loads nothing to say so") {
  const Models models;  // which nothing could load
  CHECK(Recogniser(models.path()).is_able());
}

}  // namespace biaoshen
