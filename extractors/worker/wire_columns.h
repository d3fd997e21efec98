// What a page has by the thousand, in columns: words, lines, cells of tables. Messages of their own
// would take ten times the memory on both sides of the pipe. And the checks that all of a page
// shares. wire_page.h has the page.
//
// Tested by tests/worker/wire_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/model/document.h"
#include "wire.pb.h"

namespace biaoshen::wire {

// Of all grids of a page together, since they are gone through row by row; of one worksheet at most
// 2^20.
constexpr std::uint32_t kMostRows = 1u << 21;

// Where in a text: inside it, in order, and not in the middle of a character.
bool is_range(const std::string& text, std::uint32_t begin, std::uint32_t end);
bool is_sane(const Box& box);

// Text that all lines of a page, or all cells or images, may hold together. They lie beside one
// another; where each were the whole page, going through them would never end.
std::uint64_t most_text_of_parts(const std::string& text);

Box box_from(const pb::Box& box);
void put(const Box& box, pb::Box& out);
void put(const std::vector<Word>& words, pb::Words& out);
void put(const std::vector<Line>& lines, pb::Lines& out);
void put(const Grid& grid, pb::Grid& out);

// False where anything is not believed; ranges are of `text`, lines of `words` words.
bool words_from(const pb::Words& untrusted, const std::string& text, std::vector<Word>& words);
bool lines_from(const pb::Lines& untrusted, const std::string& text, std::size_t words,
                std::vector<Line>& lines);
bool grid_from(const pb::Grid& untrusted, const std::string& text, Grid& grid);

}  // namespace biaoshen::wire
