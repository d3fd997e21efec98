// What the benchmark of recognition times: pictures through the Recogniser, one JSON line each
// with processor seconds, peak memory and every line that was read.
#include <leptonica/allheaders.h>
#include <sys/resource.h>

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "extractors/ocr/recognise.h"
#include "extractors/readers/keep_memory.h"

namespace {

using namespace biaoshen;
using Json = nlohmann::ordered_json;

rusage usage() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return used;
}

double processor_seconds() {
  const rusage used = usage();
  return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
         1e-6 * static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

PixPtr picture_of(const char* path) {
  const PixPtr read(pixRead(path));
  if (read == nullptr) return nullptr;
  const PixPtr plain(pixRemoveColormap(read.get(), REMOVE_CMAP_BASED_ON_SRC));
  const PixPtr opaque(pixRemoveAlpha(plain.get()));
  const int depth = pixGetDepth(opaque.get());
  return PixPtr(depth == 32 ? pixClone(opaque.get()) : pixConvertTo8(opaque.get(), 0));
}

Json json_of(const RecognisedLine& line) {
  Json out = {{"text", text_of(line)},
              {"confidence", line.confidence},
              {"box", {line.box.left, line.box.top, line.box.right, line.box.bottom}}};
  if (line.second) out["second"] = *line.second;
  return out;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "usage: bench-ocr MODELS PICTURE...\n";
    return 2;
  }
  keep_memory();  // as the reader does
  Recogniser reader(arguments[1]);
  for (int i = 2; i < count; ++i) {
    const PixPtr picture = picture_of(arguments[i]);
    if (picture == nullptr) {
      std::cerr << "bench-ocr: cannot read " << arguments[i] << "\n";
      return 3;
    }
    const double before = processor_seconds();
    const RecognisedPicture read = reader.read(*picture);
    Json out = {{"file", arguments[i]},
                {"seconds", processor_seconds() - before},
                {"peak_mib", usage().ru_maxrss / 1024},
                {"quarter_turns", read.quarter_turns},
                {"seals", read.seals.size()},
                {"lines", Json::array()}};
    for (const RecognisedLine& line : read.lines) out["lines"].push_back(json_of(line));
    for (const RecognisedSeal& seal : read.seals) out["seal_names"].push_back(seal.name);
    std::cout << out.dump() << "\n";
  }
  return 0;
}
