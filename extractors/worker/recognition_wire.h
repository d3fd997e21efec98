// A recognised picture as bytes and back, for the client to keep between readers. Bytes come
// from another reader of the same dossier, which an outsider's file may have taken over:
// what does not decode within limits is as if it were not known.
//
// Tested by tests/worker/recognition_wire_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractors/ocr/recognised.h"

namespace biaoshen::wire {

std::string encode(const RecognisedPicture& recognised);
std::optional<RecognisedPicture> decode_recognised(std::string_view untrusted);

}  // namespace biaoshen::wire
