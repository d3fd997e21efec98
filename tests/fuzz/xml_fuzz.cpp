// A part of an Office file. Its tags and text are the same however its bytes are cut, and a
// worksheet reads the same however the parser cuts its text.
#include "extractors/readers/xml_stream.h"
#include "tests/fuzz/fuzz_target.h"

namespace biaoshen {

using fuzz::require;

namespace {

// What is heard, as one line a tag; pieces of text that follow one another are one.
class Hearing final : public XmlListener {
 public:
  void start(const XmlTag& tag) override {
    heard += "\n<" + std::string(tag.name()) + ' ' + tag.value("val").value_or("-") + '\n';
  }
  void end(const XmlTag& tag) override { heard += "\n>" + std::string(tag.name()) + '\n'; }
  void text(std::string_view piece) override { heard += piece; }
  std::string heard;
};

struct Heard {
  std::string heard, kind;
};

Heard hear(std::string_view bytes, std::size_t size) {
  Hearing hearing;
  const XmlPieces pieces = [&](const std::function<bool(std::string_view)>& take) {
    for (std::size_t at = 0; at < bytes.size(); at += size) {
      if (!take(bytes.substr(at, size))) break;
    }
    return PartEnd{};
  };
  const PartEnd end = read_xml(pieces, "part", hearing);
  return {hearing.heard, end.kind};
}

}  // namespace

FUZZ_TARGET(xml) {
  const Heard whole = hear(bytes, 16 << 10);
  for (const std::size_t size : {std::size_t{1}, std::size_t{7}, std::size_t{100}}) {
    const Heard cut = hear(bytes, size);
    require(cut.kind == whole.kind, "how bytes are cut does not change how a part ends");
    // What came before an error may differ in how far the parser was.
    if (whole.kind.empty()) require(cut.heard == whole.heard, "nor what it says");
  }
}

}  // namespace biaoshen
