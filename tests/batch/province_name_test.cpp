#include "checkers/batch/province_name.h"

#include <catch2/catch.hpp>

using biaoshen::province_name;

TEST_CASE("a bureau speaks for its province however it is printed") {
  for (const char* print :
       {"山东省市场监督管理局", "山东省市场监管局", "山东市场监管局", "山东省", "山东",
        "山东省 市场监督管理局（盖章）", "山东省市场监督管理局标准化处"})
    CHECK(province_name(print) == "山东省");
}

TEST_CASE("municipalities and autonomous regions are provinces, too") {
  CHECK(province_name("北京市市场监督管理局") == "北京市");
  CHECK(province_name("北京市场监管局") == "北京市");
  CHECK(province_name("广西市场监管局") == "广西壮族自治区");
  CHECK(province_name("广西壮族自治区市场监督管理局") == "广西壮族自治区");
  CHECK(province_name("内蒙古自治区市场监督管理局") == "内蒙古自治区");
  CHECK(province_name("新疆自治区市场监管局") == "新疆维吾尔自治区");
}

TEST_CASE("the production and construction corps is not 新疆维吾尔自治区") {
  CHECK(province_name("新疆生产建设兵团市场监督管理局") == "新疆生产建设兵团");
  CHECK(province_name("新疆兵团市场监管局") == "新疆生产建设兵团");
  CHECK(province_name("兵团市场监管局") == "新疆生产建设兵团");
}

TEST_CASE("whoever is no province stands for itself") {
  CHECK(province_name("青岛市市场监督管理局") == "青岛市市场监督管理局");
  CHECK(province_name("吉林市市场监督管理局") == "吉林市市场监督管理局");
  CHECK(province_name("海南藏族自治州市场监管局") == "海南藏族自治州市场监管局");
  CHECK(province_name(" 工业和信息化部 ") == "工业和信息化部");
  CHECK(province_name("") == "");
}
