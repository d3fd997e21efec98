#include "extractors/finders/platform_signs.h"

#include <algorithm>
#include <array>
#include <string>

namespace biaoshen {
namespace {

enum class Force : unsigned char { common, strong };

struct Sign {
  std::u32string_view words;
  int weight;
  Force force = Force::common;
};

constexpr Sign kTtbzSigns[] = {
    {U"标准详细信息", 3, Force::strong},
    {U"团体详细信息", 3, Force::strong},
    {U"在团体标准信息平台公布", 3, Force::strong},
    {U"ttbz.org.cn", 3, Force::strong},
    {U"京ICP备10046988号", 2, Force::strong},
    {U"中国标准化研究院技术支持", 2, Force::strong},
    {U"自我承诺", 1},
    {U"标准制定程序文件", 1},
    {U"标准状态", 1},
    {U"标准编号", 1},
    {U"中文标题", 1},
    {U"英文标题", 1},
    {U"国际标准分类号", 1},
    {U"中国标准分类号", 1},
    {U"国民经济分类", 1},
    {U"是否包含专利信息", 1},
    {U"登记证号", 1},
    {U"发证机关", 1},
    {U"依托单位名称", 1},
};

constexpr Sign kSamrSigns[] = {
    {U"samr.gov.cn", 3, Force::strong},
    {U"京ICP备09001239号", 2, Force::strong},
    {U"京ICP备18022388号", 2, Force::strong},
    {U"北京中标赛宇科技有限公司", 2, Force::strong},
    {U"行业标准信息服务平台", 3, Force::strong},
    {U"地方标准信息服务平台", 3, Force::strong},
    {U"行业标准备案信息公示平台", 3, Force::strong},  // the former name of the first
    {U"为您找到相关结果约", 3, Force::strong},
    {U"sacinfo.org.cn", 3, Force::strong},
    {U"全国标准信息公共服务平台", 2},
    {U"归口上报及执行", 2},
    {U"基础信息", 1},
    {U"备案信息", 1},
    {U"标准号", 1},
    {U"中文标准名称", 1},
    {U"英文标准名称", 1},
    {U"标准状态", 1},
    {U"国际标准分类号", 1},
    {U"中国标准分类号", 1},
    {U"归口单位", 1},
    {U"归口部门", 1},
    {U"主管部门", 1},
    {U"执行单位", 1},
    {U"批准发布部门", 1},
};

constexpr std::u32string_view kOpenstdSigns[] = {U"openstd", U"京ICP备18022388号", U"英文标准名称"};
constexpr std::u32string_view kRecordSigns[] = {U"行业标准信息服务平台", U"地方标准信息服务平台",
                                                U"行业标准备案信息公示平台", U"sacinfo.org.cn"};
// 前言 counts where it heads a page, the others where they stand.
constexpr std::u32string_view kForeignSigns[] = {
    U"规范性引用文件", U"本文件按照GB/T1.1", U"本标准按照GB/T1.1", U"申报书",
    U"申请表",         U"自评打分表",        U"申报单位"};

constexpr std::size_t kShortestNear = 4;  // glyphs of a sign that may have a wrong one

// Where signs are looked for, and how exactly.
struct Print {
  const Glyphs& glyphs;
  Spelling spelling;

  std::size_t find(std::u32string_view words) const {
    const std::size_t exact = find_in(glyphs, words);
    const bool near = spelling == Spelling::recognised && words.size() >= kShortestNear;
    if (exact != kNowhere || !near) return exact;
    for (std::size_t at = 0; at + words.size() <= glyphs.size(); ++at)
      if (stands_nearly_at(glyphs, at, words)) return at;
    return kNowhere;
  }
  bool has(std::u32string_view words) const { return find(words) != kNowhere; }
};

template <std::size_t size>
bool has_any(const Print& print, const std::u32string_view (&words)[size]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::u32string_view w) { return print.has(w); });
}

template <std::size_t size>
PlatformSigns weigh(const Print& print, const Sign (&signs)[size]) {
  PlatformSigns found;
  int heaviest = 0;
  for (const Sign& sign : signs) {
    const std::size_t at = print.find(sign.words);
    if (at == kNowhere) continue;
    found.weight += sign.weight;
    found.strong = found.strong || sign.force == Force::strong;
    if (sign.weight > heaviest) {
      heaviest = sign.weight;
      found.cue_begin = at;
      found.cue_end = at + sign.words.size();
    }
  }
  return found;
}

// 前言 alone on its line.
bool has_foreword_heading(const Glyphs& glyphs) {
  for (std::size_t at = find_in(glyphs, U"前言"); at != kNowhere;
       at = find_in(glyphs, U"前言", at + 2)) {
    const bool starts = at == 0 || glyphs[at].gap == Gap::line;
    const bool ends = at + 2 >= glyphs.size() || glyphs[at + 2].gap == Gap::line;
    if (starts && ends) return true;
  }
  return false;
}

// The heads of its list of standards; a table in a text has them without the platform's name.
bool has_list_head(const Print& print) {
  const bool group = print.has(U"公布日期") && print.has(U"购买信息") && print.has(U"序号");
  const std::u32string_view heads[] = {U"序号",     U"团体名称", U"标准编号",
                                       U"标准名称", U"发布日期", U"公布日期"};
  const auto seen = std::count_if(std::begin(heads), std::end(heads),
                                  [&](std::u32string_view head) { return print.has(head); });
  const bool named = print.has(U"全国团体标准信息平台") || print.has(U"ttbz.org.cn");
  const bool query = print.has(U"标准查询") || print.has(U"查询结果");
  return group || (named && query && seen >= 5) || print.has(U"为您找到相关结果约");
}

}  // namespace

std::string_view name_of(Platform platform) {
  constexpr std::array<std::string_view, 5> kNames = {"none", "ttbz", "std.samr", "openstd",
                                                      "other"};
  return kNames[static_cast<std::size_t>(platform)];
}

PlatformSigns platform_signs(const Glyphs& glyphs, Spelling spelling) {
  const Print print{glyphs, spelling};
  PlatformSigns ttbz = weigh(print, kTtbzSigns);
  // No form prints these two together; a picture may be cut to them.
  ttbz.strong = ttbz.strong || (print.has(U"标准状态") && print.has(U"中文标题"));
  PlatformSigns samr = weigh(print, kSamrSigns);
  const bool own_title = print.has(U"全国标准信息公共服务平台");
  samr.strong = samr.strong || (own_title && print.has(U"标准号"));
  ttbz.platform = Platform::ttbz;
  samr.platform = has_any(print, kRecordSigns)    ? Platform::other
                  : has_any(print, kOpenstdSigns) ? Platform::openstd
                                                  : Platform::std_samr;
  PlatformSigns& signs = samr.weight > ttbz.weight ? samr : ttbz;
  signs.list = has_list_head(print);
  const Print exact{glyphs, Spelling::exact};
  signs.foreign = has_any(exact, kForeignSigns) || has_foreword_heading(glyphs);
  if (signs.foreign) signs.weight -= 3;
  if (signs.weight <= 0) signs.platform = Platform::none;
  return signs;
}

}  // namespace biaoshen
