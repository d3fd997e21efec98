// A neural net on ONNX Runtime: numbers in, numbers out, on one thread, the same each time.
//
// The library is loaded by name at run time, so that the program starts without it; a program
// built without its headers has no models. It refuses nothing: whoever feeds a net bounds it.
// Tested by tests/ocr/onnx_model_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace biaoshen {

class OnnxModel {
 public:
  // Null where the library of this folder or the net cannot be loaded.
  static std::unique_ptr<OnnxModel> load(const std::filesystem::path& models,
                                         const std::string& name);
  ~OnnxModel();

  using Shape = std::vector<std::int64_t>;
  using Output = std::function<void(std::span<const float> values, const Shape& shape)>;
  // Nets of one input and one output. False where the net could not be run; `use` sees the
  // output while it is in memory.
  bool run(std::span<float> values, const Shape& shape, const Output& use);

 private:
  struct Session;
  explicit OnnxModel(std::unique_ptr<Session> session);
  std::unique_ptr<Session> session_;
};

}  // namespace biaoshen
