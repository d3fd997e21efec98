// Claims about which lines on a reader's stderr say that a library had no memory.
#include <catch2/catch.hpp>

#include "extractors/worker/library_messages.h"

using namespace biaoshen;

namespace {

bool tells(std::initializer_list<std::string_view> pieces) {
  LibraryMessages messages;
  for (const std::string_view piece : pieces) messages.take(piece);
  return messages.ran_out_of_memory();
}

}  // namespace

TEST_CASE("libraries say at the start of a line that they had no memory") {
  CHECK(tells({"Out of memory\n"}));
  CHECK(tells({"Syntax Error: x\nBogus memory allocation size\n"}));
  CHECK(tells({"terminate called after throwing an instance of 'std::bad_alloc'\n"}));
  CHECK(tells({"Syntax Error\nOut of mem", "ory"}));
}

TEST_CASE("words that a library quotes, or that mean another thing, do not say so") {
  CHECK_FALSE(tells({"Syntax Error: Unknown font tag 'Out of memory'\n"}));
  CHECK_FALSE(tells({"Fontconfig error: out of memory\n"}));
  CHECK_FALSE(tells({"abc Out of memory\n"}));
  CHECK_FALSE(tells({"abc", "Out of memory\n"}));
  CHECK_FALSE(tells({"", "\n\n"}));
}

TEST_CASE("a flood is looked at to its end, and its beginning kept") {
  LibraryMessages messages;
  for (int i = 0; i < 10000; ++i) messages.take("Syntax Error: nothing to see here\n");
  messages.take(std::string(1 << 20, 'x'));
  CHECK_FALSE(messages.ran_out_of_memory());
  messages.take("\nOut of memory\n");
  CHECK(messages.ran_out_of_memory());
  CHECK(messages.first().starts_with("Syntax Error"));
  CHECK(messages.first().size() <= 4096);
}
