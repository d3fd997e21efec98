#include "extractors/finders/platform_page.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "extractors/finders/free_lines.h"
#include "extractors/finders/platform_signs.h"
#include "extractors/numbers/number_grammar.h"

namespace biaoshen {
namespace {

constexpr int kEnoughForDetail = 6;
constexpr int kEnoughToBegin = 2;      // of the first page of a print-out
constexpr std::size_t kMostPages = 6;  // of one print-out

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
    {"团体名称", "organization"},
    {"发布单位", "organization"},
    {"批准发布部门", "organization"},
    {"发布日期", "published"},
    {"实施日期", "implemented"},
    {"公布日期", "disclosed"},
    {"范围", "scope"},
    {"主要技术内容", "main-content"},
    {"是否包含专利信息", "patent"},
    {"标准详细信息", ""},
    {"团体详细信息", ""},
    {"英文标题", ""},
    {"起草人", ""},
    {"起草单位", ""},
    {"标准文本", ""},
    {"标准公告", ""},
};

const LabelBook& platform_book() {
  static const LabelBook book = [] {
    std::array<std::string_view, std::size(kFieldLabels)> labels{};
    std::transform(std::begin(kFieldLabels), std::end(kFieldLabels), labels.begin(),
                   [](const FieldLabel& f) { return f.label; });
    return LabelBook(labels);
  }();
  return book;
}

using Fields = std::map<std::string, PlatformField, std::less<>>;

// A filled reading wins over an empty one, the first over later ones.
void add(Fields& fields, std::string_view name, const PlatformField& field) {
  const auto [place, is_new] = fields.try_emplace(std::string(name), field);
  if (!is_new && place->second.field.is_empty()) place->second = field;
}

// *由<团体名称>于2018-5-17 17:13:18在团体标准信息平台公布
void add_disclosure(Fields& fields, const Page& page, const Glyphs& glyphs) {
  constexpr std::size_t kLongestName = 80;
  const std::u32string_view words = U"在团体标准信息平台公布";
  const std::size_t end = find_in(glyphs, words);
  if (end == kNowhere) return;
  const std::size_t begin = end > kLongestName ? end - kLongestName : 0;
  std::size_t on = end, by = end;
  while (on > begin && glyphs[on].c != U'于') --on;
  for (by = on; by > begin && glyphs[by].c != U'由';) --by;
  const auto field = [&](std::size_t first, std::size_t last) {
    Field found;
    found.label_begin = glyphs[end].begin;
    found.label_end = glyphs[end + words.size() - 1].end;
    found.value_begin = glyphs[first].begin;
    found.value_end = glyphs[last - 1].end;
    return PlatformField{&page, found};
  };
  if (glyphs[on].c != U'于' || on + 1 >= end) return;
  add(fields, "disclosed", field(on + 1, end));
  if (glyphs[by].c == U'由' && by + 1 < on) add(fields, "organization", field(by + 1, on));
}

constexpr std::u32string_view kStatuses[] = {U"现行", U"废止", U"即将实施", U"被代替",
                                             U"作废", U"有效", U"未实施",   U"已修订"};

bool begins_with_status(const Glyphs& glyphs) {
  return std::any_of(std::begin(kStatuses), std::end(kStatuses),
                     [&](auto word) { return stands_at(glyphs, 0, word); });
}

// On std.samr.gov.cn 标准状态 heads a row of dates, and the status is a badge: a line
// of its own. On the list it is a filter: 所有 现行 废止.
void mend_status(Fields& fields, const Page& page) {
  const auto status = fields.find("status");
  if (status == fields.end() || status->second.field.is_empty()) return;
  Field& field = status->second.field;
  if (begins_with_status(glyphs_of(page, field.value_begin, field.value_end))) return;
  for (const TextRange& line : free_lines(page)) {
    const Glyphs glyphs = glyphs_of(page, line.first, line.second);
    if (glyphs.empty() || glyphs.size() > 4 || !begins_with_status(glyphs)) continue;
    field.value_begin = glyphs.front().begin;
    field.value_end = glyphs.back().end;
    return;
  }
  fields.erase(status);
}

struct PrintedPage {
  const Page* page = nullptr;
  Glyphs glyphs;
  PlatformSigns signs;
  Fields fields;

