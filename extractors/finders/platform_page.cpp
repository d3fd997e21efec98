#include "extractors/finders/platform_page.h"

#include <algorithm>
#include <span>
#include <utility>

#include "extractors/finders/firmness.h"
#include "extractors/finders/page_regions.h"
#include "extractors/finders/platform_signs.h"
#include "extractors/numbers/look_alikes.h"
#include "extractors/numbers/number_grammar.h"

namespace biaoshen {
namespace {

constexpr int kEnoughForDetail = 6;
constexpr int kEnoughWithoutNumber = 8;  // the number's print could not be read
constexpr int kEnoughToBegin = 2;        // of the first page of a print-out
constexpr std::size_t kMostPages = 6;    // of one print-out

// One record on a page or in a picture, with what speaks for the platform there.
struct Print {
  const Page* page = nullptr;
  std::optional<std::size_t> image;
  Spelling spelling = Spelling::exact;
  Glyphs glyphs;
  PlatformSigns signs;
  PlatformFields fields;
  std::vector<PlatformFields> rows;  // of a list

  bool is_filled(std::string_view name) const {
    const auto field = fields.find(name);
    return field != fields.end() && !field->second.print().empty();
  }
  bool has_number() const {
    const auto number = fields.find("number");
    if (number == fields.end()) return false;
    const std::string_view print = number->second.print();
    return !find_numbers(print).empty() || repair_look_alikes(print);
  }
  bool speaks() const { return signs.platform != Platform::none || signs.list; }
  bool begins() const {
    return signs.list || (signs.platform != Platform::none && signs.weight >= kEnoughToBegin);
  }
};

std::vector<Print> prints_of(const PageRegion& region, const Page& piece) {
  const Spelling spelling = has_recognised_words(piece) ? Spelling::recognised : Spelling::exact;
  Print whole{region.page, region.image, spelling, glyphs_of(piece, 0, piece.text.size()),
              {},          {},           {}};
  whole.signs = platform_signs(whole.glyphs, spelling);
  // Most pages of a long standard: nothing to keep.
  if (!whole.speaks()) return {{region.page, region.image, spelling, {}, {}, {}, {}}};
  std::vector<PlatformRecord> records = platform_records(piece, *region.page);
  if (whole.signs.list) whole.rows = platform_rows(piece, *region.page);
  if (whole.signs.list || records.size() == 1) {
    whole.fields = std::move(records.front().fields);
    return {std::move(whole)};
  }
  std::vector<Print> prints;
  for (PlatformRecord& record : records) {
    Print print{region.page, region.image, spelling, glyphs_of(piece, record.begin, record.end),
                {},          {},           {}};
    print.signs = platform_signs(print.glyphs, spelling);
    print.fields = std::move(record.fields);
    prints.push_back(std::move(print));
  }
  return prints;
}

void add_prints(const Page& page, std::vector<Print>& prints) {
  const std::vector<PageRegion> regions = regions_of(page);
  for (const PageRegion& region : regions) {
    std::vector<Print> found =
        region.is_whole ? prints_of(region, page) : prints_of(region, piece_of(region));
    for (Print& print : found)
      if (regions.size() == 1 || print.speaks()) prints.push_back(std::move(print));
  }
}

// All signs of a print-out together; each counts once, however many pages repeat it.
PlatformSigns signs_of(std::span<const Print> run) {
  Glyphs glyphs;
  for (const Print& print : run) {
    const std::size_t first = glyphs.size();
    glyphs.insert(glyphs.end(), print.glyphs.begin(), print.glyphs.end());
    if (glyphs.size() > first) glyphs[first].gap = Gap::line;
  }
  return platform_signs(glyphs, run.front().spelling);
}

bool share_a_field(std::span<const Print> run, const Print& next) {
  return std::any_of(run.begin(), run.end(), [&](const Print& print) {
    return std::any_of(next.fields.begin(), next.fields.end(), [&](const auto& field) {
      return !field.second.print().empty() && print.is_filled(field.first);
    });
  });
}

// How many prints from `prints[0]` on make one print-out. A picture goes on with the one
// before it only where it repeats nothing: the lower half of a screenshot, never another one.
std::size_t length_of_run(std::span<const Print> prints) {
  bool number = prints[0].has_number();
  std::size_t length = 1;
  for (; length < std::min(prints.size(), kMostPages); ++length) {
    const Print& next = prints[length];
    if (next.signs.platform != prints[0].signs.platform || (number && next.has_number())) break;
    const bool pictures = next.image || prints[0].image || next.page == prints[0].page ||
                          next.spelling == Spelling::recognised;
    if (pictures && share_a_field(prints.first(length), next)) break;
    number = number || next.has_number();
  }
  return length;
}

// The heaviest sign of the first page that has one.
void set_cue(PlatformPage& found, std::span<const Print> run) {
  for (const Print& print : run) {
    if (print.signs.cue_end == 0) continue;
    found.cue_page = print.page;
    found.cue_begin = print.glyphs[print.signs.cue_begin].begin;
    found.cue_end = print.glyphs[print.signs.cue_end - 1].end;
    return;
  }
}

bool is_detail(std::span<const Print> run, const PlatformSigns& signs) {
  if (!signs.strong || signs.weight < kEnoughForDetail) return false;
  const auto has = [&](std::string_view name) {
    return std::any_of(run.begin(), run.end(), [&](const Print& p) { return p.is_filled(name); });
  };
  if (std::any_of(run.begin(), run.end(), [](const Print& p) { return p.has_number(); }))
    return true;
  const int others = has("status") + has("title") + has("published") + has("implemented");
  return run[0].spelling == Spelling::recognised && signs.weight >= kEnoughWithoutNumber &&
         others >= 2;
}

std::vector<PlatformPage> platform_pages(std::span<const Print> run) {
  const PlatformSigns signs = run.size() == 1 ? run[0].signs : signs_of(run);
  const bool detail = is_detail(run, signs);
  if (!detail && (!run[0].signs.list || run[0].signs.foreign)) return {};
  PlatformPage found;
  found.platform = name_of(signs.platform == Platform::none ? Platform::other : signs.platform);
  found.view = detail && !signs.list ? "detail" : run[0].signs.list ? "list" : "detail";
  found.page = run[0].page->number;
  found.image = run[0].image;
  found.weight = signs.weight;
  set_cue(found, run);
  std::vector<PlatformPage> pages;
  for (const PlatformFields& row : run[0].rows) {
    pages.push_back(found);
    pages.back().fields = row;
    pages.back().is_alone = run[0].rows.size() == 1;
  }
  if (!pages.empty()) return pages;
  for (const Print& print : run) {
    for (const auto& [name, field] : print.fields) {
      const bool filter = found.view == "list" && field.field.is_empty();  // a box to search by
      if (!filter) add(found.fields, name, field);
    }
  }
  return {found};
}

}  // namespace

std::vector<PlatformPage> find_platform_pages(const Document& document, std::uint32_t first,
                                              std::uint32_t last) {
  std::vector<Print> prints;
  for (const Page& page : document.pages) {
    const bool may_continue = page.number > last && page.number - last < kMostPages;
    if (page.number >= first && (page.number <= last || may_continue)) add_prints(page, prints);
  }
  std::vector<PlatformPage> found;
  const std::span<const Print> all = prints;
  for (std::size_t i = 0; i < prints.size() && prints[i].page->number <= last;) {
    const bool begins = prints[i].begins();
    const std::size_t length = begins ? length_of_run(all.subspan(i)) : 1;
    const auto pages =
        begins ? platform_pages(all.subspan(i, length)) : std::vector<PlatformPage>();
    found.insert(found.end(), pages.begin(), pages.end());
    i += pages.empty() ? 1 : length;
  }
  return found;
}

}  // namespace biaoshen
