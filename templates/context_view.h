// What stands around a quote of which there is no picture: the paragraphs before and after it,
// or the rows of its table, with the quoted words marked. Running text and worksheets have no
// geometry to draw, and a reviewer wants to see them in their place all the same.
//
// Verbatim but for masking; what is long is cut at its far ends, never within the quote's reach.
// It refuses to guess: where the words are not found at the quote's place there is no context.
//
// Tested by tests/templates/context_view_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/model/fact.h"
#include "pipeline/model/presentation.h"

namespace biaoshen {

struct ContextCell {
  std::string before, marked, after;
  bool is_marked = false;  // also where the quote is an empty cell
  std::size_t columns = 1;
};
struct ContextRow {
  bool is_quoted = false;
  bool is_apart = false;  // something between it and the row above is left out
  std::vector<ContextCell> cells;
};
struct ContextView {
  bool is_table = false;         // else each row is a paragraph: one cell
  std::vector<ContextRow> rows;  // empty: no context
};

// Bytes [first, second) of page.text that the quote was cut from; empty where they are not found.
std::pair<std::size_t, std::size_t> range_of(const Quote& quote, const Page& page);

// Columns of a wide table that are shown: those around the first quote.
inline constexpr std::uint32_t kContextColumns = 8;

// The table of the page that the quote stands in; null where it stands in none.
const Grid* table_of(const Quote& quote, const Page& page);

// One quote with the rows around it, or the rows of several quotes of one table.
ContextView table_view(std::span<const Quote* const> quotes, const Grid& grid, const Page& page,
                       PersonalData data);
ContextView paragraph_view(const Quote& quote, const Page& page, PersonalData data);

}  // namespace biaoshen
