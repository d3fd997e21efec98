#include "extractors/readers/pictures/recognise_once.h"

#include <leptonica/allheaders.h>

#include <map>

#include "extractors/ocr/recognise.h"
#include "pipeline/base/sha256.h"

namespace biaoshen {
namespace {

// What this process recognised lately; a logo on every page is the usual case.
class OwnMemory final : public PictureMemory {
 public:
  std::optional<RecognisedPicture> recall(const std::string& key) override {
    const auto found = known_.find(key);
    if (found == known_.end()) return std::nullopt;
    return found->second;
  }
  void remember(const std::string& key, const RecognisedPicture& recognised) override {
    constexpr std::size_t kMost = 64;
    if (known_.size() < kMost) known_.emplace(key, recognised);
  }

 private:
  std::map<std::string, RecognisedPicture> known_;
};

PictureMemory*& memory() {
  static OwnMemory own;
  static PictureMemory* used = &own;
  return used;
}

}  // namespace

void use_memory(PictureMemory& given) {
  memory() = &given;
}

std::string key_of(const Pix& picture) {
  Pix* pix = const_cast<Pix*>(&picture);  // Leptonica's getters take no const
  const auto words =
      static_cast<std::size_t>(pixGetWpl(pix)) * static_cast<std::size_t>(pixGetHeight(pix));
  const std::string_view pixels(reinterpret_cast<const char*>(pixGetData(pix)), words * 4);
  return std::to_string(pixGetWidth(pix)) + "x" + std::to_string(pixGetHeight(pix)) + "x" +
         std::to_string(pixGetDepth(pix)) + ":" + sha256(pixels);
}

RecognisedPicture recognise_once(const Pix& picture) {
  static const std::string engines = sha256(recogniser().stamp()).substr(0, 16);
  const std::string key = key_of(picture) + "@" + engines;
  if (auto known = memory()->recall(key)) return *std::move(known);
  RecognisedPicture recognised = recogniser().read(picture);
  if (!recognised.engines.empty()) memory()->remember(key, recognised);
  return recognised;
}

}  // namespace biaoshen
