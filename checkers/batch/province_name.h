// The province that recommends, from the name of the body that does: 山东省市场监督管理局,
// 山东省市场监管局（盖章） and 山东市场监管局 all speak for 山东省, so that a quota counts them
// together.
//
// A name that does not begin with a province stands for itself: a ministry, an association, a
// city with a bureau of its own (青岛市市场监督管理局). It refuses to know which province a city
// lies in; 海南藏族自治州 does not lie in 海南省.
//
// Tested by tests/batch/province_name_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace biaoshen {

// 山东省, 广西壮族自治区, 新疆生产建设兵团; else the name as it stands, without blanks and seal
// hints.
std::string province_name(std::string_view recommender);

}  // namespace biaoshen
