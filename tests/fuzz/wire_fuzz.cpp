// Frames of a reader that lies, and orders. What is accepted is the same after another journey, and
// quotes can be cut from a page that was accepted, wherever its words are.
#include "extractors/finders/quote.h"
#include "extractors/worker/wire.h"
#include "pipeline/base/text.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/sound_sink.h"

namespace biaoshen {

using fuzz::require;

namespace {

void check_quotes(const Page& page) {
  File file;
  file.id = "f01";
  for (const Line& line : page.lines) {
    page.line_text(line);
    const Quote quote = quote_of(file, page, line.begin, line.end);
    require(contains(page.text, quote.text), "a quote stands on its page");
  }
  for (const Grid& grid : page.grids) {
    for (const GridCell& cell : grid.cells) {
      require(contains(page.cell_text(cell), quote_of(file, page, cell.begin, cell.end).text),
              "a quote stands in its cell");
      require(grid.at(cell.row, cell.column) != nullptr, "a cell is where it says");
    }
  }
}

}  // namespace

FUZZ_TARGET(wire) {
  const Limits limits = fuzz::small_limits();
  wire::Frame frame, back;
  if (wire::decode(bytes, limits, frame)) {
    const std::string once = wire::encode(frame);
    require(wire::decode(std::string_view(once).substr(4), limits, back),
            "what was accepted is accepted again");
    require(wire::encode(back) == once, "what was accepted stays the same");
    if (const auto* page = std::get_if<Page>(&frame)) check_quotes(*page);
  }
  wire::Order order, order_back;
  if (wire::decode(bytes, order))
    require(wire::decode(std::string_view(wire::encode(order)).substr(4), order_back),
            "an order is an order again");
}

}  // namespace biaoshen
