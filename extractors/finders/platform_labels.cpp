#include "extractors/finders/platform_labels.h"

#include <algorithm>
#include <array>

#include "extractors/finders/firmness.h"
#include "extractors/numbers/number_grammar.h"

namespace biaoshen {
namespace {

struct FieldLabel {
  std::string_view label, field;  // an empty field: only ends the value before it
};
constexpr FieldLabel kFieldLabels[] = {
    {"标准状态", "status"},
    {"状态", "status"},
    {"标准编号", "number"},
    {"标准号", "number"},
    {"中文标题", "title"},
    {"中文标准名称", "title"},
    {"标准名称", "title"},
    {"英文标题", "title-en"},
    {"英文标准名称", "title-en"},
    {"团体名称", "organization"},
    {"发布单位", "organization"},
    {"批准发布部门", "organization"},
    {"登记证号", "registration"},
    {"发布日期", "published"},
    {"实施日期", "implemented"},
    {"公布日期", "disclosed"},
    {"废止日期", "abolished"},
    {"范围", "scope"},
    {"主要技术内容", "main-content"},
    {"是否包含专利信息", "patent"},
    {"标准详细信息", ""},
    {"团体详细信息", ""},
    {"起草人", ""},
    {"起草单位", ""},
    {"标准文本", ""},
    {"标准公告", ""},
};

LabelBook book_of(Spelling spelling) {
  std::array<std::string_view, std::size(kFieldLabels)> labels{};
  std::transform(std::begin(kFieldLabels), std::end(kFieldLabels), labels.begin(),
                 [](const FieldLabel& f) { return f.label; });
  return LabelBook(labels, spelling);
}

}  // namespace

const LabelBook& platform_book(const Page& piece) {
  static const LabelBook exact = book_of(Spelling::exact);
  static const LabelBook recognised = book_of(Spelling::recognised);
  return has_recognised_words(piece) ? recognised : exact;
}

std::string_view platform_field(std::size_t wanted) {
  return wanted < std::size(kFieldLabels) ? kFieldLabels[wanted].field : std::string_view();
}

std::string number_key(const Page& page, TextRange range) {
  const auto numbers =
      find_numbers(std::string_view(page.text).substr(range.first, range.second - range.first));
  return numbers.empty() ? "" : numbers.front().number.key;
}

std::optional<Box> box_of(const Page& page, std::size_t begin, std::size_t end) {
  const Place place = page.place_of(begin, end);
  const auto* on = std::get_if<OnPage>(&place);
  return on == nullptr ? std::nullopt : std::optional(on->box);
}

}  // namespace biaoshen
