#include "pipeline/model/number_codes.h"

#include <algorithm>

namespace biaoshen {
namespace {

using enum NumberKind;
using enum CodeUse;

constexpr NumberCode kNumberCodes[] = {
    {"AQ", "安全生产", industry, in_force},
    {"BB", "包装", industry, in_force},
    {"CB", "船舶", industry, in_force},
    {"CECS", "工程建设协会标准", other, historic},
    {"CH", "测绘", industry, in_force},
    {"CJ", "城镇建设", industry, in_force},
    {"CJJ", "城镇建设工程", industry, in_force},
    {"CY", "新闻出版", industry, in_force},
    {"DA", "档案", industry, in_force},
    {"DB", "地震", industry, in_force},
    {"DBJ", "地方工程建设", local, in_force},
    {"DGJ", "上海工程建设", local, in_force},
    {"DL", "电力", industry, in_force},
    {"DY", "电影", industry, in_force},
    {"DZ", "地质矿产", industry, in_force},
    {"EJ", "核工业", industry, in_force},
    {"FZ", "纺织", industry, in_force},
    {"GA", "公共安全", industry, in_force},
    {"GB", "国家标准", national, in_force},
    {"GBJ", "工程建设国家标准", national, historic},
    {"GBn", "国家内部标准", national, historic},
    {"GBZ", "国家职业卫生标准", national, in_force},
    {"GC", "国家物资储备", industry, in_force},
    {"GF", "国防工业", industry, in_force},
    {"GH", "供销合作", industry, in_force},
    {"GHZB", "国家环境质量标准", national, historic},
    {"GJB", "国家军用标准", national, in_force},
    {"GM", "密码", industry, in_force},
    {"GSB", "国家实物标准", national, in_force},
    {"GWKB", "国家污染物控制标准", national, historic},
    {"GWPB", "国家污染物排放标准", national, historic},
    {"GY", "广播电影电视", industry, in_force},
    {"HB", "航空", industry, in_force},
    {"HG", "化工", industry, in_force},
    {"HGJ", "化工工程", industry, historic},
    {"HJ", "环境保护", industry, in_force},
    {"HS", "海关", industry, in_force},
    {"HY", "海洋", industry, in_force},
    {"JB", "机械", industry, in_force},
    {"JC", "建材", industry, in_force},
    {"JG", "建筑工程", industry, in_force},
    {"JGJ", "建筑工程", industry, in_force},
    {"JJC", "计量", industry, historic},
    {"JJF", "计量技术规范", other, in_force},
    {"JJG", "计量检定规程", other, in_force},
    {"JR", "金融", industry, in_force},
    {"JS", "机关事务", industry, in_force},
    {"JT", "交通", industry, in_force},
    {"JTG", "公路工程", industry, in_force},
    {"JTJ", "交通工程", industry, historic},
    {"JTS", "水运工程", industry, in_force},
    {"JY", "教育", industry, in_force},
    {"JZ", "城乡建设", industry, historic},
    {"KA", "矿山安全", industry, in_force},
    {"LB", "旅游", industry, in_force},
    {"LD", "劳动和劳动安全", industry, in_force},
    {"LS", "粮食", industry, in_force},
    {"LY", "林业", industry, in_force},
    {"MH", "民用航空", industry, in_force},
    {"MR", "市场监管", industry, in_force},
    {"MT", "煤炭", industry, in_force},
    {"MZ", "民政", industry, in_force},
    {"NB", "能源", industry, in_force},
    {"NY", "农业", industry, in_force},
    {"QB", "轻工", industry, in_force},
    {"QC", "汽车", industry, in_force},
    {"QJ", "航天", industry, in_force},
    {"QX", "气象", industry, in_force},
    {"RB", "认证认可", industry, in_force},
    {"RF", "人民防空", industry, in_force},
    {"SB", "国内贸易", industry, in_force},
    {"SC", "水产", industry, in_force},
    {"SD", "水利电力", industry, historic},
    {"SDJ", "水利电力工程", industry, historic},
    {"SF", "司法", industry, in_force},
    {"SG", "轻工", industry, historic},
    {"SH", "石油化工", industry, in_force},
    {"SHB", "石油化工", industry, historic},
    {"SHJ", "石油化工工程", industry, historic},
    {"SHS", "石油化工设备维护检修", industry, historic},
    {"SJ", "电子", industry, in_force},
    {"SL", "水利", industry, in_force},
    {"SN", "出入境检验检疫", industry, in_force},
    {"SW", "税务", industry, in_force},
    {"SY", "石油天然气", industry, in_force},
    {"SZ", "深圳", local, in_force},
    {"SZDB", "深圳标准化指导性技术文件", local, in_force},
    {"SZJG", "深圳技术规范", local, in_force},
    {"TB", "铁路运输", industry, in_force},
    {"TBJ", "铁路工程", industry, historic},
    {"TD", "土地管理", industry, in_force},
    {"TJ", "铁道交通", industry, historic},
    {"TSG", "特种设备安全技术规范", other, in_force},
    {"TY", "体育", industry, in_force},
    {"WB", "物资管理", industry, in_force},
    {"WH", "文化", industry, in_force},
    {"WJ", "兵工民品", industry, in_force},
    {"WM", "外经贸", industry, in_force},
    {"WS", "卫生", industry, in_force},
    {"WW", "文物保护", industry, in_force},
    {"XB", "稀土", industry, in_force},
    {"XF", "消防救援", industry, in_force},
    {"YB", "黑色冶金", industry, in_force},
    {"YC", "烟草", industry, in_force},
    {"YD", "通信", industry, in_force},
    {"YJ", "减灾救灾与综合性应急管理", industry, in_force},
    {"YS", "有色金属", industry, in_force},
    {"YSJ", "有色金属工程", industry, historic},
    {"YY", "医药", industry, in_force},
    {"YZ", "邮政", industry, in_force},
    {"ZB", "专业标准", industry, historic},
    {"ZBn", "专业标准", industry, historic},
    {"ZJB", "专业军用标准", industry, historic},
    {"ZY", "中医药", industry, in_force},
};

struct Region {
  std::string_view digits, name;
};
constexpr Region kRegions[] = {
    {"11", "北京"}, {"12", "天津"},     {"13", "河北"},   {"14", "山西"}, {"15", "内蒙古"},
    {"21", "辽宁"}, {"22", "吉林"},     {"23", "黑龙江"}, {"31", "上海"}, {"32", "江苏"},
    {"33", "浙江"}, {"34", "安徽"},     {"35", "福建"},   {"36", "江西"}, {"37", "山东"},
    {"41", "河南"}, {"42", "湖北"},     {"43", "湖南"},   {"44", "广东"}, {"45", "广西"},
    {"46", "海南"}, {"50", "重庆"},     {"51", "四川"},   {"52", "贵州"}, {"53", "云南"},
    {"54", "西藏"}, {"61", "陕西"},     {"62", "甘肃"},   {"63", "青海"}, {"64", "宁夏"},
    {"65", "新疆"}, {"66", "新疆兵团"}, {"71", "台湾"},   {"81", "香港"}, {"82", "澳门"},
};

// Not in the table above, because nothing of ours is numbered under them alone.
constexpr std::string_view kOtherReserved[] = {"T", "Q", "DG", "DBS", "ISO", "IEC", "ITU"};

constexpr char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return capital(x) == capital(y); });
}

bool is_local_code(std::string_view code) {  // DB11, DB4403
  if ((code.size() != 4 && code.size() != 6) || !same_letters(code.substr(0, 2), "DB"))
    return false;
  return std::all_of(code.begin() + 2, code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

const NumberCode* find_number_code(std::string_view code) {
  for (const NumberCode& row : kNumberCodes)
    if (same_letters(row.code, code)) return &row;
  return nullptr;
}

bool is_reserved_code(std::string_view code) {
  if (is_local_code(code)) return true;
  for (std::string_view reserved : kOtherReserved)
    if (same_letters(reserved, code)) return true;
  // CECS and the codes of withdrawn classes are free again: T/CECS is the best-known group code.
  const NumberCode* row = find_number_code(code);
  return row && row->use == in_force;
}

std::string_view industry_name(std::string_view code) {
  const NumberCode* row = find_number_code(code);
  return row && row->kind == industry ? row->name : std::string_view();
}

std::string_view region_name(std::string_view two_digits) {
  for (const Region& row : kRegions)
    if (row.digits == two_digits) return row.name;
  return {};
}

}  // namespace biaoshen
