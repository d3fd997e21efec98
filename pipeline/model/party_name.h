// Do two prints name the same organization (or person)? Rules compare the applicant with
// the drafters, experts with the bodies whose standards they judge.
//
//   same       甲科技有限公司 / 甲科技 有限责任公司; the full name / the same name in （原…） or
//              （曾用名：…）; full-width and half-width forms
//   near       one contains the other (a department, a subsidiary, 标准院 for 中国标准化研究院), a
//              limited company / a company limited by shares, one character apart, a bracket
//              （北京） that only one has
//   different  everything else: 甲（北京）有限公司 / 甲（上海）有限公司
//
// It refuses to know the world: that 电子四院 is 中国电子技术标准化研究院 nobody can tell from the
// letters, and that two persons with one name are one person neither.
//
// Tested by tests/model/party_name_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

enum class PartyMatch : unsigned char { different, near, same };

// A name without blanks, width and the hint where to put the seal; its company form apart.
struct PartyName {
  enum class Form : unsigned char { none, plain, limited, shares };
  std::u32string stem;            // 甲(北京)科技; empty where nothing is left
  Form form = Form::none;         // 公司, 有限公司, 股份有限公司
  std::vector<PartyName> former;  // names it had before, without former ones of their own
};

PartyName party_name(std::string_view print);

PartyMatch match(const PartyName& a, const PartyName& b);
PartyMatch match_parties(std::string_view a, std::string_view b);

}  // namespace biaoshen
