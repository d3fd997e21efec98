// Recognised pictures, as another reader or a file of the cache says they are. What is accepted is
// the same after another journey, and becomes a page that the wire takes.
#include "extractors/readers/pictures/picture_page.h"
#include "extractors/worker/recognition_wire.h"
#include "extractors/worker/wire.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/sound_sink.h"

namespace biaoshen {

using fuzz::require;

namespace {

void check_page(Page page, const Limits& limits) {
  wire::blank_controls(page);
  wire::Frame back;
  require(wire::decode(std::string_view(wire::encode(wire::Frame(page))).substr(4), limits, back),
          "the wire takes the page of a picture");
}

}  // namespace

FUZZ_TARGET(recognition) {
  const auto recognised = wire::decode_recognised(bytes);
  if (!recognised) return;
  const std::string once = wire::encode(*recognised);
  const auto back = wire::decode_recognised(once);
  require(back.has_value(), "what was accepted is accepted again");
  require(wire::encode(*back) == once, "what was accepted stays the same");

  Page scan;
  scan.width = 595, scan.height = 842;
  put_as_page(*recognised, 1654, 2339, scan);
  check_page(scan, fuzz::small_limits());
  Page flow;
  flow.text = "图\n", flow.words = {{0, 3, InFlow{1}}}, flow.lines = {{0, 1, 0, 3}};
  flow.images.push_back({{}, 640, 480, "png"});
  append_image(*recognised, 0, nullptr, flow);
  check_page(flow, fuzz::small_limits());
}

}  // namespace biaoshen
