// A net that extractors/ocr/fold_models has rewritten says what it said before, and is smaller.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "extractors/ocr/onnx_model.h"

namespace fs = std::filesystem;

namespace biaoshen {
namespace {

// rec.onnx of tests/ocr/make_net beside the library that runs it.
struct MadeNet {
  fs::path folder;

  MadeNet() {
    std::string name = (fs::temp_directory_path() / "fold-models-XXXXXX").string();
    folder = ::mkdtemp(name.data());
    fs::create_symlink(BINARY_DIR "/models/libonnxruntime.so.1", folder / "libonnxruntime.so.1");
    REQUIRE(run(SOURCE_DIR "/tests/ocr/make_net") == 0);
  }
  ~MadeNet() { fs::remove_all(folder); }

  int run(const std::string& program) const {
    return std::system((program + " '" + folder.string() + "'").c_str());
  }
  // For a picture of noise, 12 high and 40 wide.
  std::vector<float> says() const {
    const auto net = OnnxModel::load(folder, "rec.onnx");
    REQUIRE(net != nullptr);
    std::vector<float> noise(3 * 12 * 40), said;
    for (std::size_t i = 0; i < noise.size(); ++i)
      noise[i] = std::sin(static_cast<float>(i * i % 997));
    REQUIRE(net->run(noise, {1, 3, 12, 40}, [&](std::span<const float> values, const auto&) {
      said.assign(values.begin(), values.end());
    }));
    return said;
  }
};

float largest(const std::vector<float>& values) {
  return std::abs(
      *std::ranges::max_element(values, {}, [](float value) { return std::abs(value); }));
}

}  // namespace

TEST_CASE("a folded net says the same with fewer steps, and folding again does nothing") {
  const MadeNet net;
  const std::vector<float> before = net.says();
  const auto size = fs::file_size(net.folder / "rec.onnx");
  REQUIRE(net.run(SOURCE_DIR "/extractors/ocr/fold_models") == 0);
  CHECK(fs::file_size(net.folder / "rec.onnx") < size);
  const std::vector<float> after = net.says();
  REQUIRE(after.size() == before.size());
  std::vector<float> apart;
  for (std::size_t i = 0; i < before.size(); ++i) apart.push_back(before[i] - after[i]);
  CHECK(largest(before) > 1);
  CHECK(largest(apart) < 1e-5f * largest(before));

  const auto folded = fs::last_write_time(net.folder / "rec.onnx");
  REQUIRE(net.run(SOURCE_DIR "/extractors/ocr/fold_models") == 0);
  CHECK(fs::last_write_time(net.folder / "rec.onnx") == folded);
}

}  // namespace biaoshen
