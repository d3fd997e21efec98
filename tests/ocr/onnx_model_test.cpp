#include "extractors/ocr/onnx_model.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

namespace biaoshen {

TEST_CASE("a net runs, and gives the same each time") {
  const auto net = OnnxModel::load(BINARY_DIR "/models", "rec.onnx");
  REQUIRE(net != nullptr);
  std::vector<float> values(3 * 48 * 64, 0.25f);
  std::vector<float> first, again;
  OnnxModel::Shape shape;
  REQUIRE(
      net->run(values, {1, 3, 48, 64}, [&](std::span<const float> out, const OnnxModel::Shape& of) {
        first.assign(out.begin(), out.end());
        shape = of;
      }));
  REQUIRE(shape == OnnxModel::Shape{1, 8, 6625});
  REQUIRE(
      net->run(values, {1, 3, 48, 64}, [&](std::span<const float> out, const OnnxModel::Shape&) {
        again.assign(out.begin(), out.end());
      }));
  CHECK(first == again);
}

TEST_CASE("what is not there or has the wrong shape is refused, not thrown") {
  CHECK(OnnxModel::load(BINARY_DIR "/models", "none.onnx") == nullptr);
  CHECK(OnnxModel::load(BINARY_DIR "/models", "keys.txt") == nullptr);
  const auto net = OnnxModel::load(BINARY_DIR "/models", "rec.onnx");
  REQUIRE(net != nullptr);
  std::vector<float> values(100, 0.0f);
  bool used = false;
  CHECK_FALSE(net->run(values, {1, 1, 10, 10}, [&](auto, auto&) { used = true; }));
  CHECK_FALSE(used);
}

TEST_CASE("the library keeps no log of its use and starts nothing beside the work") {
  namespace fs = std::filesystem;
  REQUIRE(OnnxModel::load(BINARY_DIR "/models", "rec.onnx") != nullptr);
  CHECK_FALSE(
      fs::exists(fs::temp_directory_path() / ("mat-debug-" + std::to_string(::getpid()) + ".log")));
  const auto threads = std::distance(fs::directory_iterator("/proc/self/task"), {});
  CHECK(threads == 1);
}

}  // namespace biaoshen
