#include "checkers/batch/province_name.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

struct Province {
  std::string_view name, shorter;
};
constexpr Province kProvinces[] = {
    {"北京市", "北京"},           {"天津市", "天津"},
    {"上海市", "上海"},           {"重庆市", "重庆"},
    {"河北省", "河北"},           {"山西省", "山西"},
    {"辽宁省", "辽宁"},           {"吉林省", "吉林"},
    {"黑龙江省", "黑龙江"},       {"江苏省", "江苏"},
    {"浙江省", "浙江"},           {"安徽省", "安徽"},
    {"福建省", "福建"},           {"江西省", "江西"},
    {"山东省", "山东"},           {"河南省", "河南"},
    {"湖北省", "湖北"},           {"湖南省", "湖南"},
    {"广东省", "广东"},           {"海南省", "海南"},
    {"四川省", "四川"},           {"贵州省", "贵州"},
    {"云南省", "云南"},           {"陕西省", "陕西"},
    {"甘肃省", "甘肃"},           {"青海省", "青海"},
    {"内蒙古自治区", "内蒙古"},   {"广西壮族自治区", "广西"},
    {"西藏自治区", "西藏"},       {"宁夏回族自治区", "宁夏"},
    {"新疆维吾尔自治区", "新疆"}, {"新疆生产建设兵团", "新疆兵团"},
    {"新疆生产建设兵团", "兵团"},
};

// What follows the short name of a province where it speaks for the whole of it. 市 does not:
// 吉林市 is a city in 吉林省.
constexpr std::string_view kOffices[] = {"市场监督管理", "市场监管", "市监局", "质量技术监督",
                                         "自治区"};

bool speaks_for(std::string_view name, const Province& province) {
  if (name.starts_with(province.name)) return true;
  if (!name.starts_with(province.shorter)) return false;
  const std::string_view rest = name.substr(province.shorter.size());
  return rest.empty() ||
         std::any_of(std::begin(kOffices), std::end(kOffices),
                     [&](std::string_view office) { return rest.starts_with(office); });
}

}  // namespace

std::string province_name(std::string_view recommender) {
  std::string name = bare(squeeze(recommender));
  for (std::string_view hint : {"(盖章)", "(公章)", "(签章)", "(加盖公章)"})
    name = replace_all(std::move(name), hint, "");
  const auto* found = std::find_if(std::begin(kProvinces), std::end(kProvinces),
                                   [&](const Province& p) { return speaks_for(name, p); });
  return found == std::end(kProvinces) ? name : std::string(found->name);
}

}  // namespace biaoshen