  bool has_number() const {
    const auto number = fields.find("number");
    return number != fields.end() && !find_numbers(number->second.print()).empty();
  }
};

PrintedPage printed_page(const Page& page) {
  PrintedPage printed{&page, glyphs_of(page, 0, page.text.size()), {}, {}};
  printed.signs = platform_signs(printed.glyphs);
  if (printed.signs.platform == Platform::none && !printed.signs.list) {
    return {&page, {}, {}, {}};  // most pages of a long standard: nothing to keep
  }
  for (const Field& field : find_fields(page, platform_book())) {
    const FieldLabel& label = kFieldLabels[field.wanted];
    if (!label.field.empty()) add(printed.fields, label.field, {&page, field});
  }
  mend_status(printed.fields, page);
  add_disclosure(printed.fields, page, printed.glyphs);
  return printed;
}

// All signs of a print-out together; each counts once, however many pages repeat it.
PlatformSigns signs_of(std::span<const PrintedPage> run) {
  Glyphs glyphs;
  for (const PrintedPage& printed : run) {
    const std::size_t first = glyphs.size();
    glyphs.insert(glyphs.end(), printed.glyphs.begin(), printed.glyphs.end());
    if (glyphs.size() > first) glyphs[first].gap = Gap::line;
  }
  return platform_signs(glyphs);
}

// How many pages from `pages[0]` on make one print-out.
std::size_t length_of_run(std::span<const PrintedPage> pages) {
  bool number = pages[0].has_number();
  std::size_t length = 1;
  for (; length < std::min(pages.size(), kMostPages); ++length) {
    const PrintedPage& next = pages[length];
    if (next.signs.platform != pages[0].signs.platform || (number && next.has_number())) break;
    number = number || next.has_number();
  }
  return length;
}

// The heaviest sign of the first page that has one.
void set_cue(PlatformPage& found, std::span<const PrintedPage> run) {
  for (const PrintedPage& printed : run) {
    if (printed.signs.cue_end == 0) continue;
    found.cue_page = printed.page;
    found.cue_begin = printed.glyphs[printed.signs.cue_begin].begin;
    found.cue_end = printed.glyphs[printed.signs.cue_end - 1].end;
    return;
  }
}

std::optional<PlatformPage> platform_page(std::span<const PrintedPage> run) {
  const PlatformSigns signs = run.size() == 1 ? run[0].signs : signs_of(run);
  const bool number =
      std::any_of(run.begin(), run.end(), [](const auto& p) { return p.has_number(); });
  const bool detail = signs.weight >= kEnoughForDetail && signs.strong && number;
  if (!detail && (!run[0].signs.list || run[0].signs.foreign)) return std::nullopt;
  PlatformPage found;
  found.platform = name_of(signs.platform == Platform::none ? Platform::other : signs.platform);
  found.view = detail && !signs.list ? "detail" : run[0].signs.list ? "list" : "detail";
  found.page = run[0].page->number;
  found.weight = signs.weight;
  for (const PrintedPage& printed : run) {
    for (const auto& [name, field] : printed.fields) {
      const bool filter = found.view == "list" && field.field.is_empty();  // a box to search by
      if (!filter) add(found.fields, name, field);
    }
  }
  set_cue(found, run);
  return found;
}

}  // namespace

std::string_view PlatformField::print() const {
  return std::string_view(page->text)
      .substr(field.value_begin, field.value_end - field.value_begin);
}

std::vector<PlatformPage> find_platform_pages(const Document& document, std::uint32_t first,
                                              std::uint32_t last) {
  std::vector<PrintedPage> pages;
  for (const Page& page : document.pages) {
    const bool may_continue = page.number > last && page.number - last < kMostPages;
    if (page.number >= first && (page.number <= last || may_continue))
      pages.push_back(printed_page(page));
  }
  std::vector<PlatformPage> found;
  const std::span<const PrintedPage> all = pages;
  for (std::size_t i = 0; i < pages.size() && pages[i].page->number <= last;) {
    const PlatformSigns& signs = pages[i].signs;
    const bool begins =
        signs.list || (signs.platform != Platform::none && signs.weight >= kEnoughToBegin);
    const std::size_t length = begins ? length_of_run(all.subspan(i)) : 1;
    const auto page = begins ? platform_page(all.subspan(i, length)) : std::nullopt;
    if (page) found.push_back(*page);
    i += page ? length : 1;
  }
  return found;
}

}  // namespace biaoshen
