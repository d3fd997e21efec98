// A page on the wire, and what of a page from there is believed: ranges lie in the text and cut no
// character, boxes are boxes, cells lie in their table, and no page is more work than its bytes
// are. wire.h has the frames around it.
//
// Tested by tests/worker/wire_test.cpp.
#pragma once

#include <string>

#include "pipeline/contracts.h"
#include "wire.pb.h"

namespace biaoshen::wire {

// Clean, and no longer than `most` bytes; no character is cut.
std::string short_text(const std::string& untrusted, std::size_t most);

void put(const Page& page, pb::Page& out);

// False where anything of it is not believed.
bool page_from(const pb::Page& untrusted, const Limits& limits, Page& page);

}  // namespace biaoshen::wire
