// The wire between biaoshen-reader, which opens what outsiders sent, and biaoshen,
// which believes nothing it says.
//
//   stream := order confined frame* — the order goes to the reader, frames come back
//   order  := length:u32 Order      (wire.proto)
//   frame  := length:u32 Frame      (wire.proto), the first one is `confined`, the last `done`
//   answer := length:u32 Answer     (wire.proto), to the reader, one for each `ask`
//
// Lengths are little-endian. Not a frame: a length above kMaxFrame; the receiver
// stops there, it does not skip ahead and hope. Every number that points into a
// text is checked before it becomes part of a Document; text becomes valid UTF-8
// without control characters. What fails a check is left out and counted.
//
// Tested by tests/worker/wire_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "extractors/sandbox/sandbox.h"
#include "pipeline/contracts.h"

namespace biaoshen::wire {

constexpr std::uint32_t kMaxFrame = 64u << 20;

struct Order {
  std::string name;  // the name the applicant gave
  Limits limits;
  std::vector<CropRequest> crops;  // empty: read
  bool must_be_confined = false;   // else nothing is opened
};
// The first frame of every reader, sent before it looks at the file: what confines it. Nobody
// believes one that comes later.
struct Confined {
  SandboxLayers layers;
};
struct Format {
  std::string name;
};
struct PageCount {
  std::uint32_t pages;
};
struct Engine {
  std::string name;
};
// Has a reader of this dossier met these pixels? The reader waits for the answer.
struct Ask {
  std::string key;
};
struct Learned {
  std::string key;
  std::string recognised;  // opaque bytes
};
struct MemberBegin {
  std::string path;
};
struct MemberBytes {
  std::string piece;
};
struct MemberEnd {
  FileStatus status = FileStatus::read;
  std::vector<Problem> problems;
};
struct Done {};
using Frame = std::variant<Format, PageCount, Page, Problem, FileStatus, Crop, Engine, Ask, Learned,
                           MemberBegin, MemberBytes, MemberEnd, Confined, Done>;

// Control characters that a file may carry become blanks of the same length, so that every range
// into the text stays true. The receiver accepts nothing else.
void blank_controls(Page& page);

// With the length in front.
std::string encode(const Order& order);
std::string encode(const Frame& frame);

std::string encode_answer(std::string_view recognised);
bool decode_answer(std::string_view answer, std::string& recognised);

// One message without its length; false where it is not one or breaks a limit.
bool decode(std::string_view untrusted, Order& order);
bool decode(std::string_view untrusted, const Limits& limits, Frame& frame);

std::uint32_t decode_length(const unsigned char* four_bytes);

}  // namespace biaoshen::wire
