// Claims about the words of a reader, kept.
#include "extractors/worker/transcript.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace biaoshen;

namespace {

std::vector<std::string> frames_in(std::string_view bytes) {
  std::vector<std::string> frames;
  Transcript::play(bytes, [&](std::string_view frame) {
    frames.emplace_back(frame);
    return frame != "last";
  });
  return frames;
}

bool holds(std::string_view bytes, const std::string& answer) {
  return Transcript::holds(
      bytes, [&](const std::string& key) { return key == "key" ? answer : std::string(); });
}

}  // namespace

TEST_CASE("frames come out as they went in, until one is not wanted") {
  Transcript transcript;
  for (const char* frame : {"first", "", "last", "after"}) transcript.add(frame);
  CHECK(holds(transcript.bytes(), ""));
  CHECK(frames_in(transcript.bytes()) == std::vector<std::string>{"first", "", "last"});
}

TEST_CASE("it holds where the same is answered now") {
  Transcript transcript;
  transcript.add("first");
  transcript.borrow("key", "what another said");
  transcript.add("last");
  CHECK(holds(transcript.bytes(), "what another said"));
  CHECK_FALSE(holds(transcript.bytes(), "what another says now"));
  CHECK_FALSE(holds(transcript.bytes(), ""));
  CHECK(frames_in(transcript.bytes()) == std::vector<std::string>{"first", "last"});
}

TEST_CASE("one that was cut anywhere but between two pieces does not hold") {
  Transcript transcript;
  transcript.add("first");
  const std::size_t between = transcript.bytes().size();
  transcript.borrow("key", "answer");
  const std::string& whole = transcript.bytes();
  for (std::size_t length = 1; length < whole.size(); ++length)
    CHECK(holds(whole.substr(0, length), "answer") == (length == between));
  CHECK_FALSE(holds("X" + whole, "answer"));
}

TEST_CASE("one that grows too long is given up") {
  Transcript transcript;
  const std::string frame(1 << 20, 'x');
  for (int i = 0; i < 60; ++i) transcript.add(frame);
  CHECK(transcript.bytes().empty());
  transcript.add("last");
  CHECK(transcript.bytes().empty());
}
