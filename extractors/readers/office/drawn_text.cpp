#include "extractors/readers/office/drawn_text.h"

#include <utility>

#include "extractors/readers/xml_stream.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostParts = 1000;
constexpr std::size_t kMostBytes = 64 << 10;  // of one part

class DrawnLines final : public XmlListener {
 public:
  std::vector<std::string> lines;

  void start(const XmlTag& tag) override {
    if (tag.name() == "strCache") in_names_ = true;
    takes_ = tag.is(Vocabulary::drawing, "t") || (in_names_ && tag.name() == "v");
  }
  void end(const XmlTag& tag) override {
    takes_ = false;
    if (tag.name() == "strCache") in_names_ = false;
    if (tag.is(Vocabulary::drawing, "p") || (in_names_ && tag.name() == "v")) end_line();
  }
  void text(std::string_view piece) override {
    if (!takes_ || bytes_ + piece.size() > kMostBytes) return;
    bytes_ += piece.size();
    line_ += piece;
  }

 private:
  void end_line() {
    std::string line = std::exchange(line_, {});
    if (!trim(line).empty()) lines.push_back(std::move(line));
  }

  std::string line_;
  std::size_t bytes_ = 0;
  bool takes_ = false, in_names_ = false;
};

}  // namespace

std::vector<std::string> DrawnText::lines(const Relations& relations, std::string_view id) {
  const Relation* part = relations.by_id(id);
  if (part == nullptr || !package_.has(part->target) || seen_.size() == kMostParts ||
      !seen_.insert(part->target).second) {
    return {};
  }
  DrawnLines listener;
  PartEnd end = read_xml(package_, part->target, listener);
  if (!end.is_complete()) end_ = std::move(end);
  return std::move(listener.lines);
}

}  // namespace biaoshen
