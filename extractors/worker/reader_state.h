// In what state what reads files is on this machine: the reader itself, and what it may open
// besides the file (reader_needs): its models, libraries, fonts, character maps. In another state
// it might say something else, so what it said is kept for this one. By sizes and times of change,
// not by contents: asked at every start.
//
// Of folders the time that their own entries changed. Libraries in a folder's folders are seen by
// the loader's list of them (ld.so.cache), which is written anew whenever a package brings one.
// What the kernel makes up (/proc, /sys) has no state.
//
// Tested by tests/worker/reader_state_test.cpp.
#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace biaoshen {

// `program`: biaoshen-reader. Short, and the same for the same state.
std::string reader_state(const std::filesystem::path& program);
// What it is made of.
std::string state_of(std::span<const std::filesystem::path> paths);

}  // namespace biaoshen
