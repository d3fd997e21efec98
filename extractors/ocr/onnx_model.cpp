#include "extractors/ocr/onnx_model.h"

#ifdef BIAOSHEN_ONNX
#define ORT_API_MANUAL_INIT
#include <dlfcn.h>
#include <onnxruntime_cxx_api.h>

#include <cstdlib>
#endif

namespace biaoshen {

#ifdef BIAOSHEN_ONNX

namespace {

// This build of the library keeps a log of its use and would send it away unless told not to,
// before it is loaded. Nothing leaves this machine, and nothing is written.
void forbid_telemetry() {
  ::setenv("ORT_DISABLE_TELEMETRY", "1", 1);
}

// The library's table of functions; null where it cannot be loaded or is too old. The first
// folder asked for holds for the process.
const OrtApi* onnx_api(const std::filesystem::path& models) {
  static const OrtApi* const kApi = [&]() -> const OrtApi* {
    forbid_telemetry();
    void* library =
        ::dlopen((models / "libonnxruntime.so.1").c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (library == nullptr) return nullptr;
    using Base = const OrtApiBase* (*)();
    const auto base = reinterpret_cast<Base>(::dlsym(library, "OrtGetApiBase"));
    const OrtApi* api = base != nullptr ? base()->GetApi(ORT_API_VERSION) : nullptr;
    if (api != nullptr) Ort::InitApi(api);
    return api;
  }();
  return kApi;
}

Ort::Env& environment() {
  static Ort::Env one(ORT_LOGGING_LEVEL_FATAL, "biaoshen");
  return one;
}

// Shapes differ from picture to picture: no memory plans are kept for them.
Ort::SessionOptions options() {
  Ort::SessionOptions one;
  one.SetIntraOpNumThreads(1);
  one.SetInterOpNumThreads(1);
  one.SetExecutionMode(ORT_SEQUENTIAL);
  one.AddConfigEntry("session.intra_op.allow_spinning", "0");
  one.AddConfigEntry("session.inter_op.allow_spinning", "0");
  one.DisableMemPattern();
  return one;
}

}  // namespace

struct OnnxModel::Session {
  Ort::Session session;
  std::string input, output;
};

std::unique_ptr<OnnxModel> OnnxModel::load(const std::filesystem::path& models,
                                           const std::string& name) {
  if (onnx_api(models) == nullptr) return nullptr;
  try {
    Ort::Session session(environment(), (models / name).c_str(), options());
    Ort::AllocatorWithDefaultOptions allocator;
    if (session.GetInputCount() != 1 || session.GetOutputCount() != 1) return nullptr;
    std::string input = session.GetInputNameAllocated(0, allocator).get();
    std::string output = session.GetOutputNameAllocated(0, allocator).get();
    return std::unique_ptr<OnnxModel>(new OnnxModel(std::make_unique<Session>(
        Session{std::move(session), std::move(input), std::move(output)})));
  } catch (const std::exception&) {
    return nullptr;
  }
}

bool OnnxModel::run(std::span<float> values, const Shape& shape, const Output& use) {
  try {
    const auto memory = Ort::MemoryInfo::CreateCpu(OrtDeviceAllocator, OrtMemTypeCPU);
    const Ort::Value input = Ort::Value::CreateTensor<float>(memory, values.data(), values.size(),
                                                             shape.data(), shape.size());
    const char* inputs[] = {session_->input.c_str()};
    const char* outputs[] = {session_->output.c_str()};
    const std::vector<Ort::Value> read =
        session_->session.Run(Ort::RunOptions(), inputs, &input, 1, outputs, 1);
    const Ort::TensorTypeAndShapeInfo info = read[0].GetTensorTypeAndShapeInfo();
    use({read[0].GetTensorData<float>(), info.GetElementCount()}, info.GetShape());
    return true;
  } catch (const Ort::Exception&) {
    return false;
  }
}

#else

struct OnnxModel::Session {};

std::unique_ptr<OnnxModel> OnnxModel::load(const std::filesystem::path&, const std::string&) {
  return nullptr;
}
bool OnnxModel::run(std::span<float>, const Shape&, const Output&) {
  return false;
}

#endif

OnnxModel::OnnxModel(std::unique_ptr<Session> session) : session_(std::move(session)) {}
OnnxModel::~OnnxModel() = default;

}  // namespace biaoshen
